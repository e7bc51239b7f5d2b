"""Dates that name their place in the calendar, in full or in part: 3 May, Friday, the summer, the 1990s, Easter.

>>> calendar_date(Calendar(month=3), Anchor(published=date(2024, 5, 15))).timex
'2024-03'
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck.model.period import Grain
from factcheck.reading.dates import calendar
from factcheck.reading.dates.calendar import Period
from factcheck.reading.dates.expression import Calendar, Feast, YearPart, Years
from factcheck.reading.dates.holidays import feast_day, feast_slack, feast_timex
from factcheck.reading.dates.resolving.anchor import (
    Anchor,
    Place,
    Used,
    coarser,
    day_place,
    leaning,
    place_of,
    unknown,
)

BACKWARDS = 1.3  # how much farther a day before the time reached counts than one after it, in running text
AGAINST_TENSE = 1.7  # the same for a day on the side of publication that the verb does not speak of
_MONTHS_TRIED = 14  # a day that is a given weekday comes round within so many months


def calendar_date(expression: Calendar, anchor: Anchor) -> Place:
    """A day, month, year or weekday, completed from the anchor."""
    if expression.alternative is not None and expression.day is not None:
        return _ambiguous(expression, anchor)
    if expression.year is not None:
        return full_date(expression, expression.year, "")
    day, place, used = leaning("", anchor)
    if day is None:
        return unknown(partial_value(expression), _grain(expression))
    if expression.weekday is not None and expression.month is None:
        if place is not None and anchor.published is None and coarser(place.grain, "week"):
            return unknown(partial_value(expression))  # a year or a month that was named says nothing of a week
        if place is not None and coarser(place.grain, "month") and anchor.published is not None:
            day, used = anchor.published, "published"
        return _weekday(expression, day, used, anchor.tense)
    if anchor.general and place is None:
        return unknown(partial_value(expression), _grain(expression))
    if expression.month is None:
        return _day_of_month(expression, day, used, anchor.tense)
    return full_date(expression, _year(expression, day, place, anchor.tense), used)


def _grain(expression: Calendar) -> Grain:
    if expression.day is not None or expression.weekday is not None:
        return "day"
    return "month" if expression.month is not None else "year"


def partial_value(expression: Calendar) -> str:
    """The TIMEX3 value as far as the words go: XXXX-WXX-5, XXXX-04-11, XXXX-04."""
    if expression.month is None and expression.weekday is not None and expression.day is None:
        return f"XXXX-WXX-{expression.weekday}"
    month = f"{expression.month:02d}" if expression.month is not None else "XX"
    return f"XXXX-{month}" + (f"-{expression.day:02d}" if expression.day is not None else "")


def full_date(expression: Calendar, year: int, used: Used) -> Place:
    """The date in a year. 29 February of a common year keeps its value and has no days."""
    if expression.month is None:
        return place_of(calendar.years(year, 1, f"{year:04d}"), "year", used)
    month = f"{year:04d}-{expression.month:02d}"
    if expression.day is None:
        return place_of(calendar.months_of(year, expression.month, 1, month), "month", used)
    try:
        return day_place(date(year, expression.month, expression.day), used)
    except ValueError:
        return Place(f"{month}-{expression.day:02d}", None, None, "day", used)


def _ambiguous(expression: Calendar, anchor: Anchor) -> Place:
    """03/04/2014: as the document writes others, else anything from the one reading to the other."""
    other_way = expression.alternative or (1, 1)
    month_first = replace(expression, alternative=None)
    day_first = replace(expression, month=other_way[0], day=other_way[1], alternative=None)
    if anchor.day_first is not None:
        return calendar_date(day_first if anchor.day_first else month_first, anchor)
    one, other = calendar_date(month_first, anchor), calendar_date(day_first, anchor)
    if one.first is None or other.first is None:
        return unknown("XXXX-XX-XX")
    early, late = sorted((one.first, other.first))
    return Place(f"{early.year:04d}-XX-XX", early, late, "day", one.used)


def _year(expression: Calendar, day: date, place: Place | None, tense: int) -> int:
    """The year of a month or day without one: the nearest, but a month in the news is of the year of publication."""
    month, named = expression.month or 1, expression.day or 15
    if place is not None and coarser(place.grain, "half"):
        return day.year
    if expression.day is None and place is None:
        return _year_of_month(month, day, tense)
    start = day.toordinal()
    end = place.last.toordinal() if place is not None and place.last is not None else start
    years = (day.year, day.year - 1, day.year + 1)
    weights = _weights(place is not None, tense)
    return min(years, key=lambda year: _far(_rough(year, month, named), start, end, weights))


def _weights(told: bool, tense: int) -> tuple[float, float]:
    """How far a day back and a day ahead count: a story goes on more often than it goes back, and verbs have tenses."""
    if told:
        return BACKWARDS, 1.0
    return (AGAINST_TENSE if tense > 0 else 1.0), (AGAINST_TENSE if tense < 0 else 1.0)


def _far(day: int, start: int, end: int, weights: tuple[float, float]) -> float:
    """Weighted days from a stretch of time."""
    return (start - day) * weights[0] if day < start else max(day - end, 0) * weights[1]


def _rough(year: int, month: int, day: int) -> int:
    return date(min(max(year, 1), 9999), month, 1).toordinal() + day - 1


def _year_of_month(month: int, day: date, tense: int) -> int:
    """The year of publication, unless the tense says that the month is over, or yet to come."""
    if tense < 0 and month > day.month:
        return day.year - 1
    if tense > 0 and month < day.month:
        return day.year + 1
    return day.year


def _weekday(expression: Calendar, day: date, used: Used, tense: int) -> Place:
    """The most recent one, the day of publication included; the next one in the future tense and in a story."""
    weekday = expression.weekday or 1
    if expression.day is not None:
        return weekday_of_month(expression, day, tense, used)
    return day_place(calendar.weekday_near(day, weekday, 1 if tense > 0 or used == "text" else -1), used)


def weekday_of_month(expression: Calendar, day: date, tense: int, used: Used) -> Place:
    """Friday the 13th: the nearest month in which that day is that weekday."""
    for distance in range(_MONTHS_TRIED):
        for sign in (1, -1) if tense > 0 else (-1, 1):
            month = calendar.shifted(day.replace(day=1), "month", sign * distance)
            found = month + timedelta(days=(expression.day or 1) - 1)
            if found.month == month.month and found.isoweekday() == expression.weekday:
                return day_place(found, used)
    return unknown(partial_value(expression))


def _day_of_month(expression: Calendar, day: date, used: Used, tense: int) -> Place:
    """the 20th: of the month of the anchor, or of the one before or after if the tense says so"""
    number = expression.day or 1
    month = day.replace(day=1)
    if used == "published" and tense < 0 and number > day.day:
        month = calendar.shifted(month, "month", -1)
    elif used == "published" and tense > 0 and number < day.day:
        month = calendar.shifted(month, "month", 1)
    found = month + timedelta(days=number - 1)
    return day_place(found, used) if found.month == month.month else unknown(partial_value(expression))


def year_part(expression: YearPart, anchor: Anchor) -> Place:
    """A quarter, half or season."""
    if expression.year is not None:
        return part_of_year(expression.part, expression.year, "")
    day, place, used = leaning("", anchor)
    if day is None or (anchor.general and place is None):
        return unknown(f"XXXX-{expression.part}", part_grain(expression.part))
    year = day.year
    if expression.part in calendar.SEASONS and (place is None or not coarser(place.grain, "half")):
        year = season_year(expression.part, day, anchor.tense if place is None else 0)
    return part_of_year(expression.part, year, used)


def season_year(part: str, day: date, tense: int) -> int:
    """The year of the nearest such season; of the last or next one if the tense says so."""
    periods = {year: calendar.season_period(year, part) for year in (day.year - 1, day.year, day.year + 1)}
    if tense < 0:
        return max(year for year, period in periods.items() if period.first <= day)
    if tense > 0:
        return min(year for year, period in periods.items() if period.last >= day)
    return min(periods, key=lambda year: _distance(periods[year], day))


def _distance(period: Period, day: date) -> int:
    return max((period.first - day).days, (day - period.last).days, 0)


def part_grain(part: str) -> Grain:
    return "season" if part in calendar.SEASONS else "quarter" if part[0] == "Q" else "half"


def part_of_year(part: str, year: int, used: Used) -> Place:
    """The quarter, half or season of a year."""
    if part in calendar.SEASONS:
        return place_of(calendar.season_period(year, part), "season", used)
    number, months = int(part[1]), 3 if part[0] == "Q" else 6
    period = calendar.months_of(year, (number - 1) * months + 1, months, f"{year:04d}-{part}")
    return place_of(period, part_grain(part), used)


def named_years(expression: Years) -> Place:
    """A decade, a century, a span of years. A fiscal year begins in April at the earliest and ends in September at
    the latest, whoever's it is."""
    if expression.first is None or expression.last is None:
        return Place(expression.timex, None, None, expression.grain)
    span = calendar.years(expression.first, expression.last - expression.first + 1, expression.timex)
    if expression.fiscal:
        return Place(expression.timex, span.first.replace(month=4), span.last.replace(month=9, day=30), "year")
    return place_of(span, expression.grain)


def feast(expression: Feast, anchor: Anchor) -> Place:
    """A holiday: of its year, else the nearest."""
    if expression.year is not None:
        return feast_place(expression.key, feast_day(expression.key, expression.year))
    day, _, used = leaning("", anchor)
    if day is None:
        return unknown(feast_timex(expression.key))
    days = [feast_day(expression.key, year) for year in (day.year - 1, day.year, day.year + 1)]
    return feast_place(expression.key, min(days, key=lambda one: abs((one - day).days)), used)


def feast_place(key: str, day: date, used: Used = "") -> Place:
    """A holiday on a day; one whose day depends on the moon being seen, on the days around it."""
    slack = timedelta(days=feast_slack(key))
    if not slack:
        return day_place(day, used)
    return Place(f"{day - slack}/{day + slack}", day - slack, day + slack, "day", used)
