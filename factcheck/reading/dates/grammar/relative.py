"""Third layer: times that lean on another: today, last month, that year, the past three years, two days later.

>>> from factcheck.reading.dates.grammar.cascade import apply, tokens
>>> [token.value for token in apply(RULES, list(tokens("last month")))]
[Shifted(unit='month', shift=-1, origin='published')]
"""

from __future__ import annotations

from factcheck.reading.dates.expression import (
    Calendar,
    Clock,
    Expression,
    Length,
    NamedDay,
    Narrowed,
    Nth,
    Offset,
    Origin,
    Recent,
    Reference,
    Shifted,
    WeekOf,
    Within,
    YearPart,
)
from factcheck.reading.dates.grammar.cascade import Match, Rule

_TEXT_KINDS = ("PREVIOUS", "FOLLOWING", "THAT", "SAME")
_DATE_UNITS = (
    "day",
    "week",
    "weekend",
    "fortnight",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
    "night",
    "millennium",
)


def _origin(match: Match, name: str = "which") -> Origin:
    return "text" if match.token(name).kind in _TEXT_KINDS else "published"


def _shifted(match: Match) -> Expression | None:
    unit = match.code("unit") if match.token("unit").kind != "SECOND" else "second"
    if unit not in _DATE_UNITS:
        return None
    shift = match.number("which")
    if unit == "night" and match.token("which").kind in ("LAST", "PREVIOUS", "FOLLOWING", "NEXT", "SAME", "THAT"):
        origin = _origin(match)
        return _night(Shifted("day", shift, origin))
    if match.has("article") and match.token("which").kind == "NEXT":
        return Shifted(unit, shift, "text") if unit != "night" else None
    return Shifted(unit, shift, _origin(match))


def _night(day: Expression) -> Clock:
    return Clock(18 * 60, 24 * 60 - 1, "TNI", day=day)


def _deictic(match: Match) -> Expression:
    return Shifted("day", match.number("day"))


def _day_beyond(match: Match) -> Expression:
    """the day after tomorrow, the day before yesterday"""
    step = match.number("day")
    return Shifted("day", step + (1 if match.has("after") else -1))


def _tonight(match: Match) -> Expression:
    return _night(Shifted("day", 0))


def _named(match: Match) -> Expression | None:
    """last Friday, next March, this summer"""
    inner = match.expression("date")
    if isinstance(inner, Calendar) and (inner.year is not None or inner.day is not None and inner.weekday is None):
        return None
    if not isinstance(inner, Calendar | YearPart) or isinstance(inner, YearPart) and inner.year is not None:
        return None
    kind = match.token("which").kind
    shift = match.number("which")
    return NamedDay(inner, shift, "text" if kind in _TEXT_KINDS else "published")


def _named_after(match: Match) -> Expression | None:
    """Friday last, 12 October next"""
    inner = match.expression("date")
    if not isinstance(inner, Calendar) or inner.year is not None:
        return None
    return NamedDay(inner, match.number("which"))


def _within(match: Match) -> Expression | None:
    inner = match.expression("date")
    if isinstance(inner, Calendar) and inner.year is None or isinstance(inner, YearPart) and inner.year is None:
        return Within(inner, match.expression("outer"))
    return None


def _recent(match: Match) -> Expression | None:
    lengths = match.expression("length")
    if not isinstance(lengths, Length) or len(lengths.lengths) != 1:
        return None
    count, unit = lengths.lengths[0]
    sign = match.number("which") or 0
    if sign == 0:
        return None
    return Recent(count, unit, sign, _origin(match))


def _ago(match: Match) -> Expression | None:
    lengths = match.expression("length")
    if not isinstance(lengths, Length):
        return None
    return Offset(lengths.lengths, match.number("ago"), "published", approximate=lengths.mod is not None)


def _later(match: Match) -> Expression | None:
    lengths = match.expression("length")
    if not isinstance(lengths, Length):
        return None
    sign = -1 if match.has("earlier") else 1
    return Offset(lengths.lengths, sign, "text", approximate=lengths.mod is not None)


def _before_or_after(match: Match) -> Expression | None:
    """two days before, but not "two days before the vote": a base that is no date leaves a duration"""
    if match.after not in ("edge", ",", ".", ")", "-", "in", "on", "at", ":"):
        return None
    return _later(match)


def _from_base(match: Match) -> Expression | None:
    lengths = match.expression("length")
    if not isinstance(lengths, Length):
        return None
    sign = -1 if match.has("earlier") else 1
    return Offset(lengths.lengths, sign, "", match.expression("base"), approximate=lengths.mod is not None)


def _in_length(match: Match) -> Expression | None:
    """in two weeks' time; "in two weeks" may as well be how long something took"""
    lengths = match.expression("length")
    if not isinstance(lengths, Length):
        return None
    return Offset(lengths.lengths, 1, "published")


def _nth(match: Match) -> Expression | None:
    outer = match.expression("outer")
    number = match.number("number")
    if match.has("last"):
        number = -number if match.has("number") else -1
    count = match.number("count") if match.has("count") else 1
    if match.has("weekday"):
        inner = match.expression("weekday")
        if not isinstance(inner, Calendar) or inner.weekday is None or inner.day is not None:
            return None
        return Nth(number, "day", outer, weekday=inner.weekday)
    unit = match.code("unit") if match.token("unit").kind != "SECOND" else "second"
    if unit not in _DATE_UNITS or count < 1:
        return None
    return Nth(number, unit, outer, count=count)


def _last(match: Match) -> Expression | None:
    count = match.number("count") if match.has("count") else 1
    unit = match.code("unit")
    if unit not in _DATE_UNITS or count < 1:
        return None
    return Nth(-1, unit, match.expression("outer"), count=count)


def _last_weekday(match: Match) -> Expression | None:
    inner = match.expression("weekday")
    if not isinstance(inner, Calendar) or inner.weekday is None or inner.day is not None:
        return None
    return Nth(-1, "day", match.expression("outer"), weekday=inner.weekday)


def _half_of(match: Match) -> Expression | None:
    half = match.token("half").text.lower()
    number = match.number("number")
    if half != "half" or number not in (1, 2):
        return None
    return Narrowed(match.expression("outer"), "H1" if number == 1 else "H2")


def _week_of(match: Match) -> Expression | None:
    return WeekOf(match.code("unit"), match.expression("inner"))


def _unit_itself(match: Match) -> Expression | None:
    """the year, the month: of the text, after "end of", "rest of" and the like"""
    return Shifted(match.code("unit"), 0, "published")


def _edge(match: Match) -> Expression | None:
    return Narrowed(match.expression("inner"), match.code("edge"))


def _mod(match: Match) -> Expression | None:
    inner = match.expression("inner")
    code = match.code("mod") if match.token("mod").kind not in ("earlier", "later") else ""
    if not code:
        code = "start" if match.token("mod").kind == "earlier" else "end"
    if isinstance(inner, Calendar) and inner.day is not None:
        return None
    return Narrowed(inner, code)


def _day_of_month(match: Match) -> Expression | None:
    day = match.number("day")
    if not 1 <= day <= 31 or match.after in ("unknown", "Unknown", "-", "CENTURY", *_NOT_AFTER_DAY):
        return None
    return Calendar(day=day)


_NOT_AFTER_DAY = (
    "UNIT",
    "DAY_WORD",
    "WEEK_WORD",
    "MONTH_WORD",
    "YEAR_WORD",
    "anniversary",
    "birthday",
    "FRACTION",
    "to",
    "and",
    "or",
    "of",
)


def _now(match: Match) -> Expression:
    return Reference(match.code("now"))


RULES = (
    Rule("day=DEICTIC", _deictic),
    Rule("the? DAY_WORD after=after day=DEICTIC", _day_beyond),
    Rule("the? DAY_WORD before day=DEICTIC", _day_beyond),
    Rule("tonight=TONIGHT", _tonight),
    Rule("now=NOW", _now),
    Rule("( the | THIS )? which=WHICH unit=ONE_UNIT", _shifted),
    Rule("( THIS | the )? THAT? which=SAME unit=ONE_UNIT", _shifted),
    Rule("which=THAT unit=ONE_UNIT", _shifted),
    Rule("article=the which=NEXT unit=ONE_UNIT", _shifted),
    Rule("( the | THIS | THAT )? which=WHICH ,? date=ANY_WHEN", _named),
    Rule("which=THAT date=ANY_WHEN", _named),
    Rule("date=WHEN_DAY which=LAST", _named_after),
    Rule("date=WHEN_DAY which=NEXT", _named_after),
    Rule("( the | THIS )? which=WHICH length=LENGTH", _recent),
    Rule("length=LENGTH ago=AGO", _ago),
    Rule("length=LENGTH from ( NOW | DEICTIC )", _in_length),
    Rule("length=LENGTH later", _later),
    Rule("length=LENGTH earlier=earlier", _later),
    Rule("length=LENGTH after", _before_or_after),
    Rule("length=LENGTH earlier=before", _before_or_after),
)

OUTER_RULES = (
    Rule("date=WHEN_DAY ,? ( of | in | from | on )? the? outer=WHEN", _within),
    Rule("date=WHEN_MONTH ,? ( of | in )? the? outer=WHEN", _within),
    Rule("length=LENGTH ( after | from ) base=ANY_WHEN", _from_base),
    Rule("length=LENGTH earlier=before base=ANY_WHEN", _from_base),
    Rule("the? number=ORD unit=ONE_UNIT ( of | in ) outer=ANY_WHEN", _nth),
    Rule("the? number=ORD weekday=WHEN_DAY ( of | in ) outer=ANY_WHEN", _nth),
    Rule("the? number=ORD count=ANY_NUMBER unit=MANY_UNITS ( of | in ) outer=ANY_WHEN", _nth),
    Rule("the? LAST unit=ONE_UNIT ( of | in ) outer=ANY_WHEN", _last),
    Rule("the? LAST count=ANY_NUMBER unit=MANY_UNITS ( of | in ) outer=ANY_WHEN", _last),
    Rule("the? LAST weekday=WHEN_DAY ( of | in ) outer=ANY_WHEN", _last_weekday),
    Rule("the? number=ORD half=FRACTION of outer=ANY_WHEN", _half_of),
    Rule("the? unit=WEEK_OR_WEEKEND ( of | beginning | starting | commencing ) on? inner=WHEN_DAY", _week_of),
    Rule("the? edge=EDGE of outer=ANY_WHEN", lambda match: Narrowed(match.expression("outer"), match.code("edge"))),
    Rule("the? edge=MID of outer=ANY_WHEN", lambda match: Narrowed(match.expression("outer"), match.code("edge"))),
    Rule("mod=MOD ( in | on )? -? the? inner=ANY_WHEN", _mod),
)
