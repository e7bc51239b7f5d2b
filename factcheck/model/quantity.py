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
