"""measure: what is measured, or what happened, on both sides.

>>> accepts("same")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen, choice_or_list
from factcheck.rulebook.columns import Mask, both_in, same

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "measure"
SUMMARY = "what is measured, or what happened: the `same` on both sides, `differs`, or both in a list"
EXAMPLES: tuple[Specimen, ...] = (
    ({"measure": "deaths"}, {"measure": "injuries"}, "differs", True),
    ({"measure": "deaths"}, {"measure": "deaths"}, "same", True),
    ({"measure": "deaths"}, {"measure": "deaths"}, ["deaths", "arrests"], True),
    ({"measure": "deaths"}, {"measure": "price"}, ["deaths", "arrests"], False),
)


def accepts(argument: object) -> None:
    choice_or_list(argument, ("same", "differs"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    known = choice_or_list(argument, ("same", "differs"))
    if isinstance(known, tuple):
        return both_in(pairs, "measure", known)
    equal = same(pairs, "measure")
    return equal if known == "same" else ~equal
