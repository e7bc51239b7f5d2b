"""Sums: where the figures beside one claim make up the difference to the other, one is a part of the other.

>>> makes_up(64.0, 50.0, [14.0, 3.0]), makes_up(64.0, 50.0, [13.0]), makes_up(20.0, 8.0, [7.0, 2.0, 3.0])
(True, False, True)
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from factcheck.comparing.profile import Profile

# A difference of one stands beside many a figure by chance.
_LEAST = 2.0
# How many a count of the others may leave out.
_FEW = 2.0
_SAME = 1e-9
_COUNTED = ("count", "money", "mass")


def adds_up(left: Profile, right: Profile) -> bool:
    """Whether other figures of one of the two sentences are what the larger value has more than the smaller."""
    if left.dimension not in _COUNTED or left.dimension != right.dimension:
        return False
    a, b = (left.lo + left.hi) / 2, (right.lo + right.hi) / 2
    if math.isinf(a) or math.isinf(b):
        return False
    return any(makes_up(max(a, b), min(a, b), _beside(side)) for side in (left, right))


def leaves_out(left: Profile, right: Profile) -> bool:
    """Whether the smaller is a count of the others: "22 other miners", and "23 miners, among them the foreman"."""
    less, more = sorted((left, right), key=lambda side: (side.lo, side.hi))
    return "others" in less.qualifiers and "others" not in more.qualifiers and more.lo - less.hi <= _FEW


def makes_up(whole: float, part: float, others: Sequence[float]) -> bool:
    """Whether one of the others, or all together, are the difference of two values."""
    missing = whole - part
    if missing < _LEAST or not others:
        return False
    return any(abs(missing - value) <= _SAME * whole for value in (*others, math.fsum(others)))


def _beside(profile: Profile) -> list[float]:
    return sorted(
        (lo + hi) / 2
        for dimension, lo, hi in profile.others
        if dimension == profile.dimension and lo <= hi < math.inf and lo > -math.inf
    )
