"""Nouns and rates written once for two figures, or in brackets; units over a number; lengths on a broken line."""

from __future__ import annotations

import pytest

from factcheck.model import Span
from factcheck.reading.quantities import read_quantities


def told(text: str) -> list[tuple[str, str, str]]:
    """(quote, unit, noun) of each quantity."""
    found = read_quantities(text, [Span(0, len(text))], [])
    return [(each.span.of(text), each.quantity.unit, each.quantity.noun) for each in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("four red and six green lamps", [("four", "", "lamps"), ("six", "", "green lamps")]),
        (
            "5 swimming and 3 rowing lessons per week",
            [("5", "lesson per week", "lessons"), ("3", "lesson per week", "rowing lessons")],
        ),
        ("passed by 11 votes to 2.", [("11", "", "votes"), ("2", "", "votes")]),
        ("sank 4 and damaged 9 boats", [("4", "", ""), ("9", "", "boats")]),
        ("sent 11 boats to 2 ports", [("11", "", "boats"), ("2", "", "ports")]),
    ],
)
def test_a_noun_is_shared(text, wanted):
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("8 dives (per week) in all", [("8", "dive per week", "dives")]),
        ("8 dives (deep)", [("8", "", "dives")]),
        ("9 km (per hour)", [("9 km (per hour)", "kilometer per hour", "")]),
        ("7 l/100 km", [("7 l/100 km", "liter per 100 kilometer", "")]),
        ("60 kW/80 hp", [("60 kW", "kilowatt", ""), ("80 hp", "horsepower", "")]),
        ("6 deck or outside cabins", [("6", "", "deck or outside cabins")]),
        ("one-on-one talks", []),
        ("Raise it to 4 bar.", [("4 bar", "bar", "")]),
        ("a gate of 4 bars", [("4", "", "bars")]),
        ("2 hours\n   and 5 minutes", [("2 hours\n   and 5 minutes", "minute", "")]),
    ],
)
def test_what_is_written_beside_a_figure_is_read(text, wanted):
    assert told(text) == wanted
