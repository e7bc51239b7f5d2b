"""bound: whether a figure is written as a one-ended bound ("at least 41", "since 2014").

>>> accepts("odd")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, comparable, ends, mask

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "bound"
SUMMARY = (
    "what is implied is open at one end on `either` side, on `both` or on `neither`; `odd`: both are written open at "
    'the same end and begin at different points ("at least 223", "at least 233"), which both can be true but hardly '
    "both be the count"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"lo": 41}, {"lo": 45, "hi": 45}, "either", True),
    ({"lo": 41}, {"lo": 45, "hi": 45}, "both", False),
    ({"lo": 41, "hi": 41}, {"lo": 45, "hi": 45}, "neither", True),
    ({"lo": 41}, {"hi": 45}, "both", True),
    ({"lo": 41, "hi": 45, "stated_lo": 41, "stated_hi": float("nan")}, {"lo": 45, "hi": 45}, "either", False),
    ({"lo": 223}, {"lo": 233}, "odd", True),
    ({"lo": 223}, {"lo": 223}, "odd", False),
    ({"lo": 223}, {"hi": 233}, "odd", False),
)


def accepts(argument: object) -> None:
    choice(argument, ("either", "both", "neither", "odd"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    # "Since 2014" is written without an end, but what began then began in 2014.
    which: Literal["", "stated_"] = "stated_" if argument == "odd" else ""
    left, right = ends(pairs, "left", which), ends(pairs, "right", which)
    left_open, right_open = ~left.bounded & ~left.missing, ~right.bounded & ~right.missing
    match argument:
        case "either":
            return mask(left_open | right_open)
        case "both":
            return mask(left_open & right_open)
        case "neither":
            return mask(~(left_open | right_open))
        case _:
            at_least = np.isfinite(left.lo) & np.isfinite(right.lo) & (left.lo != right.lo)
            at_most = np.isfinite(left.hi) & np.isfinite(right.hi) & (left.hi != right.hi)
            return mask(comparable(pairs) & left_open & right_open & (at_least | at_most))
