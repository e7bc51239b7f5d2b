"""range: two ranges that share one end, or of which one begins where the other stops.

>>> accepts("one end")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Floats, Mask, comparable, ends, mask

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "range"
SUMMARY = (
    'both sides are written as ranges, and exactly one end is the same (`one end`): "3 to 5" and "3 to 8" share '
    'values, but are hardly two estimates; or one begins where the other stops (`adjoining`: "3 to 5" and "5 to 8")'
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"lo": 3, "hi": 5}, {"lo": 3, "hi": 8}, "one end", True),
    ({"lo": 3, "hi": 5}, {"lo": 2, "hi": 5}, "one end", True),
    ({"lo": 3, "hi": 5}, {"lo": 3, "hi": 5}, "one end", False),
    ({"lo": 3, "hi": 5}, {"lo": 4, "hi": 8}, "one end", False),
    ({"lo": 3, "hi": 5}, {"lo": 3}, "one end", False),
    ({"lo": 3, "hi": 5}, {"stated": 3}, "one end", False),
    ({"lo": 3, "hi": 5}, {"lo": 5, "hi": 8}, "adjoining", True),
    ({"lo": 5, "hi": 8}, {"lo": 3, "hi": 5}, "adjoining", True),
    ({"lo": 3, "hi": 5}, {"lo": 4, "hi": 8}, "adjoining", False),
)

_SAME = 1e-9


def accepts(argument: object) -> None:
    choice(argument, ("one end", "adjoining"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = ends(pairs, "left", "stated_"), ends(pairs, "right", "stated_")
    ranges = left.bounded & ~left.points & right.bounded & ~right.points
    if argument == "adjoining":
        meeting = _same(left.hi, right.lo) | _same(right.hi, left.lo)
    else:
        meeting = _same(left.lo, right.lo) != _same(left.hi, right.hi)
    return mask(comparable(pairs) & ranges & meeting)


def _same(one: Floats, other: Floats) -> Mask:
    with np.errstate(invalid="ignore"):
        return mask(np.abs(one - other) <= _SAME * np.maximum(np.abs(one), np.abs(other)))
