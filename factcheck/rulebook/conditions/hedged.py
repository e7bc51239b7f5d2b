"""hedged: whether a figure carries "about", "almost", "just over".

>>> accepts("either")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, mask, texts

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "hedged"
SUMMARY = "`either` side, `both` or `neither` is hedged"
EXAMPLES: tuple[Specimen, ...] = (
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
            return mask(left | right)
        case "both":
            return mask(left & right)
        case _:
            return mask(~(left | right))
