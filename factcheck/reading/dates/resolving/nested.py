"""Times made of other times, which are given resolved: the second week of May, Friday of last week, 3–5 March.

>>> may = Place("2024-05", date(2024, 5, 1), date(2024, 5, 31), "month")
>>> nth(Nth(1, "day", Calendar(2024, 5), weekday=1), may).timex
'2024-05-06'
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck.model.period import Grain
from factcheck.reading.dates import calendar
from factcheck.reading.dates.expression import Bounded, Calendar, Clock, Ending, Expression, Feast, Nth, YearPart
from factcheck.reading.dates.holidays import feast_day
from factcheck.reading.dates.resolving.anchor import GRAINS, Anchor, Place, Used, day_place, place_of, unknown
from factcheck.reading.dates.resolving.named import feast_place, full_date, part_of_year, partial_value

DAYS_TO_BRIDGE = 2  # from a Thursday to its weekend, or from a Monday back to it


def nth(expression: Nth, outer: Place) -> Place:
    """The n-th unit, weekday or run of units of a time; nothing if it would reach beyond it."""
    if outer.first is None or outer.last is None:
        return unknown(outer.timex if outer.used == "none" else "XXXX", "")
    if expression.weekday is not None:
        return _nth_weekday(expression.number, expression.weekday, outer.first, outer.last, outer)
    if expression.unit == "week" and expression.count == 1:
        return _nth_week(expression.number, outer.first, outer.last, outer)
    unit, one = expression.unit, timedelta(days=1)
    if expression.number > 0:
        start = calendar.shifted(outer.first, unit, (expression.number - 1) * expression.count)
    else:
        start = calendar.shifted(outer.last + one, unit, expression.number * expression.count)
    end = calendar.shifted(start, unit, expression.count) - one
    if not outer.first <= start <= end <= outer.last:
        return unknown("XXXX", "")
    whole = calendar.period(unit, start)
    named = expression.count == 1 and (whole.first, whole.last) == (start, end)
    return Place(whole.timex if named else f"{start}/{end}", start, end, GRAINS.get(unit, "day"), outer.used)


def _nth_weekday(number: int, weekday: int, first: date, last: date, outer: Place) -> Place:
    if number > 0:
        found = calendar.weekday_near(first, weekday, 1) + timedelta(days=7 * (number - 1))
    else:
        found = calendar.weekday_near(last, weekday, -1) + timedelta(days=7 * (number + 1))
    return day_place(found, outer.used) if first <= found <= last else unknown("XXXX-XX-XX")


def _nth_week(number: int, first: date, last: date, outer: Place) -> Place:
    """Of the weeks that have most of their days in the outer time, as ISO 8601 counts the weeks of a year."""
    half = timedelta(days=3)
    edge = first + half if number > 0 else last - half
    monday = calendar.week_period(edge).first + timedelta(days=7 * (number - 1 if number > 0 else number + 1))
    if monday > last or monday + timedelta(days=6) < first:
        return unknown("XXXX-WXX", "week")
    return place_of(calendar.week_period(monday), "week", outer.used)


def within(inner: Expression, outer: Place, alone: Place) -> Place:
    """Friday of last week, March of that year; ``alone`` is the inner time resolved from the outer one's first day."""
    if outer.first is None or outer.last is None:
        return alone
    if isinstance(inner, Calendar) and inner.month is not None:
        return full_date(inner, outer.first.year, outer.used)
    if isinstance(inner, Feast):
        return feast_place(inner.key, feast_day(inner.key, outer.first.year), outer.used)
    if isinstance(inner, YearPart):
        return part_of_year(inner.part, outer.first.year, outer.used)
    if isinstance(inner, Calendar) and inner.weekday is not None and inner.day is None:
        found = calendar.weekday_near(outer.first, inner.weekday, 1)
        inside = found <= outer.last or outer.first == outer.last
        return day_place(found, outer.used) if inside else unknown(partial_value(inner))
    return replace(alone, used=outer.used)


def week_of(unit: str, inner: Place) -> Place:
    if inner.first is None:
        return unknown("XXXX-WXX", "week")
    if unit == "weekend":
        return _weekend_of(inner.first, inner.used)
    return place_of(calendar.period(unit, inner.first), "week", inner.used)


def _weekend_of(day: date, used: Used) -> Place:
    """The nearest weekend, with the days between: Labor Day weekend begins on Saturday and ends on the Monday."""
    saturday = calendar.weekday_near(day - timedelta(days=DAYS_TO_BRIDGE), 6, 1)
    first, last = min(saturday, day), max(saturday + timedelta(days=1), day)
    if saturday <= day <= saturday + timedelta(days=1):
        return place_of(calendar.weekend_period(day), "day", used)
    if (last - first).days > DAYS_TO_BRIDGE + 1:
        return place_of(calendar.weekend_period(saturday), "day", used)
    return Place(f"{first}/{last}", first, last, "day", used)


def ending(expression: Ending, last: Place) -> Place:
    """The units up to the end of a time; whole months where that is the end of one."""
    if last.last is None:
        return unknown("XXXX", GRAINS.get(expression.unit, ""))
    after = last.last + timedelta(days=1)
    first = calendar.shifted(after, expression.unit, -expression.count)
    whole = calendar.period(expression.unit, first)
    named = expression.count == 1 and (whole.first, whole.last) == (first, last.last)
    return Place(
        whole.timex if named else f"{first}/{last.last}", first, last.last, GRAINS.get(expression.unit, ""), last.used
    )


def narrowed(mod: str, inner: Place) -> Place:
    """Early and late leave the value as it is; a half of a year has one of its own."""
    if mod in ("H1", "H2") and inner.grain == "year" and inner.timex.isdecimal() and inner.first is not None:
        return part_of_year(mod, inner.first.year, inner.used)
    return inner


def bounded(expression: Bounded, inner: Place) -> Place:
    """since, until, before, after: one end is open."""
    first, last, day = inner.first, inner.last, timedelta(days=1)
    match expression.bound:
        case "since":
            return replace(inner, last=None)
        case "until":
            return replace(inner, first=None)
        case "before":
            return replace(inner, first=None, last=first - day if first is not None else None)
        case _:
            return replace(inner, first=last + day if last is not None else None, last=None)


def between(first: Place, last: Place) -> Place:
    return Place(f"{first.timex}/{last.timex}", first.first, last.last, first.grain, first.used)


def clock(expression: Clock, day: Place | None, anchor: Anchor) -> Place:
    """A time of its day, or of the day that the text has come to."""
    if day is None:
        text = anchor.text
        if text is None or text.grain != "day" or text.first is None or not (anchor.near or anchor.policy == "text"):
            return Place(f"XXXX-XX-XX{expression.timex}", None, None, _clock_grain(expression), "none")
        day = day_place(text.first, "text")
    return Place(f"{day.timex}{expression.timex}", day.first, day.last, _clock_grain(expression), day.used)


def _clock_grain(expression: Clock) -> Grain:
    if not expression.timex or not expression.timex[1].isdigit():
        return "daypart"
    return "minute" if expression.first == expression.last or "/" in expression.timex else "hour"
