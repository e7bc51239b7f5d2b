"""Unit words and symbols of the lexicon, looked up by their first letters.

>>> [surface.unit for surface in surfaces()["acres"]]
['acre']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from factcheck.lexicon.load import entries
from factcheck.lexicon.units import conversion

ATOM = re.compile(r"[^\W\d_²³⁰-⁹½⅓⅔¼¾]+|[^\w\s]")


class Surface(NamedTuple):
    """One way to write a unit. ``exact``: case matters. ``factor`` multiplies the figure (hundredths of a currency)."""

    text: str
    unit: str
    dimension: str
    exact: bool
    when: str
    factor: float


@cache
def surfaces() -> Mapping[str, tuple[Surface, ...]]:
    """First run of letters (lower case) or first sign → surfaces that begin with it, longest first."""
    table: dict[str, dict[Surface, None]] = {}
    for surface in (*_unit_surfaces(), *_money_surfaces()):
        atom = ATOM.match(surface.text)
        assert atom is not None, surface
        table.setdefault(atom.group().lower(), {})[surface] = None
    return {atom: tuple(sorted(rows, key=lambda row: (-len(row.text), not row.exact))) for atom, rows in table.items()}


def plural_forms(word: str) -> tuple[str, ...]:
    if word.endswith("y") and word[-2:-1] not in ("a", "e", "o"):
        return word, word[:-1] + "ies"
    return (word,) if word.endswith("s") else (word, word + "s")


def _unit_surfaces() -> Iterator[Surface]:
    prefixes = {entry["prefix"]: entry["symbols"] for entry in entries("en/prefixes.yaml")}
    for entry in entries("en/units.yaml"):
        unit, when = entry["unit"], entry.get("when", "")
        if "prefixes_only" not in entry:
            yield from _written(entry, unit, entry.get("words", ()), entry.get("symbols", ()), when)
        kept = entry.get("prefixed", "words symbols")
        for prefix in (*entry.get("prefixes", ()), *entry.get("prefixes_only", ())):
            words = [prefix + word for word in entry.get("words", ())] if "words" in kept else []
            symbols = (
                [sign + s for s in entry.get("symbols", ()) for sign in prefixes[prefix]] if "symbols" in kept else []
            )
            yield from _written(entry, prefix + unit, words, symbols, "")


def _written(entry: Mapping[str, Any], unit: str, words: Any, symbols: Any, when: str) -> Iterator[Surface]:
    dimension = conversion(unit).dimension
    of_words = "" if entry.get("symbols") else when
    for word in words:
        forms = (word,) if entry.get("plural") == "none" else plural_forms(word)
        for form in forms:
            yield Surface(form, unit, dimension, False, of_words, 1.0)
    for symbol in symbols:
        yield Surface(symbol, unit, dimension, True, when, 1.0)


def _money_surfaces() -> Iterator[Surface]:
    for entry in entries("en/currencies.yaml"):
        unit, when = entry["unit"], entry.get("when", "")
        for name in entry.get("names", ()):
            if when == "never_alone" and " " not in name:
                continue
            for form in (name,) if entry.get("plural") == "none" else plural_forms(name):
                yield Surface(form, unit, "money", False, "" if when == "never_alone" else when, 1.0)
        for name in entry.get("words_plural", ()):
            yield Surface(name, unit, "money", False, "", 1.0)
        for sign in entry.get("signs", ()):
            yield Surface(sign, unit, "money", True, when, 1.0)
        if entry.get("code", True) is True and len(unit) == 3:
            yield Surface(unit, unit, "money", True, "", 1.0)
            yield Surface("M" + unit, unit, "money", True, "", 1e6)
        for name, factor in entry.get("minor", {}).items():
            condition = "single_letter_pence" if name == "p" else ""
            for form in plural_forms(name) if len(name) > 1 and name != "sen" else (name,):
                yield Surface(form, unit, "money", len(name) == 1, condition, factor)
    yield Surface("c", "USD", "money", True, "single_letter_pence", 0.01)


@cache
def signs_before() -> Mapping[str, str]:
    """Currency signs and codes that may stand before a figure, exactly as written → unit."""
    table: dict[str, str] = {}
    for entry in entries("en/currencies.yaml"):
        unit = entry["unit"]
        for sign in entry.get("signs", ()):
            table.setdefault(sign, unit)
        if entry.get("code", True) and len(unit) == 3 and unit.isupper():
            table.setdefault(unit, unit)
            table.setdefault("M" + unit, unit)
    return table
