"""Amounts written in two units: "7 feet 10 inches", "1 h 15 min", "$20 and 43c", "an hour and a half".

>>> low = "7 feet 10 inches"
>>> left, right = Figure(0, 6, 7.0, 0, "digits"), Figure(7, 16, 10.0, 0, "digits")
>>> left.digits_end, left.unit, left.dimension = 1, "foot", "[length]"
>>> right.digits_end, right.unit, right.dimension = 9, "inch", "[length]"
>>> composite(Source(low, low, 0, 16), left, right, " "), left.value, left.unit
(True, 94.0, 'inch')
"""

from __future__ import annotations

import re

from factcheck.lexicon.units import conversion
from factcheck.reading.quantities.figure import Figure, Source

_COMPOSITE = re.compile(r" (?:and )?|, and |, |-|")


def stretch(left: Figure, right: Figure) -> None:
    """Let the left figure reach to the end of the right one."""
    left.end, left.digits_end, left.outer_end = right.end, right.digits_end, right.outer_end
    left.limit = right.limit


_JOINED_DIMENSIONS = frozenset({"[length]", "[mass]", "[time]", "money", "[length] ** 3", "angle"})


def composite(source: Source, left: Figure, right: Figure, between: str) -> bool:
    """ "7 feet 10 inches", "1 h 15 min", "$20 and 43c", "1 hour 15": larger unit first. Comma lists stay apart."""
    if left.dimension not in _JOINED_DIMENSIONS or left.lo != left.hi or right.lo != right.hi:
        return False
    if "," in between and left.dimension not in ("[length]", "[mass]"):
        return False
    if (
        _COMPOSITE.fullmatch(between) is None
        or left.rate
        or right.signed
        or right.value < 0
        or not left.end > left.digits_end - 1
    ):
        return False
    if right.form == "fraction" and right.unit in ("", "dimensionless"):
        return _and_a_half(source, left, right, between)
    if not right.unit:
        return _bare_remainder(source, left, right, between)
    if left.dimension != right.dimension or left.hedge or right.hedge:
        return False
    if left.dimension == "money":
        return _cents(source, left, right)
    if left.unit == right.unit:
        return False
    ratio = conversion(left.unit).factor / conversion(right.unit).factor
    if ratio <= 1.0001 or (between == " and " and right.value > ratio * 4):
        return False
    left.value = left.lo = left.hi = _tidy(left.value * _tidy(ratio) + right.value)
    left.unit, left.step = right.unit, right.step
    stretch(left, right)
    return True


def _and_a_half(source: Source, left: Figure, right: Figure, between: str) -> bool:
    """ "an hour and a half", "two miles and a quarter"."""
    if (
        between != " and "
        or left.dimension == "money"
        or source.low.startswith((" of", " the"), right.end)
        or right.value >= 1
    ):
        return False
    left.value = left.lo = left.hi = left.value + right.value
    left.step = None
    stretch(left, right)
    return True


def _cents(source: Source, left: Figure, right: Figure) -> bool:
    """Hundredths behind a whole amount: the second figure already is a fraction of its currency."""
    minor = source.low[right.digits_end : right.end].strip() if right.end > right.digits_end else ""
    if right.value >= 1 or minor not in (
        "c",
        "p",
        "cents",
        "cent",
        "pence",
        "penny",
        "pennies",
        "sen",
        "sens",
        "paise",
        "kopecks",
        "¢",
    ):
        return False
    left.value = left.lo = left.hi = _tidy(left.value + right.value)
    left.step = -2
    stretch(left, right)
    return True


_REMAINDERS = {"hour": (60, "minute"), "minute": (60, "second"), "money": (100, "")}


def _bare_remainder(source: Source, left: Figure, right: Figure, between: str) -> bool:
    """ "1 hour 15", "$20 43", "twenty dollars and 43": two digits behind the unit that end the phrase."""
    key = "money" if left.dimension == "money" else left.unit
    if (
        key not in _REMAINDERS
        or between not in (" ", " and ")
        or right.step != 0
        or left.step != 0
        or left.scale
        or right.scale
    ):
        return False
    parts, unit = _REMAINDERS[key]
    closed = right.end >= source.end or source.text[right.end] in ".,;)"
    if not closed or not 1 <= right.value < parts or right.form not in ("digits", "words"):
        return False
    if unit:
        left.value = left.lo = left.hi = left.value * parts + right.value
        left.unit = unit
    else:
        left.value = left.lo = left.hi = _tidy(left.value + right.value / 100)
        left.step = -2
    stretch(left, right)
    return True


def _tidy(value: float) -> float:
    return float(f"{value:.12g}")
