"""From what an expression says to the days it means, given an anchor.

>>> from factcheck.reading.dates.expression import Calendar
>>> resolve(Calendar(month=3), Anchor(published=date(2024, 5, 15))).timex
'2024-03'
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import singledispatch
from typing import Literal

from factcheck.model.period import Grain
from factcheck.reading.dates import calendar
from factcheck.reading.dates.calendar import Period
from factcheck.reading.dates.expression import (
    Between,
    Bounded,
    Calendar,
    Clock,
    Expression,
    Feast,
    Length,
    NamedDay,
    Narrowed,
    Nth,
    Offset,
    Origin,
    Recent,
    Recurring,
    Reference,
    Shifted,
    WeekOf,
    Within,
    YearPart,
    Years,
)

BACKWARDS = 1.3  # how much farther a day before the time reached counts than one after it, in running text
Used = Literal["", "published", "text", "none"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions of a passage are resolved against.

    ``published`` is the day of publication; ``text`` the last time named in the running text, ``policy`` which of the
    two a bare month or weekday leans on, ``tense`` -1 (past), 0 or 1 (future), ``day_first`` the document's habit in
    writing 03/04/2014, None if it shows none. ``near`` says that ``text`` was named in the same passage,
    ``general`` that the sentence tells what is usually so.
    """

    published: date | None = None
    text: Place | None = None
    policy: Literal["published", "text"] = "published"
    tense: int = 0
    day_first: bool | None = None
    near: bool = False
    general: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """An expression resolved: inclusive days (None: unknown or open), TIMEX3 value, grain, and the anchor used."""

    timex: str
    first: date | None
    last: date | None
    grain: Grain = ""
    used: Used = ""


def resolve(expression: Expression, anchor: Anchor) -> Place:
    """Never fails: what cannot be resolved keeps a partial value and no days."""
    try:
        return _resolve(expression, anchor)
    except (OverflowError, ValueError):
        return Place("XXXX", None, None, "", "none")


def _leaning(origin: Origin, anchor: Anchor) -> tuple[date | None, Place | None, Used]:
    """The day an expression leans on, the place it came from, and its name."""
    origin = "published" if origin in ("today", "coming") else origin
    policy = anchor.policy if origin in ("", "policy") else origin
    if policy == "text" and anchor.text is not None and anchor.text.first is not None:
        return anchor.text.first, anchor.text, "text"
    if policy == "text" and origin == "text" and anchor.published is None:
        return None, None, "none"
    if anchor.published is not None:
        return anchor.published, None, "published"
    return None, None, "none"


def _of(period: Period, grain: Grain, used: Used = "") -> Place:
    return Place(period.timex, period.first, period.last, grain, used)


@singledispatch
def _resolve(expression: Expression, anchor: Anchor) -> Place:
    raise ValueError(f"no meaning for {expression!r}")


@_resolve.register
def _(expression: Calendar, anchor: Anchor) -> Place:
    if expression.alternative is not None and expression.day is not None:
        return _ambiguous(expression, anchor)
    if expression.year is not None:
        return _full(expression, expression.year, "")
    day, place, used = _leaning("", anchor)
    if day is None:
        return Place(_partial(expression), None, None, _grain(expression), "none")
    if expression.weekday is not None and expression.month is None:
        if place is not None and _coarser(place.grain, "month") and anchor.published is not None:
            day, used = anchor.published, "published"
        return _weekday(expression, day, used, anchor)
    if anchor.general and place is None:
        return Place(_partial(expression), None, None, _grain(expression), "none")
    if expression.month is None:
        return _day_of_month(expression, day, used, anchor)
    year = _nearest_year(expression, day, place, anchor)
    return _full(expression, year, used)


def _grain(expression: Calendar) -> Grain:
    if expression.day is not None or expression.weekday is not None:
        return "day"
    return "month" if expression.month is not None else "year"


def _partial(expression: Calendar) -> str:
    if expression.month is None and expression.weekday is not None and expression.day is None:
        return f"XXXX-WXX-{expression.weekday}"
    month = f"{expression.month:02d}" if expression.month is not None else "XX"
    return f"XXXX-{month}" + (f"-{expression.day:02d}" if expression.day is not None else "")


def _full(expression: Calendar, year: int, used: Used) -> Place:
    if expression.month is None:
        return _of(calendar.years(year, 1, f"{year:04d}"), "year", used)
    if expression.day is None:
        return _of(calendar.months_of(year, expression.month, 1, f"{year:04d}-{expression.month:02d}"), "month", used)
    timex = f"{year:04d}-{expression.month:02d}-{expression.day:02d}"
    try:
        day = date(year, expression.month, expression.day)
    except ValueError:  # 29 February of a common year: said, but no day
        return Place(timex, None, None, "day", used)
    return Place(timex, day, day, "day", used)


def _ambiguous(expression: Calendar, anchor: Anchor) -> Place:
    """03/04/2014: as the document writes others, else from the one reading to the other."""
    assert expression.alternative is not None
    month_first = replace(expression, alternative=None)
    day_first = replace(expression, month=expression.alternative[0], day=expression.alternative[1], alternative=None)
    if anchor.day_first is not None:
        return _resolve(day_first if anchor.day_first else month_first, anchor)
    one, other = _resolve(month_first, anchor), _resolve(day_first, anchor)
    if one.first is None or other.first is None:
        return replace(one, timex="XXXX-XX-XX", first=None, last=None)
    early, late = sorted((one.first, other.first))
    return Place(f"{early.year:04d}-XX-XX", early, late, "day", one.used)


def _nearest_year(expression: Calendar, day: date, place: Place | None, anchor: Anchor) -> int:
    month = expression.month or 1
    if place is not None and place.grain in ("year", "decade", "century", ""):
        return day.year
    if expression.day is None and place is None:
        return _year_of_month(month, day, anchor.tense)
    named = expression.day or 15
    start = day.toordinal()
    end = place.last.toordinal() if place is not None and place.last is not None else start
    candidates = (day.year, day.year - 1, day.year + 1)
    return min(candidates, key=lambda year: _far(_rough(year, month, named), start, end, place is not None))


def _far(day: int, start: int, end: int, narrated: bool) -> float:
    """Days from a stretch of time; a story goes on more often than it goes back."""
    if day < start:
        return (start - day) * (BACKWARDS if narrated else 1)
    return max(day - end, 0)


def _rough(year: int, month: int, day: int) -> int:
    return date(year, month, 1).toordinal() + day - 1


def _year_of_month(month: int, day: date, tense: int) -> int:
    """The year of publication, unless the tense says that the month is over, or yet to come."""
    if tense < 0 and month > day.month:
        return day.year - 1
    if tense > 0 and month < day.month:
        return day.year + 1
    return day.year


def _weekday(expression: Calendar, day: date, used: Used, anchor: Anchor) -> Place:
    weekday = expression.weekday or 1
    if expression.day is not None:
        found = _weekday_on(day, weekday, expression.day, anchor.tense)
    else:
        direction = 1 if anchor.tense > 0 or used == "text" else -1
        found = calendar.weekday_near(day, weekday, direction)
    return Place(found.isoformat(), found, found, "day", used) if found else Place(_partial(expression), None, None, "day", "none")


def _weekday_on(day: date, weekday: int, number: int, tense: int) -> date | None:
    """Friday the 13th: the nearest month in which that day is that weekday."""
    for distance in range(0, 14):
        for sign in (1, -1) if tense > 0 else (-1, 1):
            month = calendar.shifted(day.replace(day=1), "month", sign * distance)
            found = month + timedelta(days=number - 1)
            if found.month == month.month and found.isoweekday() == weekday:
                return found
    return None


def _day_of_month(expression: Calendar, day: date, used: Used, anchor: Anchor) -> Place:
    number = expression.day or 1
    month = day.replace(day=1)
    if used == "published" and anchor.tense < 0 and number > day.day:
        month = calendar.shifted(month, "month", -1)
    elif used == "published" and anchor.tense > 0 and number < day.day:
        month = calendar.shifted(month, "month", 1)
    found = month + timedelta(days=number - 1)
    if found.month != month.month:
        return Place(_partial(expression), None, None, "day", "none")
    return Place(found.isoformat(), found, found, "day", used)


@_resolve.register
def _(expression: YearPart, anchor: Anchor) -> Place:
    if expression.year is not None:
        return _part(expression.part, expression.year, "", expression.span)
    day, place, used = _leaning("", anchor)
    if day is None:
        return Place(f"XXXX-{expression.part}", None, None, _part_grain(expression.part), "none")
    if anchor.general and place is None:
        return Place(f"XXXX-{expression.part}", None, None, _part_grain(expression.part), "none")
    year = day.year
    if expression.part in calendar.SEASONS and (place is None or place.grain not in ("year", "decade", "century")):
        year = _season_year(expression.part, day, anchor.tense if place is None else 0)
    return _part(expression.part, year, used)


def _season_year(part: str, day: date, tense: int) -> int:
    """The year of the nearest such season; of the last or next one if the tense says so."""
    years = (day.year - 1, day.year, day.year + 1)
    periods = {year: calendar.season_period(year, part) for year in years}
    if tense < 0:
        return max(year for year in years if periods[year].first <= day)
    if tense > 0:
        return min(year for year in years if periods[year].last >= day)
    return min(years, key=lambda year: _distance(periods[year], day))


def _distance(period: Period, day: date) -> int:
    return max((period.first - day).days, (day - period.last).days, 0)


def _part_grain(part: str) -> Grain:
    return "season" if part in calendar.SEASONS else "quarter" if part[0] == "Q" else "half"


def _part(part: str, year: int, used: Used, span: int = 0) -> Place:
    grain = _part_grain(part)
    if grain == "season":
        return _of(calendar.season_period(year, part), grain, used)
    number, months = int(part[1]), 3 if part[0] == "Q" else 6
    return _of(calendar.months_of(year, (number - 1) * months + 1, months, f"{year:04d}-{part}"), grain, used)


@_resolve.register
def _(expression: Years, anchor: Anchor) -> Place:
    if expression.first is None or expression.last is None:
        return Place(expression.timex, None, None, expression.grain)
    span = calendar.years(expression.first, expression.last - expression.first + 1, expression.timex)
    if expression.fiscal:
        return Place(expression.timex, span.first.replace(month=4), span.last.replace(month=9, day=30), "year")
    return _of(span, expression.grain)


@_resolve.register
def _(expression: Shifted, anchor: Anchor) -> Place:
    day, place, used = _leaning(expression.origin, anchor)
    if expression.unit == "time":
        return replace(anchor.text, used="text") if anchor.text is not None else Place("PRESENT_REF", None, None, "", "none")
    if expression.origin == "today" and (anchor.policy == "text" or anchor.published is None or anchor.general):
        return Place("PRESENT_REF", anchor.published, anchor.published, "", "published" if anchor.published else "none")
    if expression.unit == "fiscal":
        day, _, used = _leaning(expression.origin, anchor)
        year = day.year + expression.shift if day is not None else None
        return Place("FYXXXX", None, None, "year", "none") if year is None else replace(
            _resolve(Years(f"FY{year}", year - 1, year + 1, "year", fiscal=True), anchor), used=used
        )
    grain: Grain = "day" if expression.unit in ("day", "night") else _GRAINS.get(expression.unit, "")
    if day is None or place is not None and _coarser(place.grain, grain):
        return Place(_UNKNOWN.get(expression.unit, "XXXX"), None, None, grain, "none")
    if place is not None and place.last is not None and expression.shift > 0:
        day = place.last
    if place is not None and place.last is not None and expression.unit == "day" and expression.shift == 0:
        return Place(place.timex if place.grain == "day" else day.isoformat(), place.first, place.first, "day", used)
    return _of(calendar.period(expression.unit, day, expression.shift), grain, used)


_GRAINS: dict[str, Grain] = {
    "week": "week", "weekend": "day", "fortnight": "week", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century", "millennium": "", "half": "half",
}  # fmt: skip
_UNKNOWN = {"day": "XXXX-XX-XX", "night": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}
_ORDER = ("minute", "hour", "daypart", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century", "")


def _coarser(one: Grain, other: Grain) -> bool:
    return _ORDER.index(one) > _ORDER.index(other)


@_resolve.register
def _(expression: NamedDay, anchor: Anchor) -> Place:
    day, place, used = _leaning(expression.origin, anchor)
    if day is None:
        return _resolve(expression.inner, replace(anchor, published=None, text=None))
    if isinstance(expression.inner, Feast):
        return _named_feast(expression.inner, day, expression.shift, used)
    if isinstance(expression.inner, YearPart):
        return _named_part(expression.inner.part, day, expression.shift, used)
    if expression.inner.weekday is not None and expression.inner.month is None:
        if expression.origin == "coming":
            return replace(_named_weekday(expression.inner, day, expression.shift, "text"), used=used)
        return _named_weekday(expression.inner, day, expression.shift, used)
    return _named_month(expression.inner, day, expression.shift, used)


def _named_weekday(inner: Calendar, day: date, shift: int, used: Used) -> Place:
    """Of last, this or next week; in running text simply the one before or after."""
    weekday = inner.weekday or 1
    if inner.day is not None:
        return _resolve(inner, Anchor(published=day, tense=shift))
    if used == "text":
        found = calendar.weekday_near(day + timedelta(days=1 if shift > 0 else -1 if shift else 0), weekday, 1 if shift >= 0 else -1)
    else:
        found = calendar.week_period(day).first + timedelta(days=weekday - 1 + 7 * shift)
    return Place(found.isoformat(), found, found, "day", used)


def _named_month(inner: Calendar, day: date, shift: int, used: Used) -> Place:
    month = inner.month or 1
    year = day.year
    if inner.day is not None:
        reached = (month, inner.day)
        year += (-1 if reached >= (day.month, day.day) else 0) if shift < 0 else 0
        year += (1 if reached <= (day.month, day.day) else 0) if shift > 0 else 0
    elif shift < 0:
        year -= month >= day.month
    elif shift > 0:
        year += month <= day.month
    return _full(inner, year, used)


def _named_part(part: str, day: date, shift: int, used: Used) -> Place:
    years = (day.year - 2, day.year - 1, day.year, day.year + 1, day.year + 2)
    places = [_part(part, year, used) for year in years]
    if shift < 0:
        return [place for place in places if place.last is not None and place.last < day][-1]
    if shift > 0:
        return next(place for place in places if place.first is not None and place.first > day)
    if part not in calendar.SEASONS:
        return places[2]
    return _part(part, _season_year(part, day, 0), used)


@_resolve.register
def _(expression: Feast, anchor: Anchor) -> Place:
    from factcheck.reading.dates.holidays import feast_day, feast_timex

    if expression.year is not None:
        found = feast_day(expression.key, expression.year)
        return Place(found.isoformat(), found, found, "day")
    day, _, used = _leaning("", anchor)
    if day is None:
        return Place(feast_timex(expression.key), None, None, "day", "none")
    return _named_feast(expression, day, 2, used)


def _named_feast(feast: Feast, day: date, shift: int, used: Used) -> Place:
    """The last (-1), next (1), this year's (0) or nearest (2) holiday of the name."""
    from factcheck.reading.dates.holidays import feast_day

    days = [feast_day(feast.key, year) for year in (day.year - 1, day.year, day.year + 1)]
    if shift < 0:
        found = [one for one in days if one < day][-1]
    elif shift == 1:
        found = next(one for one in days if one > day)
    elif shift == 0:
        found = days[1]
    else:
        found = min(days, key=lambda one: abs((one - day).days))
    return Place(found.isoformat(), found, found, "day", used)


@_resolve.register
def _(expression: Offset, anchor: Anchor) -> Place:
    if expression.base is not None:
        base = _resolve(expression.base, anchor)
        start, used, place = base.first, base.used, base
        exact = base.grain == "day"
    else:
        start, place, used = _leaning(expression.origin, anchor)  # type: ignore[assignment]
        exact = False
    if expression.origin == "event" and expression.base is None:
        return Place("XXXX-XX-XX", None, None, "day", "none")
    if any(count is None for count, _ in expression.lengths):
        return _vague_offset(expression, start, used)
    unit = expression.lengths[-1][1]
    if unit in ("hour", "minute", "second"):
        return _clock_offset(expression, start, used)
    grain = "day" if exact else _offset_grain(unit, place)
    if start is None:
        return Place({"year": "XXXX", "month": "XXXX-XX"}.get(grain, "XXXX-XX-XX"), None, None, grain, "none")
    deep = sum((count or 0) * _YEARS_IN.get(each, 0) for count, each in expression.lengths)
    if expression.sign < 0 and deep >= start.year:
        return Place(f"-{int(deep - start.year):04d}", None, None, grain, used)
    moved = start
    for count, each in expression.lengths:
        moved = calendar.shifted(moved, each, expression.sign * (count or 0))
    return _of(calendar.period(grain, moved), grain, used)


_YEARS_IN = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}


def _offset_grain(unit: str, place: Place | None) -> Grain:
    grain: Grain = {"year": "year", "decade": "year", "century": "year", "month": "month", "quarter": "month"}.get(unit, "day")  # type: ignore[assignment]
    if place is not None and _coarser(place.grain, grain):
        return place.grain if place.grain in ("month", "year") else "year"
    return grain


def _vague_offset(expression: Offset, start: date | None, used: Used) -> Place:
    """a few days ago, years later: on the one side of the anchor, and no more is said"""
    timex = "PAST_REF" if expression.sign < 0 else "FUTURE_REF"
    return Place(timex, None, None, "", used if start is not None else "none")


def _clock_offset(expression: Offset, start: date | None, used: Used) -> Place:
    """24 hours ago, three hours later: which day that was, the text does not say for certain"""
    hours = sum((count or 0) * {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}.get(unit, 24) for count, unit in expression.lengths)
    if start is None or hours % 24 or not hours:
        return Place("XXXX-XX-XX" if start is None else start.isoformat() + "TXX", None, None, "hour", used)
    moved = start + timedelta(days=expression.sign * round(hours / 24))
    return Place(moved.isoformat(), moved, moved, "day", used)


@_resolve.register
def _(expression: Recent, anchor: Anchor) -> Place:
    from factcheck.reading.dates.grammar.lengths import length_timex

    timex = length_timex(((expression.count, expression.unit),))
    day, _, used = _leaning(expression.origin, anchor)
    if day is None or expression.count is None or expression.unit in ("hour", "minute", "second"):
        return Place(timex, None, None, "", used)
    far = calendar.shifted(day, expression.unit, expression.sign * expression.count)
    one = timedelta(days=1)
    first, last = (far, day - one) if expression.sign < 0 else (day + one, far)
    return Place(timex, first, last, "", used)


@_resolve.register
def _(expression: Nth, anchor: Anchor) -> Place:
    outer = _resolve(expression.outer, anchor)
    if outer.first is None or outer.last is None:
        return Place(outer.timex if outer.used == "none" else "XXXX", None, None, "", "none")
    if expression.weekday is not None:
        return _nth_weekday(expression, outer)
    unit = expression.unit
    if unit == "week" and expression.count == 1:
        return _nth_week(expression, outer)
    if expression.number > 0:
        start = calendar.shifted(outer.first, unit, (expression.number - 1) * expression.count)
    else:
        start = calendar.shifted(outer.last + timedelta(days=1), unit, expression.number * expression.count)
    end = calendar.shifted(start, unit, expression.count) - timedelta(days=1)
    if not outer.first <= start <= end <= outer.last:
        return Place("XXXX", None, None, "", "none")
    grain: Grain = _GRAINS.get(unit, "day")
    whole = calendar.period(unit, start)
    timex = whole.timex if expression.count == 1 and (whole.first, whole.last) == (start, end) else f"{start}/{end}"
    return Place(timex, start, end, grain, outer.used)


def _nth_weekday(expression: Nth, outer: Place) -> Place:
    assert outer.first is not None
    assert outer.last is not None
    weekday = expression.weekday or 1
    if expression.number > 0:
        found = calendar.weekday_near(outer.first, weekday, 1) + timedelta(days=7 * (expression.number - 1))
    else:
        found = calendar.weekday_near(outer.last, weekday, -1) + timedelta(days=7 * (expression.number + 1))
    if not outer.first <= found <= outer.last:
        return Place("XXXX-XX-XX", None, None, "day", "none")
    return Place(found.isoformat(), found, found, "day", outer.used)


def _nth_week(expression: Nth, outer: Place) -> Place:
    """The weeks that have most of their days in the outer time, as ISO 8601 counts the weeks of a year."""
    assert outer.first is not None
    assert outer.last is not None
    if expression.number > 0:
        monday = calendar.week_period(outer.first + timedelta(days=3)).first + timedelta(days=7 * (expression.number - 1))
    else:
        monday = calendar.week_period(outer.last - timedelta(days=3)).first + timedelta(days=7 * (expression.number + 1))
    if monday > outer.last or monday + timedelta(days=6) < outer.first:
        return Place("XXXX-WXX", None, None, "week", "none")
    return _of(calendar.week_period(monday), "week", outer.used)


@_resolve.register
def _(expression: Within, anchor: Anchor) -> Place:
    outer = _resolve(expression.outer, anchor)
    inner = expression.inner
    if outer.first is None or outer.last is None:
        return _resolve(inner, replace(anchor, published=None, text=None))
    if isinstance(inner, Calendar) and inner.month is None and inner.weekday is not None and inner.day is None:
        found = calendar.weekday_near(outer.first, inner.weekday, 1)
    elif isinstance(inner, Calendar) and inner.month is not None:
        return _full(inner, outer.first.year, outer.used)
    elif isinstance(inner, YearPart):
        return _part(inner.part, outer.first.year, outer.used)
    else:
        return replace(_resolve(inner, replace(anchor, published=outer.first)), used=outer.used)
    if found > outer.last:
        return Place(_partial(inner), None, None, "day", "none")
    return Place(found.isoformat(), found, found, "day", outer.used)


@_resolve.register
def _(expression: WeekOf, anchor: Anchor) -> Place:
    inner = _resolve(expression.inner, anchor)
    if inner.first is None:
        return Place("XXXX-WXX", None, None, "week", "none")
    return _of(calendar.period(expression.unit, inner.first), "week", inner.used)


@_resolve.register
def _(expression: Narrowed, anchor: Anchor) -> Place:
    inner = _resolve(expression.inner, anchor)
    if expression.mod in ("H1", "H2") and inner.grain == "year" and len(inner.timex) == 4 and inner.first is not None:
        return _part(expression.mod, inner.first.year, inner.used)
    return inner


@_resolve.register
def _(expression: Bounded, anchor: Anchor) -> Place:
    inner = _resolve(expression.inner, anchor)
    first, last, day = inner.first, inner.last, timedelta(days=1)
    if expression.bound == "since":
        return replace(inner, last=None)
    if expression.bound == "until":
        return replace(inner, first=None)
    if expression.bound == "before":
        return replace(inner, first=None, last=first - day if first is not None else None)
    return replace(inner, first=last + day if last is not None else None, last=None)


@_resolve.register
def _(expression: Between, anchor: Anchor) -> Place:
    first = _resolve(expression.first, anchor)
    last = _resolve(expression.last, anchor)
    if first.last is not None and last.first is not None and last.first < first.last and last.grain in ("day", "month"):
        last = _resolve(expression.last, replace(anchor, text=first, policy="text"))
    return Place(f"{first.timex}/{last.timex}", first.first, last.last, first.grain, first.used)


@_resolve.register
def _(expression: Clock, anchor: Anchor) -> Place:
    if expression.day is None:
        text = anchor.text
        if text is not None and text.grain == "day" and text.first is not None and anchor.near:
            return Place(f"{text.first}{expression.timex}", text.first, text.first, "minute", "text")
        return Place(f"XXXX-XX-XX{expression.timex}", None, None, "minute", "none")
    day = _resolve(expression.day, anchor)
    if not expression.timex:
        grain: Grain = "daypart"
    elif expression.first == expression.last or "/" in expression.timex:
        grain = "minute"
    else:
        grain = "daypart" if not expression.timex[1].isdigit() else "hour"
    return Place(f"{day.timex}{expression.timex}", day.first, day.last, grain, day.used)


@_resolve.register
def _(expression: Length, anchor: Anchor) -> Place:
    return Place(expression.timex, None, None)


@_resolve.register
def _(expression: Recurring, anchor: Anchor) -> Place:
    return Place(expression.timex, None, None)


@_resolve.register
def _(expression: Reference, anchor: Anchor) -> Place:
    return Place(expression.timex, None, None, "", "published" if anchor.published else "none")
