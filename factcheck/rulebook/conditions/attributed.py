"""attributed: who is named as saying it.

>>> accepts("differs")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, mask, texts

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pandas import DataFrame

    from factcheck.rulebook.columns import Side

NAME = "attributed"
SUMMARY = (
    "both sides name who says it, two different ones (`differs`: a dispute) or the `same`; one side at least names "
    "somebody (`either`)"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"attribution": "Norland"}, {"attribution": "Sudland"}, "differs", True),
    ({"attribution": "Norland"}, {"attribution": "norland"}, "differs", False),
    ({"attribution": "Norland"}, {"attribution": "norland"}, "same", True),
    ({"attribution": "Norland"}, {}, "differs", False),
    ({"attribution": "Norland"}, {}, "either", True),
    ({}, {}, "either", False),
)


def accepts(argument: object) -> None:
    choice(argument, ("differs", "same", "either"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = _folded(pairs, "left"), _folded(pairs, "right")
    match argument:
        case "differs":
            return mask((left != "") & (right != "") & (left != right))
        case "same":
            return mask((left != "") & (left == right))
        case _:
            return mask((left != "") | (right != ""))


def _folded(pairs: DataFrame, side: Side) -> NDArray[np.object_]:
    return np.array([str(name).casefold() for name in texts(pairs, side, "attribution")], dtype=object)
