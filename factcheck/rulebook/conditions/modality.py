"""modality: how it is said (asserted, planned, forecast, negated …), on both sides.

>>> accepts("same")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen, choice_or_list
from factcheck.rulebook.columns import Mask, both_in, same

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "modality"
SUMMARY = (
    "how it is said (asserted, planned, forecast, negated …): the `same` on both sides, `differs`, or both in a list"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"modality": "asserted"}, {"modality": "planned"}, "differs", True),
    ({"modality": "asserted"}, {"modality": "asserted"}, "same", True),
    ({"modality": "asserted"}, {"modality": "reported"}, ["asserted", "reported"], True),
    ({"modality": "asserted"}, {"modality": "negated"}, ["asserted", "reported"], False),
)


def accepts(argument: object) -> None:
    choice_or_list(argument, ("same", "differs"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    known = choice_or_list(argument, ("same", "differs"))
    if isinstance(known, tuple):
        return both_in(pairs, "modality", known)
    equal = same(pairs, "modality")
    return equal if known == "same" else ~equal
