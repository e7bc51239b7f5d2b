"""currency: whether two sums of money are in one currency.

>>> accepts("differs")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Mask, mask, same, texts

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "currency"
SUMMARY = (
    "both sides are money, in the `same` currency or not (`differs`); `one sign`: in two currencies that are often "
    "written with one sign, such as the dollars"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"unit": "USD", "dimension": "money"}, {"unit": "EUR", "dimension": "money"}, "differs", True),
    ({"unit": "USD", "dimension": "money"}, {"unit": "USD", "dimension": "money"}, "same", True),
    ({"unit": "USD", "dimension": "money"}, {"unit": "AUD", "dimension": "money"}, "one sign", True),
    ({"unit": "USD", "dimension": "money"}, {"unit": "EUR", "dimension": "money"}, "one sign", False),
    ({"unit": "mile", "dimension": "[length]"}, {"unit": "yard", "dimension": "[length]"}, "differs", False),
)

_ONE_SIGN = (
    ("USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "BRL"),
    ("CNY", "JPY"),
    ("SEK", "NOK", "DKK", "ISK"),
    ("INR", "PKR", "LKR", "NPR", "IDR"),
    ("GBP", "EGP", "LBP"),
)
"""Currencies that share a sign or an everyday name ($, ¥, kr, Rs, £)."""


def accepts(argument: object) -> None:
    choice(argument, ("same", "differs", "one sign"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = texts(pairs, "left", "unit"), texts(pairs, "right", "unit")
    money = (texts(pairs, "left", "dimension") == "money") & (texts(pairs, "right", "dimension") == "money")
    equal = same(pairs, "unit")
    match argument:
        case "same":
            return mask(money & equal)
        case "differs":
            return mask(money & ~equal)
        case _:
            shared = np.zeros(len(pairs), dtype=bool)
            for family in _ONE_SIGN:
                shared |= np.isin(left, family) & np.isin(right, family)
            return mask(money & ~equal & shared)
