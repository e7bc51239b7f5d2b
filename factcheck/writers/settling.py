"""What would settle a conflict, in one line: what a reader should look for.

A rule may say it; otherwise it follows from what the sides lack and from the kind of conflict.

>>> settling_words("rounding")
'The figure before it was rounded.'
"""

from __future__ import annotations

from factcheck.model import Claim, Conflict
from factcheck.writers.neutralise import one_line
from factcheck.writers.shape import Cards
from factcheck.writers.sides import claims_of, place_words
from factcheck.writers.wording import source_name

_BY_CLASS = {
    "contradiction": "The record both could have taken it from.",
    "arithmetic": "Which of the figures in the sum was copied wrongly.",
    "order": "The dates of both events from one record.",
    "unit-slip": "The figure in the unit it was measured in.",
    "magnitude-slip": "The figure written out in full where it was first published.",
    "dispute": "What each of the sources counted, and how.",
    "off-by-one": "Whether both count the first and the last one in.",
    "period": "The period that each figure covers.",
    "basis": "What each figure is measured against.",
    "revision": "Which of the figures is the newer one.",
    "rounding": "The figure before it was rounded.",
}


_BY_FORMULA = {
    "weekday": "Which of the two was meant, the day of the week or the date.",
    "items_listed": "Whether the number or the list is out of date.",
    "converted_unit": "Which of the two figures was measured, and in which unit.",
    "age_and_birth": "A record of the birth.",
    "percentage_change": "Which of the three figures was copied wrongly.",
    "parts_and_total": "Which of the parts or the total was copied wrongly, or what was left out.",
    "table_total": "Which cell was changed without the total, or which row is missing.",
    "order": "The dates of both events from one record.",
    "share of a whole": "What the share is of, and when each figure was taken.",
    "truth file": "Whether the page or the truth file is out of date.",
}


def settling(conflict: Conflict, cards: Cards) -> str:
    """The rule's own words, else the most telling thing that is not known."""
    if conflict.settle:
        return one_line(conflict.settle)
    claims = claims_of(conflict)
    for position in conflict.positions:
        if position.computed:
            return _BY_FORMULA.get(position.computed.formula, settling_words("arithmetic"))
    undated = [claim for claim in claims if not _is_dated(claim, cards)]
    if undated and len(undated) < len(claims):
        return f"When {_name(undated[0], cards)} was written: it gives no date."
    if all(claim.role in ("limit", "default") for claim in claims):
        return "The thing itself: its setting, contract or price list."
    named = sorted({claim.frame.attribution for claim in claims if claim.frame.attribution})
    if named:
        return f"What {one_line(' and '.join(named))} said in their own words."
    return settling_words(conflict.conflict_class)


def settling_words(conflict_class: str) -> str:
    return _BY_CLASS.get(conflict_class, _BY_CLASS["contradiction"])


def _is_dated(claim: Claim, cards: Cards) -> bool:
    card = cards.get(claim.citation.doc_id)
    return claim.as_of is not None or bool(card and card.published)


def _name(claim: Claim, cards: Cards) -> str:
    return one_line(source_name(cards.get(claim.citation.doc_id), claim)) or place_words(claim)
