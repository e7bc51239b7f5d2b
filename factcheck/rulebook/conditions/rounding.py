"""rounding: the two figures are one figure, written to different precision.

>>> accepts("coarser")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Floats, Mask, Side, comparable, digits, ends, mask, numbers, same

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "rounding"
SUMMARY = (
    "equal once the finer figure is rounded to the last digit of the coarser (`coarser`), or cut off or rounded up "
    'there (`cut`: "441.8 million" as "441 million"); never between two figures of one precision; or '
    "in two units equal to three digits, as conversions are rounded (`converted`)"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"stated": 441.8, "resolution": 0.1}, {"stated": 442, "resolution": 1}, "coarser", True),
    ({"stated": 441.8, "resolution": 0.1}, {"stated": 441, "resolution": 1}, "coarser", False),
    ({"stated": 441.8, "resolution": 0.1}, {"stated": 441, "resolution": 1}, "cut", True),
    ({"stated": 441.8, "resolution": 0.1}, {"stated": 440, "resolution": 1}, "cut", False),
    ({"stated": 441, "resolution": 1}, {"stated": 441.5, "resolution": 1}, "cut", False),
    ({"stated": 441}, {"stated": 442, "resolution": 1}, "coarser", False),
    ({"stated": 2300, "resolution": 1, "unit": "a"}, {"stated": 2304, "resolution": 1, "unit": "b"}, "converted", True),
    (
        {"stated": 2300, "resolution": 1, "unit": "a"},
        {"stated": 2304, "resolution": 1, "unit": "a"},
        "converted",
        False,
    ),
    (
        {"stated": 2300, "resolution": 1, "unit": "a"},
        {"stated": 2311, "resolution": 1, "unit": "b"},
        "converted",
        False,
    ),
)

_TWICE = 1.999
_THREE_DIGITS = 100
# Digits of the longest figure that is looked at.
_LONGEST = 13


def accepts(argument: object) -> None:
    choice(argument, ("coarser", "cut", "converted"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    if argument == "converted":
        return comparable(pairs) & ~same(pairs, "unit") & _equal_to_three_digits(pairs)
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


def _equal_to_three_digits(pairs: DataFrame) -> Mask:
    left, right = ends(pairs, "left", "stated_"), ends(pairs, "right", "stated_")
    with np.errstate(invalid="ignore"):
        allowed = (_step(pairs, "left") + _step(pairs, "right")) / 2
        return mask(np.abs(left.middle - right.middle) <= allowed * (1 + 1e-9))


def _step(pairs: DataFrame, side: Side) -> Floats:
    """What the last digit counts that is no zero at the end of a figure with more than three digits."""
    figure, step = digits(pairs, side), numbers(pairs, side, "resolution")
    with np.errstate(invalid="ignore"):
        for power in 10.0 ** np.arange(1, _LONGEST):
            rounded = (figure >= _THREE_DIGITS * power) & (figure % power == 0)
            step = np.where(rounded, numbers(pairs, side, "resolution") * power, step)
    return np.where(np.isfinite(figure), step, np.nan)
