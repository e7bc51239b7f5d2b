"""clock: how two times of day lie to each other.

>>> accepts("overlap")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Ends, Mask, mask, numbers, texts

if TYPE_CHECKING:
    from pandas import DataFrame

    from factcheck.rulebook.columns import Side

NAME = "clock"
SUMMARY = (
    "the minutes of the day share one (`overlap`) or none (`disjoint`); `unknown`: a side has no time of day, or only "
    "one of them has a time zone"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"clock_lo": 960, "clock_hi": 960, "zone": "ET"}, {"clock_lo": 960, "clock_hi": 960, "zone": "PT"}, "overlap",
     True),
    ({"clock_lo": 540, "clock_hi": 599}, {"clock_lo": 555, "clock_hi": 555}, "overlap", True),
    ({"clock_lo": 555, "clock_hi": 555}, {"clock_lo": 640, "clock_hi": 640}, "disjoint", True),
    ({"clock_lo": 555, "clock_hi": 555}, {"clock_lo": 640, "clock_hi": 640, "zone": "ET"}, "disjoint", False),
    ({"clock_lo": 555, "clock_hi": 555}, {"clock_lo": 640, "clock_hi": 640, "zone": "ET"}, "unknown", True),
    ({"clock_lo": 960, "clock_hi": 480}, {"clock_lo": 960, "clock_hi": 480}, "overlap", True),
    ({}, {"clock_lo": 640, "clock_hi": 640}, "unknown", True),
)  # fmt: skip

_DAY = 1440.0


def accepts(argument: object) -> None:
    choice(argument, ("overlap", "disjoint", "unknown"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = _minutes(pairs, "left"), _minutes(pairs, "right")
    one_zone = (texts(pairs, "left", "zone") != "") != (texts(pairs, "right", "zone") != "")
    unknown = mask(left.missing | right.missing | one_zone)
    if argument == "unknown":
        return unknown
    # Universal time can carry a clock past midnight: 20:00 in the west is 24:00 or 0:00.
    meets = left.meets(right) | _moved(left, _DAY).meets(right) | _moved(left, -_DAY).meets(right)
    return ~unknown & (meets if argument == "overlap" else ~meets)


def _minutes(pairs: DataFrame, side: Side) -> Ends:
    lo, hi = numbers(pairs, side, "clock_lo"), numbers(pairs, side, "clock_hi")
    with np.errstate(invalid="ignore"):
        return Ends.of(lo, np.where(hi < lo, hi + _DAY, hi))  # "4 p.m. to 8 a.m." ends on the next day


def _moved(clock: Ends, by: float) -> Ends:
    return Ends(clock.lo + by, clock.hi + by, clock.lo_open, clock.hi_open, clock.missing)
