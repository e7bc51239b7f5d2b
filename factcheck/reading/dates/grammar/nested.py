"""Times inside other times: the second week of May, Friday of last week, the end of 1994, early 2031.

>>> from factcheck.reading.dates.grammar.cascade import apply, tokens
>>> from factcheck.reading.dates.grammar import dates
>>> [token.value.mod for token in apply(RULES, apply(dates.RULES, list(tokens("the end of April"))))]
['end edge']
"""

from __future__ import annotations

from factcheck.reading.dates.expression import (
    Calendar,
    Expression,
    Feast,
    NamedDay,
    Narrowed,
    Nth,
    Shifted,
    WeekOf,
    Within,
    YearPart,
)
from factcheck.reading.dates.grammar.cascade import Match, Rule
from factcheck.reading.dates.grammar.relative import DATE_UNITS


def _within(match: Match) -> Expression | None:
    inner = match.expression("date")
    if isinstance(inner, Calendar | YearPart | Feast) and inner.year is None:
        return Within(inner, match.expression("outer"))
    return None


def _day_of_week(match: Match) -> Expression | None:
    """next week on Tuesday"""
    outer = match.expression("outer")
    return _within(match) if isinstance(outer, Shifted) and outer.unit in ("week", "weekend") else None


def _owned(match: Match) -> Expression | None:
    """last year's third quarter, 2019's Christmas"""
    outer = match.expression("outer")
    year = isinstance(outer, Calendar) and outer.month is None and outer.weekday is None and outer.day is None
    return _within(match) if year or (isinstance(outer, Shifted) and outer.unit == "year") else None


def _weekend_of_feast(match: Match) -> Expression | None:
    """Labor Day weekend"""
    inner = match.expression("inner")
    named = inner.inner if isinstance(inner, NamedDay) else inner
    if not isinstance(named, Feast):
        return None
    return WeekOf("weekend", Within(inner, match.expression("year")) if match.has("year") else inner)


def _nth(match: Match) -> Expression | None:
    """the second week of May, the last week of 2019"""
    number = match.number("number") if match.has("number") else -1
    unit = match.unit()
    return Nth(number, unit, match.expression("outer")) if unit in DATE_UNITS else None


def _nth_day(match: Match) -> Expression:
    """the last day of the month"""
    number = match.number("number") if match.has("number") else -1
    return Nth(number, "day", Shifted(match.unit(), 0, "policy"))


def _nth_length(match: Match) -> Expression | None:
    """the last four months of 2019, the first ten days of May"""
    length = match.length()
    if length is None or len(length.lengths) != 1:
        return None
    count, unit = length.lengths[0]
    if count is None or count != int(count) or unit not in DATE_UNITS:
        return None
    number = match.number("number") if match.has("number") else -1
    return Nth(number, unit, match.expression("outer"), count=int(count))


def _nth_weekday(match: Match) -> Expression | None:
    """the first Monday of October"""
    number = match.number("number") if match.has("number") else -1
    inner = match.expression("weekday")
    if not isinstance(inner, Calendar) or inner.weekday is None or inner.day is not None:
        return None
    return Nth(number, "day", match.expression("outer"), weekday=inner.weekday)


def _half_of(match: Match) -> Expression | None:
    half = match.token("half").text.lower()
    number = match.number("number")
    if half != "half" or number not in (1, 2):
        return None
    return Narrowed(match.expression("outer"), "H1" if number == 1 else "H2")


def _latter_half(match: Match) -> Expression:
    return Narrowed(match.expression("outer"), "H2")


def _week_of(match: Match) -> Expression | None:
    return WeekOf(match.unit(), match.expression("inner"))


def _week_of_day(match: Match) -> Expression | None:
    """the week of the 18th"""
    return WeekOf(match.unit(), Calendar(day=match.number("day")))


def _edge(match: Match) -> Expression | None:
    """the end of 1994, the beginning of the year"""
    inner = match.expression("inner") if match.has("inner") else Shifted(match.unit(), 0, "policy")
    code = match.code("edge")
    return Narrowed(inner, code if code == "mid" else f"{code} edge")


def _mod(match: Match) -> Expression | None:
    inner = match.expression("inner")
    code = match.code("mod") if match.token("mod").kind not in ("earlier", "later") else ""
    if not code:
        code = "start" if match.token("mod").kind == "earlier" else "end"
    if isinstance(inner, Calendar) and inner.day is not None:
        return None
    return Narrowed(inner, code)


def _two_mods(match: Match) -> Expression | None:
    """early to mid 2025, the mid-to-late 1990s"""
    inner = match.expression("inner")
    codes = (match.code("first"), match.code("last"))
    if codes not in (("start", "mid"), ("mid", "end")) or (isinstance(inner, Calendar) and inner.day is not None):
        return None
    return Narrowed(inner, "-".join(codes))


def _mod_of_unit(match: Match) -> Expression:
    """earlier in the year"""
    code = {"earlier": "start", "later": "end"}.get(match.token("mod").kind) or match.code("mod")
    return Narrowed(Shifted(match.unit(), 0, "policy"), code)


def _close(match: Match) -> Expression:
    """EOM, EOY"""
    return Narrowed(Shifted(match.code("edge"), 0, "policy"), "end edge")


RULES: tuple[Rule, ...] = (
    Rule("the? ( LAST | number=ORD ) length=LENGTH of outer=ANY_WHEN", _nth_length),
    Rule("the ( LAST | number=ANY_ORD ) DAY_WORD of the unit=CALENDAR_UNIT", _nth_day),
    Rule("edge=CLOSE_OF", _close),
    Rule("date=WHEN_DAY ,? ( of | in | from | on )? the? outer=WHEN", _within),
    Rule("date=WHEN_MONTH ,? ( of | in )? the? outer=WHEN", _within),
    Rule("outer=WHEN ,? on? date=WHEN_DAY", _day_of_week),
    Rule("outer=ANY_WHEN 's date=ANY_WHEN", _owned),
    Rule("the? inner=DAY_OR_WHEN WEEKEND_WORD ( ( of | in | , )? year=WHEN_YEAR )?", _weekend_of_feast),
    Rule("the? unit=WEEK_OR_WEEKEND of the day=ORD_DIGITS", _week_of_day),
    Rule("the? number=ORD unit=ONE_UNIT ( of | in ) outer=ANY_WHEN", _nth),
    Rule("the? number=ORD weekday=WHEN_DAY ( of | in ) outer=ANY_WHEN", _nth_weekday),
    Rule("the? LAST unit=ONE_UNIT ( of | in ) outer=ANY_WHEN", _nth),
    Rule("the? LAST weekday=WHEN_DAY ( of | in ) outer=ANY_WHEN", _nth_weekday),
    Rule("the? number=ORD half=FRACTION of outer=ANY_WHEN", _half_of),
    Rule("the? latter ( FRACTION | part ) of outer=ANY_WHEN", _latter_half),
    Rule("the? unit=WEEK_OR_WEEKEND ( of | EDGE | starting | commencing ) on? inner=WHEN_DAY", _week_of),
    Rule("the? edge=EDGE of inner=ANY_WHEN", _edge),
    Rule("the? edge=MID of inner=ANY_WHEN", _edge),
    Rule("the? ( edge=EDGE | MID ) of the? unit=CALENDAR_UNIT", _edge),
    Rule("unit=YEAR_WORD edge=EDGE", _edge),
    Rule("mod=MOD ( in | on )? -? the? inner=ANY_WHEN", _mod),
    Rule("first=MOD ( - | -? ( to | or | and ) -? ) last=MOD -? the? inner=ANY_WHEN", _two_mods),
    Rule("mod=MOD in the unit=CALENDAR_UNIT", _mod_of_unit),
)
