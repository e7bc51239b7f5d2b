"""Intervals of real numbers with open or closed, finite or missing ends.

>>> Interval.as_written("1.7", 1e9)
Interval(lo=1650000000.0, hi=1750000000.0, lo_open=False, hi_open=False)
>>> Interval.above(20).overlaps(Interval.point(20))
False
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """``lo`` and ``hi`` in one unit; None is no bound, and its open flag is always False."""

    lo: float | None
    hi: float | None
    lo_open: bool = False
    hi_open: bool = False

    def __post_init__(self) -> None:
        if self.lo is not None and self.hi is not None and self.lo > self.hi:
            raise ValueError(f"interval ends are the wrong way round: {self.lo} > {self.hi}")
        if self.lo is None:
            object.__setattr__(self, "lo_open", False)
        if self.hi is None:
            object.__setattr__(self, "hi_open", False)

    @classmethod
    def point(cls, value: float) -> Interval:
        return cls(value, value)

    @classmethod
    def above(cls, value: float, *, inclusive: bool = False) -> Interval:
        return cls(value, None, lo_open=not inclusive)

    @classmethod
    def below(cls, value: float, *, inclusive: bool = False) -> Interval:
        return cls(None, value, hi_open=not inclusive)

    @classmethod
    def as_written(cls, digits: str, magnitude: float = 1.0) -> Interval:
        """What rounding allows: half a unit of the last written digit either side (Nuijten et al. 2016, statcheck)."""
        value = Decimal(digits.replace(",", ""))
        exponent = value.as_tuple().exponent
        if not isinstance(exponent, int):
            raise ValueError(f"not a finite decimal: {digits!r}")  # noqa: TRY004 – "NaN" is a str as it should be
        half = Decimal(5).scaleb(exponent - 1)
        scale = Decimal(repr(magnitude))
        return cls(float((value - half) * scale), float((value + half) * scale))

    @property
    def is_point(self) -> bool:
        return self.lo is not None and self.lo == self.hi

    @property
    def middle(self) -> float | None:
        """The centre of a bounded interval, the one bound of a half-bounded one, None of the whole line."""
        if self.lo is None:
            return self.hi
        return self.lo if self.hi is None else (self.lo + self.hi) / 2

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return _meets(self, other) and _meets(other, self)

    def contains(self, value: float) -> bool:
        return self.overlaps(Interval.point(value))

    def covers(self, other: Interval) -> bool:
        """Whether every number of ``other`` lies in this interval."""
        return self.hull(other) == self

    def intersection(self, other: Interval) -> Interval | None:
        if not self.overlaps(other):
            return None
        lo, lo_open = max(_low_key(self), _low_key(other))
        hi, closed = min(_high_key(self), _high_key(other))
        return Interval(_finite(lo), _finite(hi), bool(lo_open) and lo > -math.inf, not closed and hi < math.inf)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        lo, lo_open = min(_low_key(self), _low_key(other))
        hi, closed = max(_high_key(self), _high_key(other))
        return Interval(_finite(lo), _finite(hi), bool(lo_open) and lo > -math.inf, not closed and hi < math.inf)

    def gap(self, other: Interval) -> float:
        """Distance between the nearest ends, 0.0 where they overlap or touch."""
        if self.overlaps(other):
            return 0.0
        if self.hi is not None and other.lo is not None and self.hi <= other.lo:
            return other.lo - self.hi
        if self.lo is not None and other.hi is not None and other.hi <= self.lo:
            return self.lo - other.hi
        return 0.0

    def scaled(self, factor: float, offset: float = 0.0) -> Interval:
        """``x * factor + offset`` for a positive factor, ends rounded outwards by one float step."""
        if factor <= 0:
            raise ValueError(f"a conversion factor must be positive: {factor}")
        return Interval(
            None if self.lo is None else _outward(self.lo, factor, offset, -math.inf),
            None if self.hi is None else _outward(self.hi, factor, offset, math.inf),
            self.lo_open,
            self.hi_open,
        )


def _outward(value: float, factor: float, offset: float, towards: float) -> float:
    """Product and sum each moved two float steps outwards: one for their own rounding, one for that of the factor."""
    if factor == 1.0 and offset == 0.0:
        return value
    product = value if factor == 1.0 else _two_steps(value * factor, towards)
    return product if offset == 0.0 else _two_steps(product + offset, towards)


def _two_steps(value: float, towards: float) -> float:
    return math.nextafter(math.nextafter(value, towards), towards)


def _low_key(interval: Interval) -> tuple[float, bool]:
    return (-math.inf, False) if interval.lo is None else (interval.lo, interval.lo_open)


def _high_key(interval: Interval) -> tuple[float, bool]:
    return (math.inf, True) if interval.hi is None else (interval.hi, not interval.hi_open)


def _finite(end: float) -> float | None:
    return end if math.isfinite(end) else None


def _meets(left: Interval, right: Interval) -> bool:
    if left.lo is None or right.hi is None or left.lo < right.hi:
        return True
    return left.lo == right.hi and not left.lo_open and not right.hi_open
