"""implied_start: whether a length of time, counted back from when it was told, begins on the date of the other side.

>>> accepts("overlap")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Ends, Mask, numbers

if TYPE_CHECKING:
    from pandas import DataFrame

    from factcheck.rulebook.columns import Side

NAME = "implied_start"
SUMMARY = (
    "a length of time on one side and a date on the other: the start that the length implies, counted back from the "
    "day it was told, can fall into the date (`overlap`), cannot (`disjoint`), or is not known (`unknown`)"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"begins_lo": 738125, "begins_hi": 738236}, {"begins_lo": 738187, "begins_hi": 738214}, "overlap", True),
    ({"begins_lo": 738125, "begins_hi": 738236}, {"begins_lo": 737000, "begins_hi": 737030}, "disjoint", True),
    ({"begins_lo": 738125, "begins_hi": 738236}, {"begins_lo": 738238, "begins_hi": 738238}, "disjoint", False),
    ({}, {"begins_lo": 737000, "begins_hi": 737030}, "unknown", True),
    ({}, {"begins_lo": 737000, "begins_hi": 737030}, "disjoint", False),
)

_COUNTING = 1.0
"""Days of slack: whether the first and the last day are both counted."""


def accepts(argument: object) -> None:
    choice(argument, ("overlap", "disjoint", "unknown"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = _begins(pairs, "left"), _begins(pairs, "right")
    unknown = left.missing | right.missing
    if argument == "unknown":
        return unknown
    meets = left.meets(right)
    return meets if argument == "overlap" else ~meets & ~unknown


def _begins(pairs: DataFrame, side: Side) -> Ends:
    return Ends.of(numbers(pairs, side, "begins_lo") - _COUNTING, numbers(pairs, side, "begins_hi") + _COUNTING)
