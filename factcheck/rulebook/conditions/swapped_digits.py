"""swapped_digits: the two figures differ by two neighbouring digits in the other order.

>>> _swapped(1832, 1382), _swapped(1832, 1823), _swapped(1832, 2831)
(True, True, False)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen
from factcheck.rulebook.columns import Mask, comparable, digits, numbers

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "swapped_digits"
SUMMARY = "figures of at least three digits and one precision, with two neighbouring digits in the other order (`true`)"
EXAMPLES: tuple[Specimen, ...] = (
    ({"stated": 1832, "resolution": 1}, {"stated": 1382, "resolution": 1}, True, True),
    ({"stated": 18.32, "resolution": 0.01}, {"stated": 18.23, "resolution": 0.01}, True, True),
    ({"stated": 41, "resolution": 1}, {"stated": 14, "resolution": 1}, True, False),
    ({"stated": 1832, "resolution": 1}, {"stated": 1832, "resolution": 1}, True, False),
    ({"stated": 1832, "resolution": 1}, {"stated": 1922, "resolution": 1}, True, False),
    ({"stated": 1832, "resolution": 1}, {"stated": 1382, "resolution": 10}, True, False),
)

_LEAST = 100.0


def accepts(argument: object) -> None:
    if argument is not True:
        raise ValueError(f"unknown argument {argument!r}; known: true")


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = digits(pairs, "left"), digits(pairs, "right")
    with np.errstate(invalid="ignore"):
        precision = np.isclose(numbers(pairs, "left", "resolution"), numbers(pairs, "right", "resolution"), rtol=1e-9)
        # A swap of two digits changes a number by a multiple of nine: few rows are left to look at one by one.
        likely = (left != right) & (np.mod(np.abs(left - right), 9) == 0) & (left >= _LEAST) & (right >= _LEAST)
        likely &= comparable(pairs) & precision & (np.fmax(left, right) < 1e15)
    found = np.zeros(len(pairs), dtype=bool)
    for row in np.flatnonzero(likely):
        found[row] = _swapped(int(left[row]), int(right[row]))
    return found


def _swapped(left: int, right: int) -> bool:
    one, two = str(left), str(right)
    if len(one) != len(two):
        return False
    differing = [place for place, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    first, second = differing
    return one[first] == two[second] and one[second] == two[first]
