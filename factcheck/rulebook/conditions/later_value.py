"""later_value: whether the side that holds later gives the higher or the lower value.

>>> accepts("higher")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, comparable, ends, order_in_time

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "later_value"
SUMMARY = (
    "the later side (disjoint as-of times first, else publication) has the `higher` or the `lower` value; "
    "`either`: one is later at all"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"stated": 12, "published": 0}, {"stated": 41, "published": 1440}, "higher", True),
    ({"stated": 41, "published": 1440}, {"stated": 12, "published": 0}, "higher", True),
    ({"stated": 41, "published": 0}, {"stated": 12, "published": 1440}, "higher", False),
    ({"stated": 41, "published": 0}, {"stated": 12, "published": 1440}, "lower", True),
    ({"stated": 41, "published": 0}, {"stated": 12, "published": 0}, "either", False),
    ({"stated": 12, "as_of_start": 738000, "as_of_end": 738000}, {"stated": 41, "as_of_start": 738001,
      "as_of_end": 738001}, "higher", True),
)  # fmt: skip


def accepts(argument: object) -> None:
    choice(argument, ("higher", "lower", "either"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    later = order_in_time(pairs)
    ordered = np.isfinite(later)
    if argument == "either":
        return ordered
    left, right = ends(pairs, "left", "stated_"), ends(pairs, "right", "stated_")
    with np.errstate(invalid="ignore"):
        rise = np.sign(later) * (right.middle - left.middle)
        wanted = rise > 0 if argument == "higher" else rise < 0
    return comparable(pairs) & ordered & wanted
