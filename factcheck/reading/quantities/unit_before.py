"""Units that stand before their figure: "pH 7.5", "a pH of 8", "absolute zero".

>>> text = "a soil of pH 6.5"
>>> found = unit_before(Source(text, text.lower(), 0, len(text)), Figure(13, 16, 6.5, -1, "digits"), 0)
>>> found.unit if found else None
'pH'
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.lexicon.units import conversion
from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.unit_behind import UnitFound
from factcheck.reading.quantities.unit_conditions import CONDITIONS

_LONGEST = 24


@cache
def units_before() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """Last word, in lower case → (surface, unit, condition) of the units written before a figure, longest first."""
    table: dict[str, list[tuple[str, str, str]]] = {}
    for entry in entries("en/units.yaml"):
        for surface in entry.get("before", ()):
            row = (surface, entry["unit"], entry.get("when", ""))
            table.setdefault(surface.rsplit(" ", 1)[-1].lower(), []).append(row)
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


def unit_before(source: Source, figure: Figure, floor: int) -> UnitFound | None:
    """The unit whose surface ends directly before the figure, not before ``floor``; its mention is the figure alone."""
    start = figure.start - 1
    if start < floor or source.text[start] != " ":
        return None
    window = source.text[max(floor, start - _LONGEST) : start]
    for surface, unit, condition in units_before().get(window[window.rfind(" ") + 1 :].lower(), ()):
        begin = len(window) - len(surface)
        whole = window.endswith(surface) and not (begin > 0 and window[begin - 1].isalnum())
        if whole and (not condition or CONDITIONS[condition](source, figure, figure.end, figure.end)):
            return UnitFound(unit, conversion(unit).dimension, figure.end, 1.0, False)
    return None
