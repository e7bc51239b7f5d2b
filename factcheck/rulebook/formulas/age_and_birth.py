"""age_and_birth: an age, a date of birth, and when the age was reached.

>>> NAME
'age_and_birth'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.model import Claim, DayInterval, Interval
from factcheck.rulebook.computation import Computation, Inputs, by_sentence, instead, quoted, usable

NAME = "age_and_birth"
SUMMARY = "an age of one person, with the birth and the death (or the day of telling) in one sentence"
INPUTS = ("birth", "death")

_AGED = re.compile(
    r"\b(?:died|dead|death|killed)\b[^.;]*\baged?\b|\baged?\b[^.;]*\b(?:died|dead|death|killed)\b"
    r"|\bwhen (?:he|she|they) died\b|\bat (?:the time of )?(?:his|her|their) death\b",
    re.I,
)


def compute(claims: Sequence[Claim], inputs: Inputs) -> Iterator[Computation]:
    births, deaths = inputs.get("birth", ("bear",)), inputs.get("death", ("kill",))
    for sentence in by_sentence([claim for claim in claims if usable(claim)]):
        ages = [claim for claim in sentence if claim.quantity is not None and claim.quantity.kind == "age"]
        born = [claim for claim in sentence if _date_of(claim, births)]
        died = [claim for claim in sentence if _date_of(claim, deaths)]
        if len(ages) == 1 and len(born) == 1 and len(died) <= 1:
            yield from _check(ages[0], born[0], died[0] if died else None)


def _date_of(claim: Claim, measures: Sequence[str]) -> bool:
    return claim.time is not None and claim.time.type == "date" and claim.frame.measure in measures


def _check(age: Claim, born: Claim, died: Claim | None) -> Iterator[Computation]:
    """At the death if the sentence tells of one; else at the day the age holds, if that is known."""
    if died is not None and not _AGED.search(age.citation.sentence):
        return
    when = died.time.days if died is not None and died.time is not None else age.as_of
    birth = born.time.days if born.time is not None else None
    years = _years(birth, when)
    if years is None or age.quantity is None:
        return
    least, most = years
    stated = age.quantity.stated
    if stated.lo is None or stated.lo != stated.hi:
        return
    inputs = (born,) if died is None else (born, died)
    span = str(least) if least == most else f"{least} or {most}" if most == least + 1 else f"{least} to {most}"
    expected = f"{span} years, from {quoted(inputs)}"
    computed = instead(age.quantity, Interval(float(least), float(most)))
    yield Computation(age, least <= stated.lo <= most, expected, inputs, computed)


def _years(birth: DayInterval | None, when: DayInterval | None) -> tuple[int, int] | None:
    """The least and the most full years between two days, None where an end is open or the order is wrong."""
    if birth is None or when is None or None in (birth.start, birth.end, when.start, when.end):
        return None
    least, most = _full_years(birth.end, when.start), _full_years(birth.start, when.end)
    return (least, most) if 0 <= least <= most else None


def _full_years(start: date | None, end: date | None) -> int:
    if start is None or end is None:
        raise ValueError("full years need two days")
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))
