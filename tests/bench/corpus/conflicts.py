"""False values of a fact: what a source writes that got it wrong.

>>> cause, value = mistaken(Shape("count", 10, 90, "people"), 40, Random(5))
>>> cause, value
('contradiction', 30)
"""

from __future__ import annotations

from random import Random

from tests.bench.corpus.values import Shape, as_date, as_day

# How often a mistake is a slip of the pen (a power of ten, two digits) and not another figure.
_MAGNITUDE_SHARE, _DIGITS_SHARE = 0.15, 0.1
_ENLARGE, _SHRINK = (1.25, 1.9), (0.5, 0.8)


def mistaken(shape: Shape, value: float, random: Random) -> tuple[str, float]:
    """The cause and a value that cannot be reconciled with the true one by any hedge or rounding."""
    kind = random.random()
    if shape.kind == "date":
        return "date", _other_day(int(value), random)
    if kind < _MAGNITUDE_SHARE and shape.kind == "money":
        return "magnitude slip", value * 1000 if value < 1e9 else value / 1000
    if kind < _MAGNITUDE_SHARE and shape.kind in ("count", "length", "mass", "power"):
        return "magnitude slip", value * 10
    if kind < _MAGNITUDE_SHARE + _DIGITS_SHARE and shape.kind == "count" and (swapped := _swapped(int(value))):
        return "swapped digits", swapped
    return "contradiction", another(shape, value, random)


def another(shape: Shape, value: float, random: Random) -> float:
    """A clearly different value of the same order of magnitude."""
    if shape.kind == "date":
        return _other_day(int(value) - 900, random)
    larger = random.random() < 0.5 and not (shape.kind == "share" and value > 50)
    factor = random.uniform(*(_ENLARGE if larger else _SHRINK))
    if shape.kind == "share":
        return round(value * factor, 1)
    if shape.kind == "money":
        return float(f"{value * factor:.3e}")
    changed = round(float(f"{value * factor:.2e}"))
    return changed if abs(changed - value) >= 3 else round(value) + 3


def _other_day(day: int, random: Random) -> int:
    if random.random() < 0.3:
        date = as_date(day)
        return as_day(date.replace(year=date.year + random.choice((-2, -1, 1)), day=min(date.day, 28)))
    return day + random.choice((-1, 1)) * random.randint(2, 25)


def _swapped(value: int) -> int | None:
    """The number with its first two digits in the other order, where that is more than a rounding."""
    digits = str(value)
    if len(digits) < 2 or abs(int(digits[0]) - int(digits[1])) < 2 or digits[1] == "0":
        return None
    return int(digits[1] + digits[0] + digits[2:])
