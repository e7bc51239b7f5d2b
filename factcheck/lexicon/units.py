"""Conversion of canonical units to one base unit for each dimension.

>>> conversion("mile per hour").base_unit, conversion("square kilometer").factor
('meter per second', 1000000.0)
>>> conversion("EUR").dimension, conversion("").dimension
('money', 'count')
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.lexicon.load import entries

_POWERS = {"square": 2, "cubic": 3}
_COUNTED = re.compile(r"(\d+) (.+)")


@dataclass(frozen=True, slots=True)
class Conversion:
    """``value in base_unit = value * factor + offset``; values of one ``dimension`` may be compared in its base unit.

    Money converts only to itself: amounts in two currencies share a dimension but no base unit.
    """

    base_unit: str
    factor: float
    offset: float
    dimension: str


@cache
def conversion(unit: str) -> Conversion:
    """How to convert a canonical unit ("kilometer", "USD per barrel", "" for counts) to its base unit.

    The factors stand in the lexicon; pint is asked for units that are not there. A word neither knows is a counted
    thing ("death per day"). Raises nothing.
    """
    if not unit:
        return Conversion("", 1.0, 0.0, "count")
    return _known(unit) or _asked_of_pint(unit) or Conversion(unit, 1.0, 0.0, "count")


@cache
def unit_table() -> Mapping[str, Conversion]:
    """Every unit of the lexicon, with its prefixed forms, by canonical name. Read-only."""
    rows = [row for entry in entries("en/units.yaml") if "factor" in entry for row in _rows(entry)]
    bases = {dimension: unit for unit, dimension, factor, offset in reversed(rows) if factor == 1 and not offset}
    bases |= {"[length] per [time]": "meter per second", "[length] ** 3 per [time]": "cubic meter per second"}
    table = {
        unit: Conversion(bases[dimension], float(factor), float(offset), dimension)
        for unit, dimension, factor, offset in rows
    }
    return table | {unit: Conversion(unit, 1.0, 0.0, "money") for unit in currency_units()}


@cache
def currency_units() -> frozenset[str]:
    return frozenset(entry["unit"] for entry in entries("en/currencies.yaml"))


def _rows(entry: Mapping[str, Any]) -> list[tuple[str, str, float, float]]:
    unit, dimension, factor = entry["unit"], entry["dimension"], entry["factor"]
    prefixes = (*entry.get("prefixes", ()), *entry.get("prefixes_only", ()))
    prefixed = [(prefix + unit, dimension, factor * prefix_factors()[prefix], 0.0) for prefix in prefixes]
    return [(unit, dimension, factor, entry.get("offset", 0.0)), *prefixed]


@cache
def prefix_factors() -> Mapping[str, float]:
    return {entry["prefix"]: entry["factor"] for entry in entries("en/prefixes.yaml")}


def _known(unit: str) -> Conversion | None:
    direct = unit_table().get(unit)
    if direct is not None:
        return direct
    head, _, rest = unit.partition(" ")
    if head in _POWERS and " per " not in unit:
        return _power(rest, _POWERS[head])
    above, per, below = unit.partition(" per ")
    if per:
        return _quotient(above, below)
    return None


def _power(unit: str, exponent: int) -> Conversion | None:
    single = _known(unit)
    if single is None or single.dimension != "[length]":
        return None
    name = "square" if exponent == 2 else "cubic"
    return Conversion(f"{name} {single.base_unit}", single.factor**exponent, 0.0, f"[length] ** {exponent}")


def _quotient(above: str, below: str) -> Conversion:
    """A rate: "USD per barrel", "death per 100000 person". Unknown words are counted things."""
    counted = _COUNTED.fullmatch(below)
    number, below = (float(counted[1]), counted[2]) if counted else (1.0, below)
    top = _known(above) or Conversion(above, 1.0, 0.0, "count")
    bottom = _known(below) or Conversion(below, 1.0, 0.0, "count")
    return Conversion(
        f"{top.base_unit} per {bottom.base_unit}",
        top.factor / (bottom.factor * number),
        0.0,
        f"{top.dimension} per {bottom.dimension}",
    )


def _asked_of_pint(unit: str) -> Conversion | None:
    """A unit that only pint knows, in pint's base units."""
    import pint

    try:
        one = _pint_registry().Quantity(1, unit)
        base = one.to_base_units()
        zero = _pint_registry().Quantity(0, unit).to_base_units().magnitude
    except (pint.errors.PintError, AttributeError, ValueError, TypeError, AssertionError, SyntaxError):
        return None
    if base.unitless and not one.unitless:
        return None
    dimension = " ** ".join(str(one.dimensionality).split(" ** "))
    return Conversion(str(base.units).replace(" ** 2", "**2"), float(base.magnitude - zero), float(zero), dimension)


@cache
def _pint_registry() -> Any:
    import pint

    return pint.UnitRegistry(cache_folder=None)
