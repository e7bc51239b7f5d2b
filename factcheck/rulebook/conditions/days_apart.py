"""days_apart: how many days lie between two single days.

>>> accepts("= 1 d")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen
from factcheck.rulebook.columns import Floats, Mask, ends, mask, texts
from factcheck.rulebook.comparison import Comparison

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "days_apart"
SUMMARY = "both sides are single days, and so many days lie between them (`= 1 d`: off by one)"
EXAMPLES: tuple[Specimen, ...] = (
    ({"stated": 738000, "dimension": "date"}, {"stated": 738001, "dimension": "date"}, "= 1 d", True),
    ({"stated": 738000, "dimension": "date"}, {"stated": 738003, "dimension": "date"}, "= 1 d", False),
    ({"stated": 738000, "dimension": "date"}, {"stated": 738000, "dimension": "date"}, "= 1 d", False),
    ({"stated": 738000, "dimension": "date"}, {"stated": 738003, "dimension": "date"}, ">= 2 d", True),
    ({"lo": 737970, "hi": 738000, "dimension": "date"}, {"stated": 738001, "dimension": "date"}, "= 1 d", False),
    ({"stated": 7}, {"stated": 8}, "= 1 d", False),
)

UNITS = {"d": 1.0}


def accepts(argument: object) -> None:
    Comparison.parse(argument, UNITS)


def holds(pairs: DataFrame, argument: object) -> Mask:
    return mask(Comparison.parse(argument, UNITS).holds(measured(pairs)))


def measured(pairs: DataFrame) -> Floats:
    """Days between two single days; NaN where a side is none."""
    left, right = ends(pairs, "left", "stated_"), ends(pairs, "right", "stated_")
    dates = (texts(pairs, "left", "dimension") == "date") & (texts(pairs, "right", "dimension") == "date")
    return np.where(dates & left.points & right.points, left.gap(right), np.nan)
