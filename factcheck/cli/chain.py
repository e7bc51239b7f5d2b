"""Every step that led to one conflict, as text: sentences, what was read in them, why they are one fact, verdict.

>>> about_words(Frame(measure="deaths", subject=("Lorvik",)))
'deaths; subject Lorvik; asserted'
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain as joined

from factcheck.model import Claim, Conflict, Frame, Position, Quantity, Reading, Report, TimeInterval
from factcheck.writers.neutralise import one_line
from factcheck.writers.wording import days_words, interval_words, unit_words


def conflict_chain(conflict: Conflict, report: Report) -> str:
    """The whole chain of a conflict of the report."""
    cards = {reading.doc_id: reading for reading in report.documents}
    rule = next((f" {card.name}: {card.summary}" for card in report.rules if card.id == conflict.rule), "")
    head = [
        f"{conflict.id}: {conflict.severity}, {conflict.conflict_class}, confidence {conflict.confidence:.2f}",
        f"subject: {one_line(conflict.subject)}",
        f"rule: {conflict.rule}{rule}",
    ]
    return "".join(
        f"{line}\n" for line in joined(head, _positions(conflict, cards), _why(conflict), _standing(conflict))
    )


def _positions(conflict: Conflict, cards: dict[str, Reading]) -> Iterator[str]:
    for number, position in enumerate(conflict.positions, 1):
        yield ""
        yield f"position {number}: {one_line(position.text)}"
        yield from _computed(position)
        for claim in position.claims:
            yield from _claim(claim, cards.get(claim.citation.doc_id))


def _computed(position: Position) -> Iterator[str]:
    if position.computed:
        inputs = ", ".join(one_line(text) for text in position.computed.inputs)
        yield f"  computed: {position.computed.formula} of {inputs}"


def _claim(claim: Claim, card: Reading | None) -> Iterator[str]:
    cited = claim.citation
    yield f"  {one_line(cited.path)}:{cited.line}:{cited.column}" + _provenance(card)
    yield f"    sentence: {one_line(cited.sentence)}"
    yield f"    mention: {one_line(cited.quote)}"
    if claim.quantity:
        yield f"    quantity: {quantity_words(claim.quantity)}"
    if claim.time:
        yield f"    time: {time_words(claim.time)}"
    yield f"    about: {about_words(claim.frame)}"
    yield f"    role: {claim.role}; as of: {days_words(claim.as_of) if claim.as_of else 'not said'}"
    yield from (f"    {one_line(step.stage)}: {one_line(step.detail)}" for step in claim.trace)


def _provenance(card: Reading | None) -> str:
    said = [one_line(text) for text in (card.source, card.published or "") if text] if card else []
    return f" ({', '.join(said)})" if said else ""


def quantity_words(quantity: Quantity) -> str:
    """Stated and implied bounds with the unit.

    >>> from factcheck.model import Interval
    >>> quantity_words(Quantity("percent", Interval.point(18), Interval(17, 19), "percent", "percent", "approx"))
    'percent, stated 18 percent, hedged approx, allows 17 to 19 percent'
    """
    unit = unit_words(quantity)
    hedge = f", hedged {quantity.hedge}" if quantity.hedge else ""
    stated, implied = (interval_words(each, unit) for each in (quantity.stated, quantity.implied))
    return f"{quantity.kind}, stated {stated}{hedge}, allows {implied}"


def time_words(time: TimeInterval) -> str:
    """The TIMEX3 value, the days it names and what a relative expression was resolved against."""
    days, implied = days_words(time.days), days_words(time.implied)
    parts = [time.timex, f"days {days}" if days else "", f"allows {implied}" if implied not in ("", days) else ""]
    anchor = {"published": "from the publication date", "text": "from a date in the text", "none": "not resolved"}
    return ", ".join(part for part in [*parts, anchor.get(time.anchor, "")] if part)


def about_words(frame: Frame) -> str:
    """The frame's fields that say anything, in the order of their weight for matching."""
    parts = [
        " ".join([*frame.modifiers, frame.measure]).strip() or "nothing known",
        f"verb {frame.verb}" if frame.verb else "",
        f"subject {', '.join(frame.subject)}" if frame.subject else "",
        f"qualifiers {', '.join(frame.qualifiers)}" if frame.qualifiers else "",
        frame.modality,
        f"according to {frame.attribution}" if frame.attribution else "",
    ]
    return "; ".join(one_line(part) for part in parts if part)


def _why(conflict: Conflict) -> Iterator[str]:
    yield ""
    yield "why these were held to be about the same fact:"
    for reason in conflict.why:
        yield f"  {reason.weight / 10:+5.1f}  {one_line(reason.step)}: {one_line(reason.detail)}"
    yield f"  {sum(reason.weight for reason in conflict.why) / 10:+5.1f}  together"


def _standing(conflict: Conflict) -> Iterator[str]:
    yield ""
    yield f"verdict: {one_line(conflict.message)}"
    if conflict.settle:
        yield f"what would settle it: {one_line(conflict.settle)}"
    yield f"status: {conflict.status}" + (f" ({one_line(conflict.reason)})" if conflict.reason else "")
