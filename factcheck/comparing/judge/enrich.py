"""Columns that conditions need and the claims table does not hold: figures in their own unit, rates of exchange.

>>> sorted(EXTRA)
['left_number', 'rate_hi', 'rate_lo', 'right_number']
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from factcheck.comparing.currency import rate_band
from factcheck.lexicon.units import conversion
from factcheck.model.minutes import DAY, EPOCH
from factcheck.rulebook.columns import Floats, Side, ends, texts

EXTRA = ("left_number", "right_number", "rate_lo", "rate_hi")


def enriched(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs with ``EXTRA``: ``left_number``, ``right_number`` (the figure as written, in its own unit) and
    ``rate_lo``, ``rate_hi`` (how much of the right currency one of the left was worth around its day)."""
    low, high = _rates(pairs)
    added = {
        "left_number": _number(pairs, "left"), "right_number": _number(pairs, "right"), "rate_lo": low, "rate_hi": high
    }  # fmt: skip
    # Rungs take rows of this table again and again, and plain objects are cheap to take.
    return pd.DataFrame({name: _plain(pairs[name]) for name in pairs.columns} | added, index=pairs.index)


def _plain(column: pd.Series[Any]) -> pd.Series[Any]:
    """A column with strings as plain objects, "" where there is none."""
    return column.astype(object).fillna("") if isinstance(column.dtype, pd.StringDtype) else column


def _number(pairs: pd.DataFrame, side: Side) -> Floats:
    """The stated middle in its own unit, rounded to twelve digits against what converting leaves behind."""
    units = texts(pairs, side, "unit")
    middle = ends(pairs, side, "stated_").middle
    own = np.full(len(pairs), np.nan)
    for unit in sorted(set(units)):
        rows = units == unit
        known = conversion(unit)
        own[rows] = (middle[rows] - known.offset) / known.factor
    return np.array([float(f"{value:.12g}") for value in own])


def _rates(pairs: pd.DataFrame) -> tuple[Floats, Floats]:
    left, right = texts(pairs, "left", "unit"), texts(pairs, "right", "unit")
    money = (texts(pairs, "left", "dimension") == "money") & (texts(pairs, "right", "dimension") == "money")
    low, high = np.full(len(pairs), np.nan), np.full(len(pairs), np.nan)
    rows = np.flatnonzero(money & (left != right))
    if not len(rows):
        return low, high
    first, last = _days(pairs.iloc[rows])
    for row, start, end in zip(rows, first, last, strict=True):
        if np.isfinite(start) and np.isfinite(end):
            band = rate_band(str(left[row]), str(right[row]), int(start), int(end))
            if band is not None:
                low[row], high[row] = band
    return low, high


def _days(pairs: pd.DataFrame) -> tuple[Floats, Floats]:
    """The days both sums may be told of: from the earlier to the later of the known ones, NaN where none is known."""
    days = [_told(pairs, side) for side in ("left", "right")]
    starts, stops = [start for start, _ in days], [stop for _, stop in days]
    return np.fmin(*starts), np.fmax(*stops)


def _told(pairs: pd.DataFrame, side: Side) -> tuple[Floats, Floats]:
    """As-of days, else the day of publication."""
    published = np.floor(pairs[f"{side}_published"].to_numpy(dtype=float) / DAY) + EPOCH
    start = pairs[f"{side}_as_of_start"].to_numpy(dtype=float)
    end = pairs[f"{side}_as_of_end"].to_numpy(dtype=float)
    known = np.isfinite(start) & np.isfinite(end)
    return np.where(known, start, published), np.where(known, end, published)
