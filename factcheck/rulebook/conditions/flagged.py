"""flagged: whether a passage shows sample values or tells what was true once.

>>> accepts("example")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, flags

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "flagged"
SUMMARY = "one side at least stands in a block of sample values (`example`) or of past states (`history`)"
EXAMPLES: tuple[Specimen, ...] = (
    ({"example": True}, {}, "example", True),
    ({"history": True}, {}, "example", False),
    ({}, {"history": True}, "history", True),
    ({}, {}, "history", False),
)


def accepts(argument: object) -> None:
    choice(argument, ("example", "history"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    name = str(argument)
    return flags(pairs, "left", name) | flags(pairs, "right", name)
