"""The values of a conflict along one axis, for a forest plot or a timeline.

>>> from factcheck.model import Interval
>>> _ends(Interval.above(20.0), 2.0)
[40.0, None]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.model import Claim, Conflict, DayInterval, Interval, Position, Quantity, TimeInterval
from factcheck.model.quantity import units_in_words
from factcheck.writers.neutralise import one_line
from factcheck.writers.shape import Cards, Object, finite
from factcheck.writers.wording import implied_words, source_name, stated_words, unit_words


class _Row(NamedTuple):
    """One line of the plot: a place, or a side that was computed."""

    label: str
    words: str
    quantity: Quantity | None
    time: TimeInterval | None


def plot_of(conflict: Conflict, cards: Cards) -> Object | None:
    """Axis and rows, each with stated and implied ends; None if the values cannot share an axis."""
    rows = [row for position in conflict.positions for row in _rows(position, cards)]
    quantities = [row.quantity for row in rows if row.quantity is not None]
    if len(quantities) == len(rows):
        unit = _common_unit(quantities, conflict.factors)
        drawn = [_number_bars(quantity, conflict.factors) for quantity in quantities]
        return None if unit is None else _plot("number", unit, rows, drawn)
    times = [row.time for row in rows if row.time is not None and row.quantity is None]
    if len(times) < len(rows) or not all(time.days.start or time.days.end for time in times):
        return None
    return _plot("date", "", rows, [_day_bars(time) for time in times])


def _rows(position: Position, cards: Cards) -> Iterator[_Row]:
    if position.computed is not None:
        text = one_line(position.text)
        yield _Row("computed", f"{text}, {one_line(position.computed.formula)}", position.quantity, position.time)
        return
    for claim in position.claims:
        source = one_line(source_name(cards.get(claim.citation.doc_id), claim))
        yield _Row(source, _words(claim), claim.quantity, claim.time)


def _words(claim: Claim) -> str:
    stated, implied = one_line(stated_words(claim)), one_line(implied_words(claim))
    return stated if implied == stated else f"{stated}, allows {implied}"


def _plot(kind: str, unit: str, rows: list[_Row], bars: list[Object]) -> Object:
    lines = [{"label": row.label, "words": row.words, **bar} for row, bar in zip(rows, bars, strict=True)]
    return {"kind": kind, "unit": one_line(unit), "rows": lines}


def _common_unit(quantities: list[Quantity], factors: Mapping[str, float]) -> str | None:
    """The unit of the axis in words; None if a value cannot be brought to it."""
    units = sorted({quantity.unit for quantity in quantities})
    if len(units) == 1:
        return unit_words(quantities[0])
    if not all(unit in factors for unit in units):
        return None
    return " ".join(units_in_words(unit) for unit in units if factors[unit] == 1.0)


def _number_bars(quantity: Quantity, factors: Mapping[str, float]) -> Object:
    factor = factors.get(quantity.unit, 1.0)
    return {"stated": _ends(quantity.stated, factor), "implied": _ends(quantity.implied, factor)}


def _day_bars(time: TimeInterval) -> Object:
    implied = time.implied if time.implied.start or time.implied.end else time.days
    return {"stated": _days(time.days), "implied": _days(implied)}


def _ends(interval: Interval, factor: float) -> list[float | None]:
    ends = (finite(interval.lo), finite(interval.hi))
    return [None if end is None else finite(end * factor) for end in ends]


def _days(days: DayInterval) -> list[float | None]:
    """A date is the number of its day (1 January of the year 1 is 1), its end the end of that day."""
    start = float(days.start.toordinal()) if days.start else None
    return [start, float(days.end.toordinal() + 1) if days.end else None]
