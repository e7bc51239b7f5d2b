"""What the values themselves say: another equal figure beside them, this one stated on the other side, their ratio.

>>> ratio(40.0, 44.0)
1.1
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable

from factcheck.comparing.match.features.ladder import Feature, listed
from factcheck.comparing.match.features.sums import adds_up, leaves_out
from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics
from factcheck.lexicon.single_events import is_event

# A real discrepancy is mostly small; beyond a factor of about three two figures nearly always are two things.
NEAR, SAME_SIZE, FAR, BEYOND = 1.25, 3.0, 10.0, 300.0
# How far a ratio may be from a power of ten where one of two figures has lost its zeros: "1.24 million", "$1,240".
SLIP = math.log10(1.02)
NEAR_DAYS, FAR_DAYS = 62, 3660
_YEAR_DAYS = 300


def ratio(left: float, right: float) -> float:
    """The larger over the smaller; infinite when the signs differ."""
    if left == right:
        return 1.0
    return max(left / right, right / left) if left * right > 0 else math.inf


def middle(profile: Profile) -> float:
    """The centre of a bounded interval, the bound of a half-bounded one."""
    if math.isinf(profile.lo):
        return profile.hi
    return profile.lo if math.isinf(profile.hi) else (profile.lo + profile.hi) / 2


def of_one_size(left: Profile, right: Profile) -> bool:
    """Whether two values differ by so little that one can be the other put right."""
    a, b = middle(left), middle(right)
    return math.isfinite(a) and math.isfinite(b) and ratio(a, b) <= SAME_SIZE


def closeness_level(left: Profile, right: Profile, _: Statistics) -> str:
    a, b = middle(left), middle(right)
    if math.isinf(a) or math.isinf(b) or left.dimension != right.dimension:
        return "incomparable"
    if left.dimension == "date":
        days = abs(a - b)
        return "near" if days <= NEAR_DAYS else "far" if days > FAR_DAYS else "same_size"
    apart = ratio(a, b)
    if math.isfinite(apart) and apart > BEYOND and not _only_zeros_apart(apart):
        return "beyond"
    return "near" if apart <= NEAR else "same_size" if apart <= SAME_SIZE else "apart" if apart <= FAR else "far"


def _only_zeros_apart(ratio: float) -> bool:
    """Whether two values have the same digits, so that one of them can be the other with its zeros or "million" lost.

    >>> _only_zeros_apart(1000.0), _only_zeros_apart(1250.0)
    (True, False)
    """
    zeros = math.log10(ratio)
    return abs(zeros - round(zeros)) <= SLIP


def other_values_level(left: Profile, right: Profile, _: Statistics) -> str:
    """Another equal figure beside both. Two times that only say when their own sentence's figure holds ("sales of 4
    million in 2021") are no two dates of one thing."""
    if left.others & right.others:
        return "equal"
    return "series" if _only_dates(left) and _only_dates(right) and _of_one_kind(left, right) else "none"


def _only_dates(profile: Profile) -> bool:
    """Whether a date is of a figure, and of nothing that happens."""
    return profile.dimension == "date" and not is_event(profile.measure)


def _of_one_kind(left: Profile, right: Profile) -> bool:
    kinds = [{dimension for dimension, _, _ in side.others} - {"date", "clock"} for side in (left, right)]
    return bool(kinds[0] & kinds[1])


def isolation_level(left: Profile, right: Profile, _: Statistics) -> str:
    """How many other figures of the same kind stand in the busier of the two sentences: each could be the one meant."""
    most = max(rivals(left), rivals(right))
    return "alone" if not most else "one" if most == 1 else "several"


def rivals(profile: Profile) -> int:
    return sum(dimension == profile.dimension for dimension, _, _ in profile.others)


def elsewhere_level(left: Profile, right: Profile, _: Statistics) -> str:
    if left.restated and right.restated:
        # Two conversions in brackets say something of their own only if what they convert is the same.
        return "absent" if meet(left.restated, right.restated) else "stated"
    stated = _stated(left, right) or _stated(right, left)
    if stated == "stated":
        return stated
    return "difference" if adds_up(left, right) or leaves_out(left, right) else stated or "absent"


def _stated(profile: Profile, other: Profile) -> str:
    """Whether a claim's value also stands beside the other; "of another" where two claims of one measure meet and what
    equals the one of them is of a measure of its own."""
    if not stated_among(profile, other.others):
        return ""
    if not profile.measure or profile.measure != other.measure:
        return "stated"
    alike = [value[:3] for value in other.measured if not value[3] or value[3] == profile.measure]
    return "stated" if stated_among(profile, alike) else "stated_of_another"


def meet(left: tuple[str, float, float], right: tuple[str, float, float]) -> bool:
    """Whether two values (dimension, lo, hi) can be one."""
    return left[0] == right[0] and left[1] <= right[2] and right[1] <= left[2]


def stated_among(profile: Profile, values: Collection[tuple[str, float, float]]) -> bool:
    """Whether a claim's value also stands among these: then both sides say it, and one says more.

    A half-bounded interval fits so much that it proves nothing, unless the very same bound is stated.
    """
    if math.isinf(profile.lo) or math.isinf(profile.hi):
        return (profile.dimension, profile.lo, profile.hi) in values
    return any(
        dimension == profile.dimension and lo <= profile.hi and profile.lo <= hi and math.isfinite(lo + hi)
        for dimension, lo, hi in values
        if not _is_vaguer(profile, dimension, hi - lo)
    )


def _is_vaguer(profile: Profile, dimension: str, days: float) -> bool:
    """A year holds each of its days and says none of them."""
    return dimension == "date" and days >= _YEAR_DAYS > profile.hi - profile.lo


def _shown(values: Iterable[tuple[str, float, float]]) -> str:
    return listed(f"{lo:.6g}" if lo == hi else f"{lo:.6g} to {hi:.6g}" for _, lo, hi in values)


FEATURES: tuple[Feature, ...] = (
    Feature("closeness", closeness_level, lambda a, b, _: f"{middle(a):.6g} | {middle(b):.6g}"),
    Feature("other_values", other_values_level, lambda a, b, _: _shown(a.others & b.others)),
    Feature("isolation", isolation_level, lambda a, b, _: f"{rivals(a)} | {rivals(b)} other figures of the kind"),
    Feature("elsewhere", elsewhere_level, lambda a, b, _: _shown(a.others | b.others)),
)
