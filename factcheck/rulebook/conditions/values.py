"""values: how the two values lie to each other, on one scale.

>>> accepts("overlap")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Ends, Floats, Mask, comparable, ends

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "values"
SUMMARY = (
    "the implied intervals share more than a rounding edge (`overlap`) or do not (`disjoint`), or the written ends are the same points "
    '(`equal ends`: for limits and defaults, where "up to 7" and "7" are equal and "at least 7" and "8" are not)'
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"lo": 17, "hi": 19}, {"lo": 20, "lo_open": True}, "overlap", False),
    ({"lo": 41}, {"lo": 45, "hi": 45}, "overlap", True),
    ({"lo": 17, "hi": 19}, {"lo": 20, "lo_open": True}, "disjoint", True),
    ({}, {"lo": 20, "hi": 20}, "disjoint", False),
    ({"lo": 0.125, "hi": 0.135, "stated_lo": 0.13, "stated_hi": 0.13},
     {"lo": 0.135, "hi": 0.145, "stated_lo": 0.14, "stated_hi": 0.14}, "overlap", False),
    ({"lo": 10, "hi": 20}, {"lo": 20, "hi": 30}, "overlap", True),
    ({"lo": 41}, {"lo": 41, "hi": 41}, "overlap", True),
    ({"hi": 7}, {"lo": 7, "hi": 7}, "equal ends", True),
    ({"lo": 7}, {"lo": 8, "hi": 8}, "equal ends", False),
    ({"lo": 5, "hi": 10}, {"lo": 5, "hi": 12}, "equal ends", False),
    ({"lo": 5, "hi": 5, "unit": "EUR", "dimension": "money"}, {"lo": 5, "hi": 5, "unit": "USD", "dimension": "money"},
     "overlap", False),
)  # fmt: skip

_HOW = ("overlap", "disjoint", "equal ends")
_TOLERANCE = 1e-6


def accepts(argument: object) -> None:
    choice(argument, _HOW)


def holds(pairs: DataFrame, argument: object) -> Mask:
    if argument == "equal ends":
        return comparable(pairs) & _equal_points(ends(pairs, "left", "stated_"), ends(pairs, "right", "stated_"))
    left, right = ends(pairs, "left"), ends(pairs, "right")
    meets = left.shares(right, ends(pairs, "left", "stated_"), ends(pairs, "right", "stated_"))
    if argument == "overlap":
        return comparable(pairs) & meets
    return comparable(pairs) & ~meets & ~left.missing & ~right.missing


def _equal_points(left: Ends, right: Ends) -> Mask:
    return (
        _close(_filled(left.lo, left.hi), _filled(right.lo, right.hi))
        & _close(_filled(left.hi, left.lo), _filled(right.hi, right.lo))
        & ~left.missing
        & ~right.missing
    )


def _filled(wanted: Floats, other: Floats) -> Floats:
    return np.where(np.isfinite(wanted), wanted, other)


def _close(left: Floats, right: Floats) -> Mask:
    """Equal up to what converting between units leaves behind."""
    with np.errstate(invalid="ignore"):
        return np.abs(left - right) <= _TOLERANCE * np.maximum(np.abs(left), np.abs(right))
