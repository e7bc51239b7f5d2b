"""exchange: whether two sums in two currencies can be one sum, at the rates around the day they are told of.

>>> accepts("overlap")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Ends, Floats, Mask, ends, mask, same, texts

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "exchange"
SUMMARY = (
    "the left sum, converted with the band of rates around its day, shares a value with the right one (`overlap`) or "
    "does not (`disjoint`); `unknown`: no rate for these currencies on that day, or no day"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"stated": 100, "unit": "EUR", "dimension": "money", "rate_lo": 1.05, "rate_hi": 1.12},
     {"stated": 109, "unit": "USD", "dimension": "money"}, "overlap", True),
    ({"stated": 100, "unit": "EUR", "dimension": "money", "rate_lo": 1.05, "rate_hi": 1.12},
     {"stated": 131, "unit": "USD", "dimension": "money"}, "disjoint", True),
    ({"stated": 100, "unit": "EUR", "dimension": "money", "rate_lo": 1.05, "rate_hi": 1.12},
     {"stated": 131, "unit": "USD", "dimension": "money"}, "unknown", False),
    ({"stated": 100, "unit": "EUR", "dimension": "money"}, {"stated": 131, "unit": "UAH", "dimension": "money"},
     "unknown", True),
    ({"stated": 100, "unit": "EUR", "dimension": "money"}, {"stated": 131, "unit": "UAH", "dimension": "money"},
     "disjoint", False),
    ({"stated": 100, "unit": "EUR", "dimension": "money"}, {"stated": 131, "unit": "EUR", "dimension": "money"},
     "unknown", False),
)  # fmt: skip


def accepts(argument: object) -> None:
    choice(argument, ("overlap", "disjoint", "unknown"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    low, high = (pairs[name].to_numpy(dtype=float, na_value=np.nan) for name in ("rate_lo", "rate_hi"))
    known = np.isfinite(low) & np.isfinite(high)
    money = (texts(pairs, "left", "dimension") == "money") & (texts(pairs, "right", "dimension") == "money")
    money &= ~same(pairs, "unit")
    if argument == "unknown":
        return mask(money & ~known)
    left = ends(pairs, "left")
    converted = Ends(_least(left.lo, low, high), _most(left.hi, low, high), left.lo_open, left.hi_open, left.missing)
    meets = converted.meets(ends(pairs, "right"))
    return mask(money & known & (meets if argument == "overlap" else ~meets))


def _least(end: Floats, low: Floats, high: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        return np.fmin(end * low, end * high)


def _most(end: Floats, low: Floats, high: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        return np.fmax(end * low, end * high)
