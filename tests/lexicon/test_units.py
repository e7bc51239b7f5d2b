"""Conversion factors: the lexicon's table against pint, composed units, laws of conversion."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon.load import entries
from factcheck.lexicon.units import conversion, prefix_factors, unit_table
from factcheck.model import Interval

FACTORS = [entry for entry in entries("en/units.yaml") if "factor" in entry and entry.get("pint") != "none"]


@pytest.fixture(scope="module")
def registry() -> Any:
    pint = pytest.importorskip("pint")
    return pint.UnitRegistry(cache_folder=None)


def pint_expression(entry: dict[str, Any]) -> str:
    if "pint" in entry:
        return str(entry["pint"])
    head, _, rest = entry["unit"].partition(" ")
    return f"{rest} ** {2 if head == 'square' else 3}" if head in ("square", "cubic") else entry["unit"]


def base_name(unit: str) -> str:
    """The base unit as an expression of pint."""
    named = {"hertz": "1 / second", "percentage_point": "percent", "newton_meter": "newton * meter"}
    if unit in named:
        return named[unit]
    above, per, below = unit.partition(" per ")
    if per:
        return f"{base_name(above)} / {base_name(below)}"
    head, _, rest = unit.partition(" ")
    return f"{rest} ** {2 if head == 'square' else 3}" if head in ("square", "cubic") else unit


# Before 0.26 pint made these of the survey foot, which is two millionths longer.
_OF_A_SURVEY_FOOT = frozenset({"acre", "acre_foot", "fathom", "furlong"})


@pytest.mark.parametrize("entry", FACTORS, ids=lambda entry: entry["unit"])
def test_factor_is_what_pint_says(entry: dict[str, Any], registry: Any) -> None:
    base = base_name(conversion(entry["unit"]).base_unit)
    one = registry.Quantity(1, registry.parse_units(pint_expression(entry))) if "offset" in entry else (
        registry.parse_expression(pint_expression(entry)) * registry.Quantity(1)
    )  # fmt: skip
    expected = one.to(base)
    near = 1e-9 if entry["unit"] not in _OF_A_SURVEY_FOOT else 1e-5
    assert entry["factor"] + entry.get("offset", 0.0) == pytest.approx(expected.magnitude, rel=near)


@pytest.mark.parametrize("prefix", sorted(prefix_factors()))
def test_prefix_is_what_pint_says(prefix: str, registry: Any) -> None:
    assert prefix_factors()[prefix] == pytest.approx(registry.Quantity(1, prefix + "byte").to("byte").magnitude)


@pytest.mark.parametrize(
    ("unit", "base", "factor", "dimension"),
    [
        ("kilometer", "meter", 1000.0, "[length]"),
        ("square kilometer", "square meter", 1e6, "[length] ** 2"),
        ("cubic foot", "cubic meter", 0.3048**3, "[length] ** 3"),
        ("mile per hour", "meter per second", 0.44704, "[length] per [time]"),
        ("acre", "square meter", 43_560 * 0.3048**2, "[length] ** 2"),
        ("fathom", "meter", 6 * 0.3048, "[length]"),
        ("knot", "meter per second", 1852 / 3600, "[length] per [time]"),
        ("barrel per day", "cubic meter per second", 0.158987294928 / 86400, "[length] ** 3 per [time]"),
        ("USD per barrel", "USD per cubic meter", 1 / 0.158987294928, "money per [length] ** 3"),
        ("death per 100000 person", "death per person", 1e-5, "count per count"),
        ("person per square kilometer", "person per square meter", 1e-6, "count per [length] ** 2"),
        ("liter per 100 kilometer", "cubic meter per meter", 1e-8, "[length] ** 3 per [length]"),
        ("mebibyte", "byte", 2.0**20, "data"),
        ("dimensionless", "percent", 100.0, "percent"),
        ("EUR", "EUR", 1.0, "money"),
        ("", "", 1.0, "count"),
        ("month of age", "year of age", 1 / 12, "age"),
    ],
)
def test_known_conversions(unit: str, base: str, factor: float, dimension: str) -> None:
    found = conversion(unit)
    assert (found.base_unit, found.dimension) == (base, dimension)
    assert found.factor == pytest.approx(factor, rel=1e-12)


def test_temperatures_share_a_scale() -> None:
    celsius, fahrenheit = conversion("degree_Celsius"), conversion("degree_Fahrenheit")
    assert 100 * celsius.factor + celsius.offset == pytest.approx(212 * fahrenheit.factor + fahrenheit.offset)
    assert celsius.base_unit == fahrenheit.base_unit == "kelvin"


def test_unknown_words_are_counted_things_and_pint_knows_rare_units() -> None:
    assert conversion("gizmo per day").dimension == "count per [time]"
    assert conversion("gizmo").dimension == "count"
    assert conversion("slug").factor == pytest.approx(14.5939, rel=1e-5)


def test_every_base_unit_is_its_own_base() -> None:
    for unit, found in unit_table().items():
        base = conversion(found.base_unit)
        assert base.factor == pytest.approx(1.0), unit
        assert base.dimension == found.dimension, unit


def test_common_units_need_no_pint() -> None:
    code = (
        "import sys; from factcheck.lexicon.units import conversion; "
        "[conversion(u) for u in ('kilometer', 'USD per barrel', 'square mile', 'megabit per second', '')]; "
        "sys.exit('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(st.sampled_from(sorted(unit_table())), st.floats(-1e6, 1e6), st.floats(0, 1e3))
def test_converting_there_and_back_contains_the_interval(unit: str, low: float, width: float) -> None:
    found = conversion(unit)
    interval = Interval(low, low + width)
    there = interval.scaled(found.factor, found.offset)
    back = there.scaled(1 / found.factor, -found.offset / found.factor)
    slack = 1e-9 * max(1.0, abs(low), abs(low + width), abs(found.offset / found.factor))
    assert back.lo is not None
    assert back.hi is not None
    assert back.lo <= interval.lo + slack  # type: ignore[operator]
    assert back.hi >= interval.hi - slack  # type: ignore[operator]
