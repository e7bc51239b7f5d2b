"""Implied days: what early, mid and late leave of a time.

>>> from datetime import date
>>> from factcheck.reading.dates.resolving import Place
>>> implied_days(Narrowed(Calendar(2022), "start"), Place("2022", date(2022, 1, 1), date(2022, 12, 31), "year")).end
datetime.date(2022, 6, 1)
"""

from __future__ import annotations

from datetime import timedelta

from factcheck.model import DayInterval
from factcheck.reading.dates.expression import Bounded, Calendar, Expression, Narrowed
from factcheck.reading.dates.resolving import Place

__all__ = ["Calendar", "implied_days"]

# Shares of the whole, first to last. Writers are generous with "early" and "late"; the parts therefore overlap.
SHARES = {
    "start": (0, 5 / 12),
    "mid": (3 / 12, 9 / 12),
    "end": (7 / 12, 1),
    "start-mid": (0, 9 / 12),
    "mid-end": (3 / 12, 1),
    "start edge": (0, 1 / 4),
    "end edge": (3 / 4, 1),
    "H1": (0, 0.5),
    "H2": (0.5, 1),
}


def implied_days(expression: Expression, place: Place) -> DayInterval:
    """The days of the place that the expression can mean; the same as stated when nothing narrows it."""
    stated = DayInterval(place.first, place.last)
    if place.early is not None and place.late is not None:
        return DayInterval(place.early, place.late)
    if isinstance(expression, Bounded) or not isinstance(expression, Narrowed):
        return stated
    share = SHARES.get(expression.mod)
    if share is None or place.first is None or place.last is None:
        return stated
    length = (place.last - place.first).days + 1
    start = min(round(length * share[0]), length - 1)
    end = max(round(length * share[1]) - 1, start)
    return DayInterval(place.first + timedelta(days=start), place.first + timedelta(days=end))
