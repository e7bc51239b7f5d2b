"""published_apart: how long before or after the other one side was published.

>>> accepts(">= 3 h")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen
from factcheck.rulebook.columns import Floats, Mask, published_order
from factcheck.rulebook.comparison import Comparison

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "published_apart"
SUMMARY = "the time between the two publications (`>= 3 h`); a date without a clock counts in whole days"
EXAMPLES: tuple[Specimen, ...] = (
    ({"published": 480, "published_clock": True}, {"published": 1140, "published_clock": True}, ">= 3 h", True),
    ({"published": 480, "published_clock": True}, {"published": 540, "published_clock": True}, ">= 3 h", False),
    ({"published": 0}, {"published": 1140, "published_clock": True}, ">= 3 h", False),
    ({"published": 0}, {"published": 1440}, ">= 3 h", True),
    ({"published": 0}, {}, ">= 3 h", False),
)

UNITS = {"h": 60.0, "min": 1.0, "d": 1440.0}


def accepts(argument: object) -> None:
    Comparison.parse(argument, UNITS)


def holds(pairs: DataFrame, argument: object) -> Mask:
    return Comparison.parse(argument, UNITS).holds(measured(pairs))


def measured(pairs: DataFrame) -> Floats:
    """Minutes; NaN where one side is undated or the clock would have to be known."""
    return np.abs(published_order(pairs))
