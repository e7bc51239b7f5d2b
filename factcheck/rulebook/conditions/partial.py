"""partial: two dates of which one at least could not be placed in the calendar, compared by what is known of both.

>>> parts("XXXX-04-30"), parts("XXXX-WXX-5"), parts("-0430")
((None, 4, 30, None), (None, None, None, 5), (-430, None, None, None))
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, ends, texts

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "partial"
SUMMARY = (
    'one side at least is a date that could not be placed ("Friday", "30 April" of no known year, a year BC), and '
    "the years, months, days or weekdays known of both differ (`disjoint`) or are the same (`overlap`)"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"timex": "XXXX-04-30", "dimension": "date"}, {"timex": "XXXX-03-05", "dimension": "date"}, "disjoint", True),
    ({"timex": "XXXX-04-30", "dimension": "date"}, {"timex": "XXXX-04", "dimension": "date"}, "disjoint", False),
    ({"timex": "XXXX-04-30", "dimension": "date"}, {"timex": "XXXX-04", "dimension": "date"}, "overlap", True),
    ({"timex": "XXXX-WXX-5", "dimension": "date"}, {"timex": "XXXX-WXX-2", "dimension": "date"}, "disjoint", True),
    ({"timex": "XXXX-WXX-5", "dimension": "date"}, {"timex": "2024-05-03", "dimension": "date", "stated": 739009},
     "overlap", True),
    ({"timex": "XXXX-XX-18", "dimension": "date"}, {"timex": "1972-02-17", "dimension": "date", "stated": 719945},
     "disjoint", True),
    ({"timex": "-0430", "dimension": "date"}, {"timex": "-0130", "dimension": "date"}, "disjoint", True),
    ({"timex": "XXXX-WXX-5", "dimension": "date"}, {"timex": "XXXX-04", "dimension": "date"}, "disjoint", False),
    ({"timex": "2024-05-03", "dimension": "date", "stated": 739009}, {"timex": "2024-06-03", "dimension": "date",
      "stated": 739040}, "disjoint", False),
)  # fmt: skip

_DATE = re.compile(r"(-?\d{4}|XXXX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
Parts = tuple[int | None, int | None, int | None, int | None]


def accepts(argument: object) -> None:
    choice(argument, ("disjoint", "overlap"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    dates = (texts(pairs, "left", "dimension") == "date") & (texts(pairs, "right", "dimension") == "date")
    unplaced = ends(pairs, "left").missing | ends(pairs, "right").missing
    left, right = texts(pairs, "left", "timex"), texts(pairs, "right", "timex")
    found = np.zeros(len(pairs), dtype=bool)
    for row in np.flatnonzero(dates & unplaced):
        known = _shared(parts(str(left[row])), parts(str(right[row])))
        if known:
            differ = any(one != other for one, other in known)
            found[row] = differ if argument == "disjoint" else not differ
    return found


def _shared(left: Parts, right: Parts) -> list[tuple[int, int]]:
    """The parts known of both."""
    return [(one, other) for one, other in zip(left, right, strict=True) if one is not None and other is not None]


@cache
def parts(timex: str) -> Parts:
    """Year, month, day and weekday (Monday is 1) of a TIMEX3 value; None for what is not known."""
    weekday = _WEEKDAY.fullmatch(timex)
    if weekday:
        return None, None, None, int(weekday.group(1))
    found = _DATE.fullmatch(timex)
    if found is None:
        return None, None, None, None
    year, month, day = (int(part) if part and "X" not in part else None for part in found.groups())
    try:
        named = date(year, month, day).isoweekday() if year and month and day else None
    except ValueError:
        named = None
    return year, month, day, named
