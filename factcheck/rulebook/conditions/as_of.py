"""as_of: whether the two claims hold at times that can be the same.

>>> accepts("disjoint")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen
from factcheck.rulebook.columns import Ends, Mask, mask, numbers
from factcheck.rulebook.comparison import Comparison

if TYPE_CHECKING:
    from pandas import DataFrame

    from factcheck.rulebook.columns import Side

NAME = "as_of"
SUMMARY = (
    "both claims hold at known times and these share no day (`disjoint`), share one (`overlap`), or lie further apart "
    "than so many days (`> 3 d`); `not disjoint` also where a time is not known"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"as_of_start": 738000, "as_of_end": 738030}, {"as_of_start": 738031, "as_of_end": 738031}, "disjoint", True),
    ({"as_of_start": 738000, "as_of_end": 738030}, {"as_of_start": 738030, "as_of_end": 738031}, "disjoint", False),
    ({"as_of_start": 738000, "as_of_end": 738030}, {"as_of_start": 738030, "as_of_end": 738031}, "overlap", True),
    ({"as_of_start": 738000, "as_of_end": 738000}, {"as_of_start": 738002, "as_of_end": 738002}, "> 3 d", False),
    ({"as_of_start": 738000, "as_of_end": 738000}, {}, "disjoint", False),
    ({"as_of_start": 738000, "as_of_end": 738000}, {}, "overlap", False),
    ({"as_of_start": 738000, "as_of_end": 738000}, {}, "not disjoint", True),
)

_DAYS = {"d": 1.0}
_WORDS = ("disjoint", "not disjoint", "overlap")


def accepts(argument: object) -> None:
    if argument in _WORDS:
        return
    try:
        Comparison.parse(argument, _DAYS)
    except ValueError as error:
        raise ValueError(
            f"unknown argument {argument!r}; known: {', '.join(_WORDS)}, or a comparison in days"
        ) from error


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = _days(pairs, "left"), _days(pairs, "right")
    match argument:
        case "overlap":
            return left.meets(right)
        case "disjoint":
            return _disjoint(left, right)
        case "not disjoint":
            return ~_disjoint(left, right)
        case _:
            return Comparison.parse(argument, _DAYS).holds(left.gap(right))


def _disjoint(left: Ends, right: Ends) -> Mask:
    return mask(~left.meets(right) & ~left.missing & ~right.missing)


def _days(pairs: DataFrame, side: Side) -> Ends:
    return Ends.of(numbers(pairs, side, "as_of_start"), numbers(pairs, side, "as_of_end"))
