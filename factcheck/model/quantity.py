"""A quantity: what is stated, what that allows, in which unit, of what.

>>> from factcheck.model.interval import Interval
>>> Quantity("percent", Interval.point(18), Interval(17, 19), "percent", "percent", hedge="approx").stated.lo
18
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.model.interval import Interval

QuantityKind = Literal[
    "number", "percent", "money", "measure", "count", "age", "ordinal", "duration", "rate", "multiple"
]
Hedge = Literal["approx", "almost", "over"]
Role = Literal["value", "from", "to", "change", "part", "total", "limit", "default", "rank", "example"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """``stated`` holds the written bounds, ``implied`` what rounding and hedge allow (never narrower than stated).

    ``unit`` is the lexicon's canonical name ("" for counts and bare numbers), ``dimension`` names what may be
    compared: a pint dimensionality such as ``[length]``, ``money``, ``percent``, ``count``, ``number``, ``data`` ….
    ``noun`` is the counted thing as written, with its modifiers ("Russian soldiers").
    ``decimals`` is the power of ten of the last written digit (-1 for "1.7", 8 for "1.7 billion"), None if unknown.
    """

    kind: QuantityKind
    stated: Interval
    implied: Interval
    unit: str = ""
    dimension: str = "number"
    hedge: Hedge | None = None
    noun: str = ""
    decimals: int | None = None


# Units whose plural is not made with an "s"; codes of currencies and what else is all capitals have none.
_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz", "percent": "percent"}


def units_in_words(unit: str) -> str:
    """A unit's name for a reader, for any number but one.

    >>> units_in_words("kilometer"), units_in_words("degree_Celsius"), units_in_words("barrel per day")
    ('kilometers', 'degrees Celsius', 'barrels per day')
    >>> units_in_words("USD"), units_in_words("percent"), units_in_words("percentage_point")
    ('USD', 'percent', 'percentage points')
    """
    counted, per, rest = unit.replace("_", " ").partition(" per ")
    words = counted.split(" ")
    # "Degree Celsius", "kelvin": the first word of a degree is counted, else the last.
    at = 0 if words[0] == "degree" else -1
    word = words[at]
    if word in _PLURALS:
        words[at] = _PLURALS[word]
    elif word.islower() and word.isalpha() and not word.endswith("s"):
        words[at] = word + "s"
    return " ".join(words) + per + rest
