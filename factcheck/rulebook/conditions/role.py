"""role: what the figure is in its sentence or on its page, on both sides.

>>> accepts("same")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen, choice_or_list
from factcheck.rulebook.columns import Mask, both_in, same

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "role"
SUMMARY = (
    "what the figure is in its sentence or on its page (value, from, to, limit, default …): "
    "the `same` on both sides, `differs`, or both in a list"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"role": "limit"}, {"role": "value"}, "differs", True),
    ({"role": "limit"}, {"role": "limit"}, "same", True),
    ({"role": "part"}, {"role": "total"}, ["part", "total"], True),
    ({"role": "part"}, {"role": "value"}, ["part", "total"], False),
)


def accepts(argument: object) -> None:
    choice_or_list(argument, ("same", "differs"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    known = choice_or_list(argument, ("same", "differs"))
    if isinstance(known, tuple):
        return both_in(pairs, "role", known)
    equal = same(pairs, "role")
    return equal if known == "same" else ~equal
