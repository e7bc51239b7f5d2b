"""missing: one side at least lacks what the rule needs.

>>> accepts("value")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, ends, mask, numbers

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "missing"
SUMMARY = "one side has no value (`value`), no as-of time (`as_of`), or no publication time (`published`)"
EXAMPLES: tuple[Specimen, ...] = (
    ({"lo": 41, "hi": 41}, {}, "value", True),
    ({"lo": 41, "hi": 41}, {"hi": 50}, "value", False),
    ({"as_of_start": 738000, "as_of_end": 738000}, {}, "as_of", True),
    ({"published": 1000}, {"published": 2000}, "published", False),
)

_WHAT = ("value", "as_of", "published")


def accepts(argument: object) -> None:
    choice(argument, _WHAT)


def holds(pairs: DataFrame, argument: object) -> Mask:
    match argument:
        case "value":
            return ends(pairs, "left").missing | ends(pairs, "right").missing
        case "as_of":
            left = numbers(pairs, "left", "as_of_start") + numbers(pairs, "left", "as_of_end")
            right = numbers(pairs, "right", "as_of_start") + numbers(pairs, "right", "as_of_end")
        case _:
            left, right = numbers(pairs, "left", "published"), numbers(pairs, "right", "published")
    return mask(np.isnan(left) | np.isnan(right))
