"""Conflicts made by hand, for tests of what is known about them.

>>> conflict("fc-1", "FC140", {"5 seats": [("a.md", 4)], "9 seats": [("b.md", 7)]}).positions[1].text
'9 seats'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Conflict, Position, Quantity, Reason
from factcheck.model.finding import Severity
from tests.writers.reports import citation, claim, count, position


def conflict(
    id: str, rule: str, places: Mapping[str, Sequence[tuple[str, int]]], severity: Severity = "error"
) -> Conflict:
    """A conflict whose positions are the keys, each stated at (path, line) places."""
    positions = tuple(_position(text, at) for text, at in places.items())
    return Conflict(
        id, rule, severity, "contradiction", 0.9, "seats", " / ".join(places), positions,
        (Reason("measure", "seats", 20),),
    )  # fmt: skip


def _position(text: str, at: Sequence[tuple[str, int]]) -> Position:
    return position(
        text, *(claim(citation(path, line, f"Up to {text}.", text, offset=line), _value(text)) for path, line in at)
    )


def _value(text: str) -> Quantity:
    number, _, noun = text.partition(" ")
    return count(float(number), noun)
