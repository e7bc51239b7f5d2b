"""period: the period of a rate ("per day"), or none, on both sides.

>>> accepts("same")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen, choice_or_list
from factcheck.rulebook.columns import Mask, both_in, same

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "period"
SUMMARY = 'the period of a rate ("per day"), or none: the `same` on both sides, `differs`, or both in a list'
EXAMPLES: tuple[Specimen, ...] = (
    ({"period": "day"}, {"period": "year"}, "differs", True),
    ({"period": ""}, {"period": ""}, "same", True),
    ({"period": "day"}, {"period": "week"}, ["day", "week"], True),
    ({"period": "day"}, {"period": ""}, ["day", "week"], False),
)


def accepts(argument: object) -> None:
    choice_or_list(argument, ("same", "differs"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    known = choice_or_list(argument, ("same", "differs"))
    if isinstance(known, tuple):
        return both_in(pairs, "period", known)
    equal = same(pairs, "period")
    return equal if known == "same" else ~equal
