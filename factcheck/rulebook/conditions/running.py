"""running: whether the figures are of a story that goes on, and are counted on while it does.

>>> accepts("both")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, flags

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "running"
SUMMARY = "`both` sides, or `either`, are tolls, counts or sums that go on being counted"
EXAMPLES: tuple[Specimen, ...] = (
    ({"running": True}, {"running": True}, "both", True),
    ({"running": True}, {}, "both", False),
    ({"running": True}, {}, "either", True),
    ({}, {}, "either", False),
)


def accepts(argument: object) -> None:
    choice(argument, ("both", "either"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = flags(pairs, "left", "running"), flags(pairs, "right", "running")
    return left & right if argument == "both" else left | right
