"""vague: whether a figure is no more than a word of size ("dozens", "thousands").

>>> accepts("either")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, flags

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "vague"
SUMMARY = "`either` side, or `both`, say no more than a word of size"
EXAMPLES: tuple[Specimen, ...] = (
    ({"vague": True}, {}, "either", True),
    ({"vague": True}, {}, "both", False),
    ({"vague": True}, {"vague": True}, "both", True),
    ({}, {}, "either", False),
)


def accepts(argument: object) -> None:
    choice(argument, ("both", "either"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = flags(pairs, "left", "vague"), flags(pairs, "right", "vague")
    return left & right if argument == "both" else left | right
