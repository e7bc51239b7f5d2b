"""began: whether both dates say when the same thing began, be it as the day or as the time since when.

>>> accepts("disjoint")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Ends, Mask, numbers, texts

if TYPE_CHECKING:
    from pandas import DataFrame

    from factcheck.rulebook.columns import Side

NAME = "began"
SUMMARY = (
    'both dates say when something began ("began in 2014", "has lasted since 2014"), and these beginnings can be one '
    "(`overlap`) or cannot (`disjoint`)"
)
EXAMPLES: tuple[Specimen, ...] = (
    (
        {"measure": "begin war", "begins_lo": 737000, "begins_hi": 737364},
        {"measure": "begin war", "begins_lo": 737100, "begins_hi": 737130},
        "overlap",
        True,
    ),
    (
        {"measure": "begin war", "begins_lo": 737000, "begins_hi": 737364},
        {"measure": "begin war", "begins_lo": 735000, "begins_hi": 735364},
        "disjoint",
        True,
    ),
    (
        {"measure": "sell", "begins_lo": 737000, "begins_hi": 737364},
        {"measure": "sell", "begins_lo": 735000, "begins_hi": 735364},
        "disjoint",
        False,
    ),
    ({"measure": "begin war"}, {"measure": "begin war", "begins_lo": 735000, "begins_hi": 735364}, "disjoint", False),
)


def accepts(argument: object) -> None:
    choice(argument, ("overlap", "disjoint"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = _begins(pairs, "left"), _begins(pairs, "right")
    known = _of_a_beginning(pairs, "left") & _of_a_beginning(pairs, "right") & ~left.missing & ~right.missing
    meets = left.meets(right)
    return known & (meets if argument == "overlap" else ~meets)


def _begins(pairs: DataFrame, side: Side) -> Ends:
    return Ends.of(numbers(pairs, side, "begins_lo"), numbers(pairs, side, "begins_hi"))


def _of_a_beginning(pairs: DataFrame, side: Side) -> Mask:
    return np.array([measure.startswith("begin ") for measure in texts(pairs, side, "measure")], dtype=bool)
