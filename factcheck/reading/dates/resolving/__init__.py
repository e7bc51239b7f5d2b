"""From what an expression says to the days it means, given an anchor.

>>> from datetime import date
>>> resolve(Calendar(month=3), Anchor(published=date(2024, 5, 15))).timex
'2024-03'
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.reading.dates.expression import (
    Between,
    Bounded,
    Calendar,
    Clock,
    Ending,
    Expression,
    Feast,
    NamedDay,
    Narrowed,
    Nth,
    Offset,
    Recent,
    Shifted,
    WeekOf,
    Within,
    YearPart,
    Years,
)
from factcheck.reading.dates.resolving import leaning, named, nested
from factcheck.reading.dates.resolving.anchor import Anchor, Place, unknown

__all__ = ["Anchor", "Place", "resolve"]


def resolve(expression: Expression, anchor: Anchor) -> Place:
    """Never fails: what cannot be resolved, or lies beyond the calendar, keeps a partial value and no days."""
    try:
        return _resolve(expression, anchor)
    except (OverflowError, ValueError, StopIteration, IndexError):
        return unknown("XXXX", "")


def _resolve(expression: Expression, anchor: Anchor) -> Place:
    match expression:
        case Calendar():
            return named.calendar_date(expression, anchor)
        case YearPart():
            return named.year_part(expression, anchor)
        case Years():
            return named.named_years(expression)
        case Feast():
            return named.feast(expression, anchor)
        case Shifted():
            return leaning.shifted_unit(expression, anchor)
        case NamedDay():
            return leaning.named_day(expression, anchor)
        case Offset(base=base):
            return leaning.offset(expression, anchor, _resolve(base, anchor) if base is not None else None)
        case Recent():
            return leaning.recent(expression, anchor)
        case _:
            return _nested(expression, anchor)


def _nested(expression: Expression, anchor: Anchor) -> Place:
    match expression:
        case Ending(last=last):
            return nested.ending(expression, _resolve(last, anchor))
        case Nth(outer=outer):
            return nested.nth(expression, _resolve(outer, anchor))
        case Within(inner, outer):
            return _within(inner, _resolve(outer, anchor), anchor)
        case WeekOf(unit, inner):
            return nested.week_of(unit, _resolve(inner, anchor))
        case Narrowed(inner, mod):
            return nested.narrowed(mod, _resolve(inner, anchor))
        case Bounded(inner):
            return nested.bounded(expression, _resolve(inner, anchor))
        case Between(first, last):
            return _between(first, last, anchor)
        case Clock(day=day):
            return nested.clock(expression, _resolve(day, anchor) if day is not None else None, anchor)
        case _:
            return _timeless(expression, anchor)


def _within(inner: Expression, outer: Place, anchor: Anchor) -> Place:
    alone = Anchor(published=outer.first, day_first=anchor.day_first)
    return nested.within(inner, outer, _resolve(inner, alone))


def _between(first: Expression, last: Expression, anchor: Anchor) -> Place:
    """Both ends; a last end without a year that would come before the first is looked for after it.

    What begins in a month that is over and will go on until one to come has begun, whatever the tense of the verb.
    """
    start, end = _resolve(first, anchor), _resolve(last, anchor)
    if anchor.tense > 0 and _is_before(end, start):
        begun = _resolve(first, replace(anchor, tense=0))
        start = start if _is_before(end, begun) else begun
    if _is_before(end, start) and end.grain in ("day", "month"):
        end = _resolve(last, replace(anchor, text=start, policy="text"))
    return nested.between(start, end)


def _is_before(one: Place, other: Place) -> bool:
    """Whether a time begins before the last day of another."""
    return one.first is not None and other.last is not None and one.first < other.last


def _timeless(expression: Expression, anchor: Anchor) -> Place:
    """Durations, sets and references, whose value no anchor changes."""
    timex = getattr(expression, "timex", None)
    if timex is None:
        raise ValueError(f"no meaning for {expression!r}")
    return Place(str(timex), None, None, "", "published" if str(timex).endswith("_REF") and anchor.published else "")
