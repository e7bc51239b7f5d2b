"""Two numbers that say one: "one in five", "9 out of 10", "one over twenty", "3-to-1".

>>> left, right = Figure(0, 3, 1.0, 0, "words"), Figure(7, 11, 5.0, 0, "words")
>>> ratio(left, right, " in "), left.value, left.unit
(True, 0.2, 'dimensionless')
"""

from __future__ import annotations

import re

from factcheck.reading.quantities.composites import stretch
from factcheck.reading.quantities.contexts import alternatives
from factcheck.reading.quantities.figure import Figure, Source

_OUT_OF = re.compile(r" (?:out of|of every|in every) (?:every )?")
_IN = re.compile(r"[ -]in[ -]")
_ROUND_BASES = frozenset(
    (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10000, 100000, 1000000)
)
_LARGEST_BASE = 3  # "a 7-to-2 bet" needs no cue; "a nine-to-five job" is none
_ODDS_BEHIND = re.compile(rf"[ -](?:{alternatives('odds behind')})\b")
_ODDS_BEFORE = re.compile(rf"\b(?:{alternatives('odds before')}) (?:about |around |nearly )?$")


def ratio(left: Figure, right: Figure, between: str) -> bool:
    """ "one in five", "9 out of 10": a share."""
    if left.unit or right.unit or left.form not in ("words", "digits") or right.form not in ("words", "digits"):
        return False
    if left.step != 0 or not 0 <= left.value < right.value or right.value < 2:
        return False
    if _OUT_OF.fullmatch(between) is None and not _few_in(left, right, between):
        return False
    left.value = left.lo = left.hi = left.value / right.value
    left.form, left.step = "fraction", None
    left.unit, left.dimension, left.kind = "dimensionless", "percent", "percent"
    stretch(left, right)
    return True


def _few_in(left: Figure, right: Figure, between: str) -> bool:
    """ "two in five", not "11 in 16": few of a round number, or of one in words."""
    return (
        _IN.fullmatch(between) is not None
        and left.value <= 9
        and (right.value in _ROUND_BASES or right.form == "words")
    )


def one_over(left: Figure, right: Figure, between: str) -> bool:
    """ "one over twenty": the fraction."""
    if between != " over " or abs(left.value) != 1 or left.unit or right.unit or right.value < 2:
        return False
    left.value = left.lo = left.hi = left.value / right.value
    left.form, left.step = "fraction", None
    stretch(left, right)
    return True


def odds(source: Source, left: Figure, right: Figure, between: str) -> bool:
    """ "a 3-to-1 majority", "odds of 5 to 2": how many times as many; "8-to-10 boats" is a range."""
    if between not in ("-to-", " to ") or left.unit or right.unit or left.scale or right.scale:
        return False
    if not (_is_whole(left) and _is_whole(right)):
        return False
    cued = (
        _ODDS_BEHIND.match(source.low, right.end, source.end) is not None
        or _ODDS_BEFORE.search(source.low, max(source.start, left.start - 32), left.start) is not None
    )
    if not cued and (between == " to " or left.value <= right.value or right.value > _LARGEST_BASE):
        return False
    left.value = left.lo = left.hi = left.value / right.value
    left.form, left.step = "multiple", None
    left.kind, left.dimension = "multiple", "multiple"
    stretch(left, right)
    return True


def _is_whole(figure: Figure) -> bool:
    """A whole number above zero that nothing has made an interval of."""
    plain = figure.step == 0 and figure.form in ("words", "digits") and figure.lo is not None
    return plain and figure.value > 0 and figure.lo == figure.hi
