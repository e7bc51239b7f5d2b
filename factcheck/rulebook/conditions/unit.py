"""unit: whether the two figures are written in one unit, and whether their units can be compared at all.

>>> accepts("differs")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, comparable, mask, same, texts

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "unit"
SUMMARY = (
    "the units as written are the `same`, or `differs`; or the two have no common scale (`incomparable`: another "
    "dimension, or another currency)"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"unit": "mile", "dimension": "[length]"}, {"unit": "kilometer", "dimension": "[length]"}, "differs", True),
    ({"unit": "mile", "dimension": "[length]"}, {"unit": "mile", "dimension": "[length]"}, "same", True),
    ({"unit": "mile", "dimension": "[length]"}, {"unit": "kilometer", "dimension": "[length]"}, "incomparable", False),
    ({"unit": "mile", "dimension": "[length]"}, {"unit": "hour", "dimension": "[time]"}, "incomparable", True),
    ({"unit": "USD", "dimension": "money"}, {"unit": "EUR", "dimension": "money"}, "incomparable", True),
    ({"dimension": "count"}, {"dimension": "number"}, "incomparable", False),
)


def accepts(argument: object) -> None:
    choice(argument, ("same", "differs", "incomparable"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    if argument == "incomparable":
        written = (texts(pairs, "left", "dimension") != "") & (texts(pairs, "right", "dimension") != "")
        return mask(written & ~comparable(pairs))
    equal = same(pairs, "unit")
    return equal if argument == "same" else ~equal
