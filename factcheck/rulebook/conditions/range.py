"""range: two ranges that begin or end at the same figure, and not both.

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
    'both sides are written as ranges, and exactly one end is the same (`one end`): "3 to 5" and "3 to 8" share values, '
    "but are hardly two estimates"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"lo": 3, "hi": 5}, {"lo": 3, "hi": 8}, "one end", True),
    ({"lo": 3, "hi": 5}, {"lo": 2, "hi": 5}, "one end", True),
    ({"lo": 3, "hi": 5}, {"lo": 3, "hi": 5}, "one end", False),
    ({"lo": 3, "hi": 5}, {"lo": 4, "hi": 8}, "one end", False),
    ({"lo": 3, "hi": 5}, {"lo": 3}, "one end", False),
    ({"lo": 3, "hi": 5}, {"stated": 3}, "one end", False),
)

_SAME = 1e-9


def accepts(argument: object) -> None:
    choice(argument, ("one end",))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = ends(pairs, "left", "stated_"), ends(pairs, "right", "stated_")
    ranges = left.bounded & ~left.points & right.bounded & ~right.points
    return mask(comparable(pairs) & ranges & (_same(left.lo, right.lo) != _same(left.hi, right.hi)))


def _same(one: Floats, other: Floats) -> Mask:
    with np.errstate(invalid="ignore"):
        return mask(np.abs(one - other) <= _SAME * np.maximum(np.abs(one), np.abs(other)))
