"""relative: two times told relative to something else, in the same words.

>>> accepts("same words")
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

NAME = "relative"
SUMMARY = (
    'both times had to be resolved against another ("today", "the first quarter"), and stand in the `same words`: they '
    "may name two days, but are one text and not two statements"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"anchor": "published", "quote": "Yesterday"}, {"anchor": "none", "quote": "yesterday"}, "same words", True),
    ({"anchor": "published", "quote": "yesterday"}, {"anchor": "published", "quote": "on Friday"}, "same words", False),
    ({"anchor": "", "quote": "in 2014"}, {"anchor": "", "quote": "in 2014"}, "same words", False),
)


def accepts(argument: object) -> None:
    choice(argument, ("same words",))


def holds(pairs: DataFrame, argument: object) -> Mask:
    anchored = (texts(pairs, "left", "anchor") != "") & (texts(pairs, "right", "anchor") != "")
    return mask(anchored & (_words(pairs, "left") == _words(pairs, "right")))


def _words(pairs: DataFrame, side: Side) -> NDArray[np.object_]:
    return np.array([str(quote).casefold() for quote in texts(pairs, side, "quote")], dtype=object)
