"""Time zones as articles write them, as minutes ahead of UTC on a given day.

>>> from datetime import date
>>> offset("ET", date(2024, 7, 1)), offset("ET", date(2024, 1, 1)), offset("GMT", None)
(-240, -300, 0)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.reading.dates.calendar import weekday_near


@cache
def zone_names() -> Mapping[str, tuple[int, str]]:
    """Name → minutes ahead of UTC in winter, and whose summer time it keeps ("" if the name fixes the offset)."""
    return {
        name: (minutes, entry.get("rule", ""))
        for entry in entries("en/timezones.yaml")
        for name, minutes in entry["zones"].items()
    }


def offset(zone: str, day: date | None) -> int | None:
    """Minutes ahead of UTC; None for an unknown zone, or one that keeps summer time when the day is unknown."""
    if re.fullmatch(r"[+-]\d\d:?\d\d", zone):
        return (-1 if zone[0] == "-" else 1) * (int(zone[1:3]) * 60 + int(zone[-2:]))
    if zone not in zone_names():
        return None
    minutes, rule = zone_names()[zone]
    if not rule:
        return minutes
    if day is None:
        return None
    return minutes + (60 if _us_summer(day) else 0)


def _us_summer(day: date) -> bool:
    """From the second Sunday of March to the first of November (United States, since 2007)."""
    first = weekday_near(date(day.year, 3, 8), 7, 1)
    last = weekday_near(date(day.year, 11, 1), 7, 1)
    return first <= day < last
