"""standing: whether both claims stand on pages without a date, which say how things are and not how they were one day.

>>> accepts(True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen
from factcheck.rulebook.columns import Mask, mask

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "standing"
SUMMARY = "`true` or `false`: neither page has a date of publication"
EXAMPLES: tuple[Specimen, ...] = (
    ({}, {}, True, True),
    ({"published": 0.0}, {}, True, False),
    ({"published": 0.0}, {"published": 1440.0}, False, True),
)


def accepts(argument: object) -> None:
    if not isinstance(argument, bool):
        raise ValueError(f"unknown argument {argument!r}; known: true, false")  # noqa: TRY004 – a mistake in a value


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = (pairs[f"{side}_published"].to_numpy(dtype=float) for side in ("left", "right"))
    return mask((np.isnan(left) & np.isnan(right)) == argument)
