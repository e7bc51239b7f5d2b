"""same_number: the figures as written are equal, whatever their units.

>>> accepts(True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen
from factcheck.rulebook.columns import Mask, mask, numbers

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "same_number"
SUMMARY = "the same figure of at least two digits stands on both sides, counted in its own unit (`true`)"
EXAMPLES: tuple[Specimen, ...] = (
    ({"number": 19, "resolution": 1609.344, "stated": 19 * 1609.344},
     {"number": 19, "resolution": 1000, "stated": 19e3}, True, True),
    ({"number": 19}, {"number": 18}, True, False),
    ({"number": 5}, {"number": 5}, True, False),
    ({"number": -40}, {"number": -40}, True, True),
    ({"number": 2.5, "resolution": 0.1, "stated": 2.5}, {"number": 2.5, "resolution": 0.1, "stated": 2.5}, True, True),
    ({}, {}, True, False),
)  # fmt: skip

_TWO_DIGITS = 10


def accepts(argument: object) -> None:
    if argument is not True:
        raise ValueError(f"unknown argument {argument!r}; known: true")


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = numbers(pairs, "left", "number"), numbers(pairs, "right", "number")
    with np.errstate(invalid="ignore"):
        telling = (np.abs(left) >= _TWO_DIGITS) | (left != np.rint(left))
        return mask(telling & np.isclose(left, right, rtol=1e-9, atol=0.0))
