"""calendar: one length of time, told in days or weeks on one side and in months or years on the other.

>>> accepts(True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen
from factcheck.rulebook.columns import Mask, ends, mask, texts

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "calendar"
SUMMARY = (
    "two lengths of time in different units, one of them months or years, that differ by no more than months and years "
    'do ("1 month" and "30 days", "a year" and "52 weeks") (`true`)'
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"stated": 30.44, "unit": "month", "dimension": "[time]"}, {"stated": 30, "unit": "day", "dimension": "[time]"},
     True, True),
    ({"stated": 30.44, "unit": "month", "dimension": "[time]"}, {"stated": 28, "unit": "day", "dimension": "[time]"},
     True, True),
    ({"stated": 365.25, "unit": "year", "dimension": "[time]"}, {"stated": 364, "unit": "week", "dimension": "[time]"},
     True, True),
    ({"stated": 365.25, "unit": "year", "dimension": "[time]"}, {"stated": 300, "unit": "day", "dimension": "[time]"},
     True, False),
    ({"stated": 30, "unit": "day", "dimension": "[time]"}, {"stated": 31, "unit": "day", "dimension": "[time]"},
     True, False),
)  # fmt: skip

_LOOSE = {"month": 0.082, "quarter": 0.03, "year": 0.01, "decade": 0.002}
"""How much shorter a calendar unit can be than its mean: February has 28 of 30.44 days, 52 weeks 364 of 365.25."""


def accepts(argument: object) -> None:
    if argument is not True:
        raise ValueError(f"unknown argument {argument!r}; known: true")


def holds(pairs: DataFrame, argument: object) -> Mask:
    left_unit, right_unit = texts(pairs, "left", "unit"), texts(pairs, "right", "unit")
    slack = np.zeros(len(pairs))
    for unit, loose in _LOOSE.items():
        slack = np.maximum(slack, np.where((left_unit == unit) | (right_unit == unit), loose, 0.0))
    left, right = ends(pairs, "left", "stated_"), ends(pairs, "right", "stated_")
    larger = np.maximum(np.abs(left.middle), np.abs(right.middle))
    with np.errstate(invalid="ignore"):
        near = np.abs(left.middle - right.middle) <= slack * larger
    lengths = (texts(pairs, "left", "dimension") == "[time]") & (texts(pairs, "right", "dimension") == "[time]")
    return mask(lengths & (left_unit != right_unit) & (slack > 0) & near)
