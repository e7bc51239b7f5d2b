"""partial: two dates of which one at least could not be placed in the calendar, compared by what is known of both.

>>> parts("XXXX-04-30")
{'month': 4, 'day': 30}
>>> parts("XXXX-WXX-5"), parts("-0430"), parts("XXXX-Q3")
({'weekday': 5}, {'year': -430}, {'quarter': 'Q3'})
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    ({"timex": "XXXX-Q3", "dimension": "date"}, {"timex": "XXXX-Q2", "dimension": "date"}, "disjoint", True),
    ({"timex": "XXXX-Q3", "dimension": "date"}, {"timex": "XXXX-SU", "dimension": "date"}, "disjoint", False),
    ({"timex": "-0430", "dimension": "date"}, {"timex": "-0130", "dimension": "date"}, "disjoint", True),
    ({"timex": "XXXX-WXX-5", "dimension": "date"}, {"timex": "XXXX-04", "dimension": "date"}, "disjoint", False),
    ({"timex": "2024-05-03", "dimension": "date", "stated": 739009}, {"timex": "2024-06-03", "dimension": "date",
      "stated": 739040}, "disjoint", False),
)  # fmt: skip

_DATE = re.compile(r"(-?\d{4}|XXXX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_PART = re.compile(r"(\d{4}|XXXX)-(?:(Q[1-4])|(H[12])|(SP|SU|FA|WI))")
_PARTS = ("quarter", "half", "season")
Parts = Mapping[str, int | str]


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


def _shared(left: Parts, right: Parts) -> list[tuple[int | str, int | str]]:
    """The parts known of both."""
    return [(left[name], right[name]) for name in left if name in right]


@cache
def parts(timex: str) -> Parts:
    """What is known of a TIMEX3 value: year, month, day, weekday (Monday is 1), quarter, half or season."""
    weekday, part, found = _WEEKDAY.fullmatch(timex), _PART.fullmatch(timex), _DATE.fullmatch(timex)
    if weekday:
        return {"weekday": int(weekday.group(1))}
    if part:
        year, *named = part.groups()
        known: dict[str, int | str] = {"year": int(year)} if year != "XXXX" else {}
        return known | {name: text for name, text in zip(_PARTS, named, strict=True) if text}
    if found is None:
        return {}
    numbers = zip(("year", "month", "day"), found.groups(), strict=True)
    known = {name: int(text) for name, text in numbers if text and "X" not in text}
    return known | _weekday(known)


def _weekday(known: Parts) -> dict[str, int | str]:
    try:
        return {"weekday": date(int(known["year"]), int(known["month"]), int(known["day"])).isoweekday()}
    except (KeyError, ValueError):
        return {}
