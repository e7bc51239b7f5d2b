"""weekday: a full date and the day of the week written beside it.

>>> named("Monday, 4 March 2024", "4 March 2024", 8)
'monday'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.model import Claim
from factcheck.rulebook.computation import Computation, Inputs, usable

NAME = "weekday"
SUMMARY = "a weekday written beside a date with day, month and year must be that date's"
INPUTS: tuple[str, ...] = ()

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_NAME = "|".join((*_DAYS, *sorted(_SHORT, key=len, reverse=True)))
_BEFORE = re.compile(rf"\b({_NAME})\.?,?\s{{1,2}}(?:the\s|\()?$", re.IGNORECASE)
_INSIDE = re.compile(rf"^({_NAME})\.?,?\s", re.IGNORECASE)
_AFTER = re.compile(rf"^(?:\s?\(|,\sa\s)({_NAME})\b(?!\s+\d)", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{4}\b")


def compute(claims: Sequence[Claim], inputs: Inputs) -> Iterator[Computation]:
    for claim in claims:
        day = _full_date(claim)
        if day is None or not usable(claim):
            continue
        citation = claim.citation
        written = named(citation.sentence, citation.quote, citation.offset)
        if written:
            right = _DAYS[day.weekday()]
            expected = f"{day.isoformat()} was a {right.capitalize()}, not a {written.capitalize()}"
            yield Computation(claim, right == written, expected, (claim,))


def _full_date(claim: Claim) -> date | None:
    """The day, if day, month and year are all written: of a year that was inferred the weekday proves nothing."""
    time = claim.time
    if time is None or time.type != "date" or time.grain != "day" or time.anchor != "":
        return None
    if time.days.start is None or time.days.start != time.days.end or not _YEAR.search(claim.citation.quote):
        return None
    return time.days.start


def named(sentence: str, quote: str, offset: int) -> str:
    """The weekday written at the beginning of, just before or just after a quote that stands at ``offset``, in lower
    case and in full; "" if there is none."""
    if sentence[offset : offset + len(quote)] != quote:
        offset = sentence.find(quote)
    if offset < 0:
        return ""
    before, after = sentence[max(0, offset - 20) : offset], sentence[offset + len(quote) :]
    found = _INSIDE.search(quote) or _BEFORE.search(before) or _AFTER.search(after)
    return _in_full(found.group(1).lower()) if found else ""


def _in_full(word: str) -> str:
    return word if word in _DAYS else _DAYS[_SHORT[word]]
