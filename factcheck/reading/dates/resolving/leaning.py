"""Times that lean on another: last month, next Friday, that year, two days later, the past three years.

>>> shifted_unit(Shifted("month", -1), Anchor(published=date(2024, 5, 15))).timex
'2024-04'
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck.model.period import Grain
from factcheck.reading.dates import calendar
from factcheck.reading.dates.expression import Calendar, Feast, NamedDay, Offset, Recent, Shifted, YearPart, Years
from factcheck.reading.dates.holidays import feast_day
from factcheck.reading.dates.lengths import length_timex
from factcheck.reading.dates.resolving.anchor import (
    GRAINS,
    Anchor,
    Place,
    Used,
    coarser,
    day_place,
    leaning,
    place_of,
    unknown,
)
from factcheck.reading.dates.resolving.named import (
    calendar_date,
    feast,
    feast_place,
    full_date,
    named_years,
    part_of_year,
    weekday_of_month,
    year_part,
)

_NO_VALUE = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
}
_YEARS_IN = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_HOURS_IN = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}
_OFFSET_GRAINS: dict[str, Grain] = {
    "year": "year", "decade": "year", "century": "year", "millennium": "year", "month": "month", "quarter": "month",
}  # fmt: skip
CLOCK_UNITS = ("hour", "minute", "second")


def shifted_unit(expression: Shifted, anchor: Anchor) -> Place:
    """this, last or next week, month, year …; that day; today."""
    if expression.unit == "time":
        return _that_time(expression, anchor)
    published = anchor.published
    if expression.origin == "today" and (anchor.policy == "text" or published is None or anchor.general):
        return Place("PRESENT_REF", published, published, "", "published" if published else "none")
    day, place, used = leaning(expression.origin, anchor)
    if expression.unit == "fiscal":
        return _fiscal_year(day, expression.shift, used)
    grain: Grain = GRAINS.get(expression.unit, "")
    if day is None or (place is not None and coarser(place.grain, grain)):
        return unknown(_NO_VALUE.get(expression.unit, "XXXX"), grain)
    if place is not None and place.last is not None and expression.shift > 0:
        day = place.last
    return place_of(calendar.period(expression.unit, day, expression.shift), grain, used)


def _that_time(expression: Shifted, anchor: Anchor) -> Place:
    """at that time: when the text has come to; at this time: the same, called the present"""
    if anchor.text is None:
        return unknown("PRESENT_REF", "")
    return replace(anchor.text, used="text", timex=anchor.text.timex if expression.shift else "PRESENT_REF")


def _fiscal_year(day: date | None, shift: int, used: Used) -> Place:
    if day is None:
        return unknown("FYXXXX", "year")
    year = day.year + shift
    return replace(named_years(Years(f"FY{year}", year - 1, year + 1, "year", fiscal=True)), used=used)


def named_day(expression: NamedDay, anchor: Anchor) -> Place:
    """last Friday, next March, this summer, the previous Easter."""
    inner, shift = expression.inner, expression.shift
    day, place, used = leaning(expression.origin, anchor)
    named_weekday = isinstance(inner, Calendar) and inner.weekday is not None and inner.month is None
    if day is None or (named_weekday and place is not None and coarser(place.grain, "week")):
        return _unled(inner)  # "the next Friday" after a bare year is any Friday
    if isinstance(inner, Feast):
        return feast_place(inner.key, _shifted_feast(inner, day, shift), used)
    if isinstance(inner, YearPart):
        return _shifted_part(inner.part, day, shift, used)
    if inner.weekday is not None and inner.day is not None and inner.month is None:
        return weekday_of_month(inner, day, shift, used)
    if inner.weekday is not None and inner.month is None:
        adjacent = used == "text" or expression.origin == "coming"
        return day_place(_shifted_weekday(inner.weekday, day, shift, adjacent), used)
    return _shifted_month(inner, day, shift, used)


def _unled(inner: Calendar | YearPart | Feast) -> Place:
    nowhere = Anchor()
    if isinstance(inner, Calendar):
        return calendar_date(inner, nowhere)
    return year_part(inner, nowhere) if isinstance(inner, YearPart) else feast(inner, nowhere)


def _shifted_weekday(weekday: int, day: date, shift: int, adjacent: bool) -> date:
    """Of last, this or next week; where nobody speaks of weeks, simply the one before or after."""
    if adjacent:
        step = (shift > 0) - (shift < 0)
        return calendar.weekday_near(day + timedelta(days=step), weekday, 1 if shift >= 0 else -1)
    return calendar.week_period(day).first + timedelta(days=weekday - 1 + 7 * shift)


def _shifted_month(inner: Calendar, day: date, shift: int, used: Used) -> Place:
    month = inner.month or 1
    reached = (month, inner.day) if inner.day is not None else (month,)
    today = (day.month, day.day)[: len(reached)]
    year = day.year
    if shift < 0 and reached >= today:
        year -= 1
    elif shift > 0 and reached <= today:
        year += 1
    return full_date(inner, year, used)


def _shifted_part(part: str, day: date, shift: int, used: Used) -> Place:
    places = [part_of_year(part, day.year + step, used) for step in range(-2, 3)]
    if shift < 0:
        return [place for place in places if place.last is not None and place.last < day][-1]
    if shift > 0:
        return next(place for place in places if place.first is not None and place.first > day)
    if part == "WI" and day.month < 3:
        return places[1]
    return places[2]


def _shifted_feast(expression: Feast, day: date, shift: int) -> date:
    days = [feast_day(expression.key, year) for year in (day.year - 1, day.year, day.year + 1)]
    if shift < 0:
        return [one for one in days if one < day][-1]
    return next(one for one in days if one > day) if shift > 0 else days[1]


def offset(expression: Offset, anchor: Anchor, base: Place | None) -> Place:
    """two days ago, three years later, a week before the base (resolved already, None if there is none)."""
    if expression.origin == "event" and base is None:
        return unknown("XXXX-XX-XX")
    if base is not None:
        start, place, used = base.first, base, base.used
    else:
        start, place, used = leaning(expression.origin, anchor)  # type: ignore[assignment]
    if any(count is None for count, _ in expression.lengths):
        timex = "PAST_REF" if expression.sign < 0 else "FUTURE_REF"
        return Place(timex, None, None, "", used if start is not None else "none")
    unit = expression.lengths[-1][1]
    if unit in CLOCK_UNITS:
        return _hours_away(expression, start if place is None or place.grain == "day" else None, used)
    grain: Grain = "day" if base is not None and base.grain == "day" else _offset_grain(unit, place)
    if start is None:
        return unknown({"year": "XXXX", "month": "XXXX-XX"}.get(grain, "XXXX-XX-XX"), grain)
    return _moved(expression, start, grain, used, exact=base is not None)


def _moved(expression: Offset, start: date, grain: Grain, used: Used, exact: bool) -> Place:
    years = sum((count or 0) * _YEARS_IN.get(unit, 0) for count, unit in expression.lengths)
    if expression.sign < 0 and years >= start.year:
        return Place(f"-{int(years - start.year):04d}", None, None, grain, used)
    day = start
    for count, unit in expression.lengths:
        day = calendar.shifted(day, unit, expression.sign * (count or 0))
    place = place_of(calendar.period(grain, day), grain, used)
    if exact or (grain == "day" and expression.lengths[-1][1] == "day"):
        return place
    slack = timedelta(days=_DAYS_IN.get(expression.lengths[-1][1], 1) * (1.0 if expression.approximate else 0.5))
    return replace(place, early=day - slack, late=day + slack)


# Half of the last unit named is how far "two years ago" may be off; a whole one with a hedge.
_DAYS_IN = {"week": 7, "fortnight": 14, "month": 31, "quarter": 92, "year": 366, "decade": 3653, "century": 36525}


def _offset_grain(unit: str, place: Place | None) -> Grain:
    """As exact as the unit, and no more exact than what it is counted from."""
    grain = _OFFSET_GRAINS.get(unit, "day")
    if place is not None and coarser(place.grain, grain):
        return "month" if place.grain == "month" else "year"
    return grain


def _hours_away(expression: Offset, start: date | None, used: Used) -> Place:
    """24 hours ago is a day; three hours later, the text does not say for certain which day"""
    hours = sum((count or 0) * _HOURS_IN.get(unit, 24) for count, unit in expression.lengths)
    if start is None:
        return unknown("XXXX-XX-XXTXX", "hour")
    if hours % 24 or not hours:
        return Place(f"{start}TXX", None, None, "hour", used)
    return day_place(start + timedelta(days=expression.sign * round(hours / 24)), used)


def _recent_quarters(expression: Recent, timex: str, day: date, used: Used) -> Place:
    """The past two quarters are the last two that are over: figures are given by the quarter of the calendar."""
    ends = (expression.sign * int(expression.lengths[0][0] or 0), expression.sign)
    periods = [calendar.period("quarter", day, shift) for shift in sorted(ends)]
    return Place(timex, periods[0].first, periods[-1].last, "", used)


def recent(expression: Recent, anchor: Anchor) -> Place:
    """the past three years, the next five days: a duration with its ends."""
    timex = length_timex(expression.lengths)
    day, _, used = leaning(expression.origin, anchor)
    if day is None or any(count is None or unit in CLOCK_UNITS for count, unit in expression.lengths):
        return Place(timex, None, None, "", used)
    if [unit for _, unit in expression.lengths] == ["quarter"]:
        return _recent_quarters(expression, timex, day, used)
    far, one = day, timedelta(days=1)
    for count, unit in expression.lengths:
        far = calendar.shifted(far, unit, expression.sign * (count or 0))
    first, last = (far, day - one) if expression.sign < 0 else (day + one, far)
    return Place(timex, first, last, "", used)
