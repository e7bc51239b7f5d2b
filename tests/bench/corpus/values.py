"""True values of facts and the ways to write them, each of which says the same (or, hedged, less).

>>> render(Shape("money", 1, 900), 441_800_000, "rounded", Random(1))
'$442 million'
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal

Style = Literal["plain", "rounded", "bound", "unit", "notation"]

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_EPOCH = date(2000, 1, 1)
# (name, symbol, what one of it is in the other unit, the other unit)
_UNITS = {
    "length": ("kilometers", "km", 0.621371, "miles"),
    "height": ("meters", "m", 3.28084, "feet"),
    "area": ("hectares", "ha", 2.47105, "acres"),
    "mass": ("tonnes", "t", 2204.62, "pounds"),
    "power": ("megawatts", "MW", 1000.0, "kilowatts"),
    "days": ("days", "days", 24.0, "hours"),
}
_NICE_SHARES = {
    10: "one in ten", 20: "one in five", 25: "a quarter",
    50: "half", 75: "three quarters", 90: "nine out of ten",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """What kind of value a fact has: ``kind`` (count, money, share, date, year, bound or a unit's), its range, and
    for a count the noun that is counted. Money is in dollars, ``low`` and ``high`` in millions; dates are days."""

    kind: str
    low: float = 0
    high: float = 0
    noun: str = ""

    def draw(self, random: Random) -> float:
        """A value of three digits at most, money of four, small ones likelier than large ones."""
        low, high = (self.low * 1e6, self.high * 1e6) if self.kind == "money" else (self.low, self.high)
        if self.kind in ("share", "year"):
            return round(random.uniform(low, high), 1 if self.kind == "share" else None)
        if self.kind == "date":
            return random.randint(int(low), int(high))
        return _digits(low * (high / low) ** random.random(), 4 if self.kind == "money" else 3)


def _digits(value: float, digits: int) -> float:
    rounded = float(f"{value:.{digits - 1}e}")
    return float(round(rounded)) if rounded >= 10 ** (digits - 1) else round(rounded)


def as_date(value: float) -> date:
    """Dates are kept as days since 1 January 2000."""
    return _EPOCH + timedelta(days=int(value))


def as_day(day: date) -> int:
    return (day - _EPOCH).days


# Of less than this the next whole number is too far off for "nearly".
_NEARLY = 20


def styles(shape: Shape, value: float) -> tuple[Style, ...]:
    """The ways, other than the plain one, in which this value can be written truthfully."""
    if shape.kind == "money":
        return ("rounded", "bound", "notation")
    if shape.kind == "share":
        return ("rounded", "bound", "notation") if value in _NICE_SHARES else ("rounded", "bound")
    if shape.kind in _UNITS:
        return ("bound", "unit") if value >= _NEARLY else ("unit",)
    return ("bound", "notation") if shape.kind == "count" and value >= 24 else ()


def render(shape: Shape, value: float, style: Style, random: Random) -> str:
    """The value as an article writes it in that style."""
    if shape.kind == "money":
        return _money(value, style, random)
    if shape.kind == "share":
        return _share(value, style, random)
    if shape.kind == "date":
        return _date(as_date(value), random)
    if shape.kind == "year":
        return str(int(value))
    if shape.kind in _UNITS:
        return _measured(shape.kind, value, style, random)
    return f"{_count(int(value), style, random)} {shape.noun}".strip()


def _count(value: int, style: Style, random: Random) -> str:
    if style == "bound":
        below = value - value % 10 if value % 10 else value - 5
        return random.choice((f"more than {below:,}", f"at least {value:,}", f"as many as {value:,}"))
    if style == "notation" and value < 100:
        return "dozens of"
    if value < len(_WORDS) and random.random() < 0.5:
        return _WORDS[value]
    return f"{value:,}"


def _money(value: float, style: Style, random: Random) -> str:
    scale, name, short = (1e9, "billion", "bn") if value >= 1e9 else (1e6, "million", "m")
    number = value / scale
    if style == "rounded":
        return f"${number:.3g} {name}"
    if style == "bound":
        return f"more than ${_below(number):g} {name}"
    if style == "notation":
        return random.choice((f"${number:g}{short}", f"{number:g} {name} dollars"))
    return f"${number:g} {name}"


def _below(number: float) -> float:
    """A rounder number, less than this one."""
    step = 10.0 ** (math.floor(math.log10(number)) - 1)
    return round((math.ceil(number / step - 1e-9) - 1) * step, 6)


def _share(value: float, style: Style, random: Random) -> str:
    if style == "rounded":
        return f"about {round(value)}%"
    if style == "bound":
        return f"more than {int(value - 0.5)}%"
    if style == "notation":
        return _NICE_SHARES[int(value)]
    return f"{value:g}{random.choice(('%', ' percent', ' per cent'))}"


def _measured(kind: str, value: float, style: Style, random: Random) -> str:
    name, symbol, factor, other = _UNITS[kind]
    if style == "unit":
        converted = float(f"{value * factor:.3g}")
        return f"{converted:,.0f} {other}" if converted >= 100 else f"{converted:g} {other}"
    if style == "bound":
        return f"nearly {value + max(1, round(value * 0.02)):,g} {name}"
    return f"{value:,g} {random.choice((name, symbol))}"


def _date(day: date, random: Random) -> str:
    month = MONTHS[day.month - 1]
    return random.choice((f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"))
