"""Holidays of the lexicon: their names in text, and the day they fall on in a year.

>>> feast_day("easter", 2018)
datetime.date(2018, 4, 1)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from factcheck.lexicon.load import entries
from factcheck.reading.dates.calendar import weekday_near
from factcheck.reading.dates.lunar import islamic_day, rosh_hashanah


@cache
def _feasts() -> Mapping[str, Mapping[str, Any]]:
    return {entry["feast"]: entry for entry in entries("en/holidays.yaml")}


@cache
def _names() -> Mapping[str, str]:
    return {name: entry["feast"] for entry in entries("en/holidays.yaml") for name in entry["names"]}


@cache
def feast_words() -> frozenset[str]:
    """The words that holiday names are made of."""
    return frozenset(word for name in _names() for word in re.findall(r"[^\W\d_]{2,}", name))


@cache
def feast_pattern() -> re.Pattern[str]:
    """Finds a name, longest first, in lower case with straight apostrophes."""
    names = sorted(_names(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in names) + r")(?!\w)")


def feast_of(name: str) -> str:
    """The key of a name found by ``feast_pattern``."""
    return _names()[name]


def feast_year(key: str) -> int | None:
    """The year of a feast that happened once ("9/11")."""
    year = _feasts()[key].get("year")
    return int(year) if year is not None else None


@cache
def feast_day(key: str, year: int) -> date:
    """The day of a holiday in a year (1 to 9999). KeyError for an unknown key, ValueError before its calendar."""
    feast = _feasts()[key]
    if "easter" in feast:
        return _easter(year) + timedelta(days=feast["easter"])
    if "orthodox" in feast:
        return _orthodox_easter(year) + timedelta(days=feast["orthodox"])
    if "rosh_hashanah" in feast:
        return rosh_hashanah(year) + timedelta(days=feast["rosh_hashanah"])
    if "islamic" in feast:
        return islamic_day(year, *feast["islamic"])
    if "day" in feast:
        return date(year, feast["month"], feast["day"])
    if feast["nth"] > 0:
        first = weekday_near(date(year, feast["month"], 1), feast["weekday"], 1)
        return first + timedelta(days=7 * (feast["nth"] - 1) + feast.get("plus", 0))
    next_month = date(year + feast["month"] // 12, feast["month"] % 12 + 1, 1)
    return weekday_near(next_month - timedelta(days=1), feast["weekday"], -1)


def feast_slack(key: str) -> int:
    """By how many days the day that is kept may differ from the one computed."""
    return 1 if "islamic" in _feasts()[key] else 0


def feast_timex(key: str) -> str:
    """The value without a year: XXXX-12-25, or XXXX-XX-XX for a movable feast."""
    feast = _feasts()[key]
    return f"XXXX-{feast['month']:02d}-{feast['day']:02d}" if "day" in feast else "XXXX-XX-XX"


def _easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - correction - rest % 4) % 7
    shift = (golden + 11 * correction + 22 * weekday) // 451
    month, day = divmod(correction + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar (Meeus, chapter 8, moved by the gap between the calendars)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
