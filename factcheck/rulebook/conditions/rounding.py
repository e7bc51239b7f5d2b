"""rounding: the two figures are one figure, written to different precision.

>>> accepts("coarser")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, comparable, ends, numbers

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "rounding"
SUMMARY = (
    "equal once the finer figure is rounded to the last digit of the coarser (`coarser`), or cut off or rounded up "
    'there (`cut`: "441.8 million" as "441 million"); never between two figures of one precision'
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"stated": 441.8, "resolution": 0.1}, {"stated": 442, "resolution": 1}, "coarser", True),
    ({"stated": 441.8, "resolution": 0.1}, {"stated": 441, "resolution": 1}, "coarser", False),
    ({"stated": 441.8, "resolution": 0.1}, {"stated": 441, "resolution": 1}, "cut", True),
    ({"stated": 441.8, "resolution": 0.1}, {"stated": 440, "resolution": 1}, "cut", False),
    ({"stated": 441, "resolution": 1}, {"stated": 441.5, "resolution": 1}, "cut", False),
    ({"stated": 441}, {"stated": 442, "resolution": 1}, "coarser", False),
)

_TWICE = 1.999


def accepts(argument: object) -> None:
    choice(argument, ("coarser", "cut"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = ends(pairs, "left", "stated_"), ends(pairs, "right", "stated_")
    left_step, right_step = numbers(pairs, "left", "resolution"), numbers(pairs, "right", "resolution")
    with np.errstate(invalid="ignore"):
        coarser, finer = np.fmax(left_step, right_step), np.fmin(left_step, right_step)
        unlike = coarser >= finer * _TWICE
        apart = np.abs(left.middle - right.middle)
        allowed = coarser * (0.5 + 1e-9) if argument == "coarser" else coarser * (1.0 - 1e-9)
        near = apart <= allowed
    known = np.isfinite(left_step) & np.isfinite(right_step)
    return comparable(pairs) & left.bounded & right.bounded & known & unlike & near
