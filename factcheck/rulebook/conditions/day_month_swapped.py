"""day_month_swapped: two full dates of one year that differ by day and month in the other order.

>>> accepts(True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.model.minutes import EPOCH
from factcheck.rulebook.arguments import Specimen
from factcheck.rulebook.columns import Mask, ends, mask, texts

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pandas import DataFrame

NAME = "day_month_swapped"
SUMMARY = "two single days whose day and month are the other way round, in one year (`true`)"
EXAMPLES: tuple[Specimen, ...] = (
    ({"stated": 738979, "dimension": "date"}, {"stated": 738949, "dimension": "date"}, True, True),
    ({"stated": 738979, "dimension": "date"}, {"stated": 738950, "dimension": "date"}, True, False),
    ({"stated": 738980, "dimension": "date"}, {"stated": 738980, "dimension": "date"}, True, False),
    ({"stated_lo": 738977, "stated_hi": 738990, "dimension": "date"}, {"stated": 738990, "dimension": "date"}, True,
     False),
)  # fmt: skip


def accepts(argument: object) -> None:
    if argument is not True:
        raise ValueError(f"unknown argument {argument!r}; known: true")


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = ends(pairs, "left", "stated_"), ends(pairs, "right", "stated_")
    dates = (texts(pairs, "left", "dimension") == "date") & (texts(pairs, "right", "dimension") == "date")
    single = dates & (left.lo == left.hi) & (right.lo == right.hi)
    first, second = np.where(single, left.lo, EPOCH), np.where(single, right.lo, EPOCH)
    (year, month, day), (other_year, other_month, other_day) = _parts(first), _parts(second)
    crossed = (year == other_year) & (month == other_day) & (day == other_month) & (month != day)
    return mask(single & crossed)


def _parts(ordinals: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    days = (ordinals.astype(np.int64) - EPOCH).astype("datetime64[D]")
    months, years = days.astype("datetime64[M]"), days.astype("datetime64[Y]")
    return (
        years.astype(np.int64),
        (months - years.astype("datetime64[M]")).astype(np.int64) + 1,
        (days - months.astype("datetime64[D]")).astype(np.int64) + 1,
    )
