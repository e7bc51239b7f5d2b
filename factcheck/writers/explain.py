"""The whole chain of one conflict: sentences, figures and what they allow, frames, evidence with weights, verdict.

>>> signed(-3)
' -0.3'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Conflict, Frame, Position, Reading, Report, RuleCard
from factcheck.model.finding import Step
from factcheck.writers.columns import carets, columns
from factcheck.writers.evidence import difference_of, evidence_of, milder_of, verdict_of
from factcheck.writers.neutralise import one_line
from factcheck.writers.quoting import passage
from factcheck.writers.settling import settling
from factcheck.writers.shape import Cards, cards_of, confidence
from factcheck.writers.sides import claims_of, place_words
from factcheck.writers.wording import (
    days_words,
    implied_words,
    interval_words,
    stated_words,
    time_words,
    unit_words,
)

_ANCHORS = {
    "published": "counted from the publication date",
    "text": "counted from a date in the text",
    "none": "not resolved: nothing to count from",
}


def explain_conflict(conflict: Conflict, report: Report | None = None, steps: Sequence[Step] = ()) -> str:
    """Every step that led to the conflict. The report says who published what, and what the rule's ladder is; ``steps``
    are its rungs as they were tried for the pair that was judged."""
    cards = cards_of(report.documents) if report else {}
    rules = {card.id: card for card in report.rules} if report else {}
    return "".join(line + "\n" for line in _lines(conflict, cards, rules.get(conflict.rule), steps))


def signed(weight: int) -> str:
    """A weight in tenths of a logit as logits, with its sign, five columns wide."""
    return f"{weight / 10:+5.1f}"


def _lines(conflict: Conflict, cards: Cards, rule: RuleCard | None, steps: Sequence[Step]) -> Iterator[str]:
    yield f"{one_line(conflict.id)}: {one_line(conflict.subject or conflict.message)}"
    yield f"  {conflict.severity}, {conflict.conflict_class}, confidence {confidence(conflict):.2f}, {conflict.status}"
    if conflict.reason:
        yield f"  because: {one_line(conflict.reason)}"
    for number, position in enumerate(conflict.positions, start=1):
        yield from ("", f"Position {number}: {one_line(position.text)}")
        yield from _position_lines(position, cards)
    yield from _evidence_lines(conflict)
    yield from _verdict_lines(conflict, cards, rule, steps)


def _position_lines(position: Position, cards: Cards) -> Iterator[str]:
    if position.computed:
        inputs = ", ".join(one_line(text) for text in position.computed.inputs)
        yield f"  computed: {one_line(position.computed.formula.replace('_', ' '))} of {inputs}"
        if position.quantity is not None:
            yield f"  gives     {interval_words(position.quantity.implied, unit_words(position.quantity))}"
        elif position.time is not None:
            yield f"  gives     {time_words(position.time, implied=True)}"
    for claim in position.claims:
        yield from _claim_lines(claim, cards.get(claim.citation.doc_id))


def _claim_lines(claim: Claim, card: Reading | None) -> Iterator[str]:
    cited, quoted = claim.citation, passage(claim.citation)
    said = [one_line(card.source), f"published {one_line(card.published)}" if card.published else ""] if card else []
    known = ", ".join(part for part in said if part)
    yield f"  {one_line(cited.path)}:{cited.line}:{cited.column}" + (f" ({known})" if known else "")
    yield f"    {quoted.text}"
    if quoted.figure:
        yield "    " + " " * columns(quoted.before) + carets(quoted.figure)
    hedge = claim.quantity.hedge if claim.quantity else None
    yield f"    states   {one_line(stated_words(claim))}" + (f" (hedged: {hedge})" if hedge else "")
    yield f"    allows   {one_line(implied_words(claim))}"
    if claim.time and claim.time.anchor:
        yield f"    time     {one_line(claim.time.timex)}, {_ANCHORS[claim.time.anchor]}"
    yield f"    about    {about_words(claim.frame)}"
    as_of = days_words(claim.as_of) if claim.as_of else "not said"
    yield f"    role     {claim.role}, {claim.frame.modality}; holds at: {as_of}"
    yield from (f"    {one_line(step.stage):8} {one_line(step.detail)}" for step in claim.trace)


def about_words(frame: Frame) -> str:
    """The fields of a frame that say something.

    >>> about_words(Frame(measure="deaths", modifiers=("civilian",), subject=("Lorvik",), verb="kill"))
    'civilian deaths; verb: kill; subject: Lorvik'
    """
    fields = (
        ("verb", frame.verb),
        ("subject", ", ".join(frame.subject)),
        ("qualifiers", ", ".join(frame.qualifiers)),
        ("according to", frame.attribution),
        ("names", ", ".join(name for name in frame.names if name not in frame.subject)),
        ("near", " ".join(frame.near)),
    )
    measured = " ".join((*frame.modifiers, frame.measure)).strip() or "nothing known"
    return one_line("; ".join([measured, *(f"{name}: {text}" for name, text in fields if text)]))


def _evidence_lines(conflict: Conflict) -> Iterator[str]:
    evidence = evidence_of(conflict)
    if not evidence:
        return
    yield from ("", "Evidence that these are one fact, in logits (feature, level, what was seen)")
    yield from _judged_lines(conflict)
    width = max(len(one_line(reason.step)) for reason in evidence)
    levels = max(len(one_line(reason.level)) for reason in evidence)
    for reason in evidence:
        names = f"{one_line(reason.step):{width}}  {one_line(reason.level):{levels}}"
        yield f"  {signed(reason.weight)}  {names}  {one_line(reason.detail)}".rstrip()
    together = sum(reason.weight for reason in evidence)
    if together:
        yield f"  {signed(together)}  together: confidence {confidence(conflict):.2f}"


def _judged_lines(conflict: Conflict) -> Iterator[str]:
    """Which two of many places the evidence is about."""
    by_id = {claim.claim_id: claim for claim in claims_of(conflict)}
    pair = [by_id[each] for each in conflict.judged if each in by_id]
    if len(by_id) > len(pair) == 2:
        words = " and ".join(f"{place_words(claim)} “{one_line(claim.citation.quote)}”" for claim in pair)
        yield f"  of the pair {words}; every other place agrees with one of them"


def _verdict_lines(conflict: Conflict, cards: Cards, rule: RuleCard | None, steps: Sequence[Step]) -> Iterator[str]:
    named = f"{one_line(conflict.rule)} ({one_line(rule.name)})" if rule else one_line(conflict.rule)
    yield from ("", f"Verdict of rule {named}")
    if rule and rule.summary:
        yield f"  {one_line(rule.summary)}"
    yield from _step_lines(steps) if steps else _ladder_lines(rule, verdict_of(conflict))
    yield f"  {one_line(conflict.message)}"
    if difference_of(conflict):
        yield f"  {difference_of(conflict)}"
    yield from (f"  {name.capitalize()}: {words}" for name, words in milder_of(conflict).items())
    yield f"  What would settle it: {settling(conflict, cards)}"


def _step_lines(steps: Sequence[Step]) -> Iterator[str]:
    """The ladder as it was climbed: the first rung that holds gives the verdict."""
    width = max(len(step.verdict) for step in steps)
    for number, step in enumerate(steps, start=1):
        said = "held" if step.held else "almost" if step.almost else "no"
        missed = f": missed {' and '.join(one_line(each) for each in step.failed)}" if step.failed else ""
        yield f"  {number:2}. {said:6}  {step.verdict:{width}}  {one_line(step.words)}{missed if step.almost else ''}"


def _ladder_lines(rule: RuleCard | None, held: str) -> Iterator[str]:
    """The rungs that were tried before, and the one that held; the first that holds gives the verdict."""
    if not held:
        return
    for rung in rule.ladder if rule and any(held.startswith(one_line(rung)) for rung in rule.ladder) else ():
        if held.startswith(one_line(rung)):
            break
        yield f"  did not hold: {one_line(rung)}"
    yield f"  held: {held}"
