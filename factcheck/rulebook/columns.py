"""Columns of a pair table as arrays: intervals, texts and what may be compared at all.

>>> left, right = Ends.of([17.0], [19.0]), Ends.of([20.0], [np.nan], lo_open=[True])
>>> left.meets(right).tolist(), left.gap(right).tolist()
([False], [1.0])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    from pandas import DataFrame

Side = Literal["left", "right"]
Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

_STEP = 1e-12
_EDGE = 1e-9
_COUNTED = frozenset({"count", "number"})


def mask(values: ArrayLike) -> Mask:
    return np.asarray(values, dtype=bool)


@dataclass(frozen=True, slots=True)
class Ends:
    """Intervals, one a row; a missing end is infinite, a row without any end is ``missing`` and meets nothing."""

    lo: Floats
    hi: Floats
    lo_open: Mask
    hi_open: Mask
    missing: Mask

    @classmethod
    def of(
        cls, lo: ArrayLike, hi: ArrayLike, lo_open: ArrayLike | None = None, hi_open: ArrayLike | None = None
    ) -> Ends:
        low, high = np.asarray(lo, dtype=float), np.asarray(hi, dtype=float)
        closed = np.zeros(low.shape, dtype=bool)
        return cls(
            np.where(np.isnan(low), -np.inf, low),
            np.where(np.isnan(high), np.inf, high),
            closed if lo_open is None else np.asarray(lo_open, dtype=bool),
            closed if hi_open is None else np.asarray(hi_open, dtype=bool),
            np.isnan(low) & np.isnan(high),
        )

    @property
    def bounded(self) -> Mask:
        return np.isfinite(self.lo) & np.isfinite(self.hi)

    @property
    def middle(self) -> Floats:
        """The centre; the one end of a half-bounded row; NaN of a missing one."""
        low = np.where(np.isfinite(self.lo), self.lo, self.hi)
        high = np.where(np.isfinite(self.hi), self.hi, self.lo)
        with np.errstate(invalid="ignore"):
            return np.where(self.missing, np.nan, low / 2 + high / 2)

    @property
    def points(self) -> Mask:
        """Where both ends are one number, up to the float steps that converting outwards leaves between them."""
        with np.errstate(invalid="ignore"):
            return mask(self.bounded & (np.abs(self.hi - self.lo) <= _STEP * np.maximum(np.abs(self.hi), 1e-300)))

    def meets(self, other: Ends) -> Mask:
        """Whether some number lies in both (see ``Interval.overlaps``)."""
        return mask(~self.missing & ~other.missing & self._reaches(other) & other._reaches(self))

    def shares(self, other: Ends, *stated: Ends) -> Mask:
        """Whether more than an end is in both, or an end that one of the ``stated`` intervals holds.

        "0.13" allows up to 0.135 and "0.14" from there on, but the number on the edge is written as only one of them.
        """
        lo, hi = np.maximum(self.lo, other.lo), np.minimum(self.hi, other.hi)
        with np.errstate(invalid="ignore"):
            more = hi - lo > _EDGE * np.maximum(np.abs(lo), np.abs(hi))
        edge = np.where(np.isfinite(lo), lo, hi)
        point = Ends(edge, edge, mask(np.zeros(edge.shape)), mask(np.zeros(edge.shape)), ~np.isfinite(edge))
        wide = mask(np.isinf(lo) | np.isinf(hi) | more)
        for written in stated:
            wide |= written.nearly_meets(point)
        return mask(self.meets(other) & wide)

    def nearly_meets(self, point: Ends) -> Mask:
        """Whether a point lies in an interval, give or take what converting leaves behind."""
        with np.errstate(invalid="ignore"):
            slack = _EDGE * np.abs(point.lo)
            inside = (point.lo >= self.lo - slack) & (point.lo <= self.hi + slack)
        return mask(inside & ~self.missing & ~point.missing)

    def _reaches(self, other: Ends) -> Mask:
        touching = (self.lo == other.hi) & ~self.lo_open & ~other.hi_open
        return mask((self.lo < other.hi) | touching)

    def gap(self, other: Ends) -> Floats:
        """Distance between the nearest ends, 0 where they meet or touch, NaN where one is missing."""
        with np.errstate(invalid="ignore"):
            distance = np.maximum(other.lo - self.hi, self.lo - other.hi)
        return np.where(self.missing | other.missing, np.nan, np.maximum(distance, 0.0))


def ends(pairs: DataFrame, side: Side, which: Literal["", "stated_"] = "") -> Ends:
    """The implied (or with ``stated_`` the written) intervals of one side."""
    prefix = f"{side}_{which}"
    return Ends.of(pairs[prefix + "lo"], pairs[prefix + "hi"], pairs[prefix + "lo_open"], pairs[prefix + "hi_open"])


def texts(pairs: DataFrame, side: Side, name: str) -> NDArray[np.object_]:
    """A column of strings, "" where there is none."""
    return np.asarray(pairs[f"{side}_{name}"].astype(object).fillna("").to_numpy(), dtype=object)


def numbers(pairs: DataFrame, side: Side, name: str) -> Floats:
    return pairs[f"{side}_{name}"].to_numpy(dtype=float, na_value=np.nan)


def flags(pairs: DataFrame, side: Side, name: str) -> Mask:
    return pairs[f"{side}_{name}"].astype(object).fillna(False).to_numpy(dtype=bool)


def same(pairs: DataFrame, name: str) -> Mask:
    """Where both sides have an equal text in this column."""
    return np.asarray(texts(pairs, "left", name) == texts(pairs, "right", name), dtype=bool)


def both_in(pairs: DataFrame, name: str, words: Sequence[str]) -> Mask:
    """Where the column of both sides holds one of ``words``."""
    return np.isin(texts(pairs, "left", name), words) & np.isin(texts(pairs, "right", name), words)


def comparable(pairs: DataFrame) -> Mask:
    """Where the two intervals are on one scale: equal dimension (a counted thing and a bare number count as equal),
    and for money the same currency."""
    left, right = texts(pairs, "left", "dimension"), texts(pairs, "right", "dimension")
    counted = np.isin(left, list(_COUNTED)) & np.isin(right, list(_COUNTED))
    money = (left == "money") & (right == "money")
    return np.asarray(((left == right) | counted) & (~money | same(pairs, "unit")), dtype=bool)


def digits(pairs: DataFrame, side: Side) -> Floats:
    """The figure as an integer of its last written digit ("1.7 billion" is 17), NaN where it is no written point."""
    stated = ends(pairs, side, "stated_")
    resolution = numbers(pairs, side, "resolution")
    with np.errstate(invalid="ignore", divide="ignore"):
        figure = np.where(stated.points, stated.middle, np.nan) / resolution
        whole = np.rint(figure)
        return np.where(np.abs(figure - whole) < 1e-6 * np.maximum(1.0, np.abs(whole)), np.abs(whole), np.nan)


def order_in_time(pairs: DataFrame) -> Floats:
    """How many minutes later the right side is than the left (negative: earlier), NaN where nothing orders them.

    Disjoint as-of times order first, then publication. A date without a clock never orders two documents within a
    day, and orders two days by whole days.
    """
    left_from, left_to = numbers(pairs, "left", "as_of_start"), numbers(pairs, "left", "as_of_end")
    right_from, right_to = numbers(pairs, "right", "as_of_start"), numbers(pairs, "right", "as_of_end")
    with np.errstate(invalid="ignore"):
        as_of = np.where(right_from > left_to, right_from - left_to, np.nan)
        as_of = np.where(left_from > right_to, right_to - left_from, as_of) * 1440.0
    return np.where(np.isnan(as_of), published_order(pairs), as_of)


def published_order(pairs: DataFrame) -> Floats:
    """How many minutes later the right side was published, NaN where unknown or within a day without a clock."""
    left, right = numbers(pairs, "left", "published"), numbers(pairs, "right", "published")
    exact = flags(pairs, "left", "published_clock") & flags(pairs, "right", "published_clock")
    whole_days = (np.floor(right / 1440.0) - np.floor(left / 1440.0)) * 1440.0
    apart = np.where(exact, right - left, whole_days)
    return np.where(apart == 0.0, np.nan, apart)
