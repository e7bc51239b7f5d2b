"""Days, and the calendar units they fall into, with their TIMEX3 values.

>>> from datetime import date
>>> period("month", date(2024, 2, 10), 1)
Period(first=datetime.date(2024, 3, 1), last=datetime.date(2024, 3, 31), timex='2024-03')
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month, as meteorologists of the northern hemisphere count
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14, "night": 1, "weekday": 1}


@dataclass(frozen=True, slots=True)
class Period:
    """Inclusive days with the TIMEX3 value that names them."""

    first: date
    last: date
    timex: str


def shifted(day: date, unit: str, count: float) -> date:
    """The day ``count`` units later (earlier if negative), the end of a short month standing in for a missing day.

    Raises OverflowError beyond the years 1 to 9999.
    """
    if unit in _DAYS_IN:
        return day + timedelta(days=round(count * _DAYS_IN[unit]))
    months = count * _MONTHS_IN[unit]
    whole = int(months // 1)
    year, month = divmod(day.year * 12 + day.month - 1 + whole, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year}")
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return moved + timedelta(days=round((months - whole) * 30))


def period(unit: str, day: date, shift: int = 0) -> Period:
    """The calendar unit that ``day`` is in, or the one ``shift`` further on."""
    return _PERIODS[unit](shifted(day, "season" if unit == "season" else unit, shift)) if shift else _PERIODS[unit](day)


def day_period(day: date) -> Period:
    return Period(day, day, day.isoformat())


def week_period(day: date) -> Period:
    """Monday to Sunday, named as ISO 8601 does."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    return Period(monday, monday + timedelta(days=6), f"{year:04d}-W{week:02d}")


def weekend_period(day: date) -> Period:
    week = week_period(day)
    return Period(week.first + timedelta(days=5), week.last, f"{week.timex}-WE")


def fortnight_period(day: date) -> Period:
    week = week_period(day)
    return Period(week.first, week.last + timedelta(days=7), week.timex)


def month_period(day: date) -> Period:
    return months_of(day.year, day.month, 1, f"{day.year:04d}-{day.month:02d}")


def quarter_period(day: date) -> Period:
    number = (day.month - 1) // 3
    return months_of(day.year, number * 3 + 1, 3, f"{day.year:04d}-Q{number + 1}")


def half_period(day: date) -> Period:
    number = (day.month - 1) // 6
    return months_of(day.year, number * 6 + 1, 6, f"{day.year:04d}-H{number + 1}")


def year_period(day: date) -> Period:
    return years(day.year, 1, f"{day.year:04d}")


def decade_period(day: date) -> Period:
    return years(day.year // 10 * 10, 10, f"{day.year // 10:03d}")


def century_period(day: date) -> Period:
    return years(day.year // 100 * 100, 100, f"{day.year // 100:02d}")


def millennium_period(day: date) -> Period:
    return years(day.year // 1000 * 1000, 1000, f"{day.year // 1000}")


def season_period(year: int, season: str) -> Period:
    """A season of a year; the winter of a year begins in its December."""
    return months_of(year, SEASONS[season], 3, f"{year:04d}-{season}")


def months_of(year: int, month: int, count: int, timex: str) -> Period:
    """``count`` whole months from ``month`` of ``year``."""
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    return Period(
        date(year, month, 1),
        date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1]),
        timex,
    )


def years(first: int, count: int, timex: str) -> Period:
    """Whole years; a period that began before the year 1 begins with it."""
    return Period(date(max(first, 1), 1, 1), date(min(first + count - 1, 9999), 12, 31), timex)


def weekday_near(day: date, weekday: int, direction: int) -> date:
    """The nearest ``weekday`` (1 Monday … 7 Sunday) on or before (-1) or on or after (1) ``day``."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=ahead) if direction > 0 else day - timedelta(days=(-ahead) % 7)


_PERIODS = {
    "day": day_period,
    "night": day_period,
    "week": week_period,
    "weekend": weekend_period,
    "fortnight": fortnight_period,
    "month": month_period,
    "quarter": quarter_period,
    "half": half_period,
    "year": year_period,
    "decade": decade_period,
    "century": century_period,
    "millennium": millennium_period,
}
