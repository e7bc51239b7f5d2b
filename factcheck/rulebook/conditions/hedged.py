"""hedged: whether a figure carries "about", "almost", "just over".

>>> accepts("either")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import choice
from factcheck.rulebook.columns import Mask, texts

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "hedged"
SUMMARY = "`either` side, `both` or `neither` is hedged"
EXAMPLES = (
    ({"hedge": "approx"}, {}, "either", True),
    ({"hedge": "approx"}, {}, "both", False),
    ({"hedge": "approx"}, {"hedge": "almost"}, "both", True),
    ({}, {}, "neither", True),
    ({"hedge": "over"}, {}, "neither", False),
)


def accepts(argument: object) -> None:
    choice(argument, ("either", "both", "neither"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = texts(pairs, "left", "hedge") != "", texts(pairs, "right", "hedge") != ""
    match argument:
        case "either":
            return np.asarray(left | right, dtype=bool)
        case "both":
            return np.asarray(left & right, dtype=bool)
        case _:
            return np.asarray(~(left | right), dtype=bool)
