"""gap: how far apart the implied intervals are, relative to the larger value.

>>> accepts("<= 2 %")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen
from factcheck.rulebook.columns import Floats, Mask, comparable, ends
from factcheck.rulebook.comparison import Comparison

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "gap"
SUMMARY = "the distance between the nearest implied ends, in per cent of the larger value (`<= 2 %`)"
EXAMPLES: tuple[Specimen, ...] = (
    ({"lo": 1001, "hi": 1001}, {"lo": 1013, "hi": 1013}, "<= 2 %", True),
    ({"lo": 41, "hi": 41}, {"lo": 43, "hi": 43}, "<= 2 %", False),
    ({"lo": 41, "hi": 41}, {"lo": 43, "hi": 43}, "> 2 %", True),
    ({}, {"lo": 43, "hi": 43}, "<= 2 %", False),
    ({"lo": -2, "hi": -2}, {"lo": 2, "hi": 2}, "> 150 %", True),
)

UNITS = {"%": 0.01}


def accepts(argument: object) -> None:
    Comparison.parse(argument, UNITS)


def holds(pairs: DataFrame, argument: object) -> Mask:
    return comparable(pairs) & Comparison.parse(argument, UNITS).holds(measured(pairs))


def measured(pairs: DataFrame) -> Floats:
    """The share of the larger value; NaN where one side has none."""
    left, right = ends(pairs, "left"), ends(pairs, "right")
    larger = np.maximum(np.abs(left.middle), np.abs(right.middle))
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(larger > 0, left.gap(right) / larger, 0.0)
    return np.where(np.isnan(larger), np.nan, share)
