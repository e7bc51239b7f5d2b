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
    Feast,
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
_DATE_UNITS = ("day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century", "night", "millennium")


def _origin(match: Match, name: str = "which") -> Origin:
    """What the words lean on: "that", "previous" and "the next" on the running text, the others on what leads."""
    return "text" if match.token(name).kind in _TEXT_KINDS or match.has("article") else "policy"


def _shifted(match: Match) -> Expression | None:
    unit = match.unit()
    if unit not in _DATE_UNITS:
        return None
    shift = match.number("which")
    if unit == "day" and match.token("which").kind in ("LAST", "PAST"):
        return Offset(((1, "day"),), 1, "event")  # the last day: of something that the words do not date
    if match.token("which").kind == "PAST" and unit in ("month", "year", "decade", "century") and not match.has("this"):
        return Recent(1.0, unit, -1)
    if unit == "night" and match.token("which").kind in ("LAST", "PREVIOUS", "FOLLOWING", "NEXT", "SAME", "THAT"):
        origin = _origin(match)
        return _night(Shifted("day", shift, origin))
    return Shifted(unit, shift, _origin(match))


def _night(day: Expression) -> Clock:
    return Clock(18 * 60, 24 * 60 - 1, "", day=day)


def _deictic(match: Match) -> Expression:
    shift = match.number("day")
    return Shifted("day", shift, "published" if shift else "today")


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
    if not isinstance(inner, Calendar | YearPart | Feast) or not isinstance(inner, Calendar) and inner.year is not None:
        return None
    kind = match.token("which").kind
    shift = match.number("which")
    if kind == "COMING":
        return NamedDay(inner, 1, "coming")
    return NamedDay(inner, shift, "text" if kind in _TEXT_KINDS or match.has("article") and kind == "NEXT" else "policy")


def _named_after(match: Match) -> Expression | None:
    """Friday last, 12 October next"""
    inner = match.expression("date")
    if not isinstance(inner, Calendar) or inner.year is not None:
        return None
    return NamedDay(inner, match.number("which"), "policy")


def _within(match: Match) -> Expression | None:
    inner = match.expression("date")
    if isinstance(inner, Calendar) and inner.year is None or isinstance(inner, YearPart) and inner.year is None:
        return Within(inner, match.expression("outer"))
    return None


def _day_of_week(match: Match) -> Expression | None:
    """next week on Tuesday"""
    outer = match.expression("outer")
    return _within(match) if isinstance(outer, Shifted) and outer.unit in ("week", "weekend") else None


def _fiscal(match: Match) -> Expression:
    return Shifted("fiscal", match.number("which"), "policy")


def _recent(match: Match) -> Expression | None:
    lengths = match.expression("length")
    if not isinstance(lengths, Length) or len(lengths.lengths) != 1 or match.token("which").kind == "THIS":
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
    unit = match.unit()
    if unit not in _DATE_UNITS or count < 1:
        return None
    return Nth(number, unit, outer, count=count)


def _anniversary(match: Match) -> Expression | None:
    """the third anniversary of 5 June 1989; of an event, it only says how long ago that was"""
    number = match.number("number")
    lengths = ((float(number), "year"),)
    if match.has("base"):
        return Offset(lengths, 1, "", match.expression("base"))
    return Length(f"P{number}Y", None, lengths)


def _last(match: Match) -> Expression | None:
    count = match.number("count") if match.has("count") else 1
    unit = match.unit()
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
    return WeekOf(match.unit(), match.expression("inner"))


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


def _mod_of_unit(match: Match) -> Expression:
    """earlier in the year"""
    code = {"earlier": "start", "later": "end"}.get(match.token("mod").kind) or match.code("mod")
    return Narrowed(Shifted(match.unit(), 0, "policy"), code)


def _day_of_month(match: Match) -> Expression | None:
    day = match.number("day")
    if not 1 <= day <= 31 or match.after in ("unknown", "unknowns", "Unknown", "-", "CENTURY", *_NOT_AFTER_DAY):
        return None
    return Calendar(day=day)


_NOT_AFTER_DAY = ("UNIT", "DAY_WORD", "WEEK_WORD", "MONTH_WORD", "YEAR_WORD", "anniversary", "birthday", "FRACTION", "to", "and", "or", "of")


def _now(match: Match) -> Expression | None:
    if match.token("now").kind == "CURRENT":
        return Reference("PRESENT_REF")
    return Reference(match.code("now"))


def _present(match: Match) -> Expression:
    """to date, at present, present-day, for the time being"""
    return Reference("PRESENT_REF")


def _past(match: Match) -> Expression | None:
    return Reference("PAST_REF") if match.after not in ("unknown", "unknowns") else None


def _numbered_day(match: Match) -> Expression | None:
    """day five: of something that the words do not date"""
    return Offset(((1, "day"),), 1, "event") if match.number("number") < 100 else None


def _that_time(match: Match) -> Expression | None:
    """at that time, during this period: the time the text has reached"""
    if match.token("which").kind == "THIS" and match.before not in _AT:
        return None
    return Shifted("time", 0, "text")


def _the_time(match: Match) -> Expression | None:
    return Shifted("time", 0, "text") if match.before in ("at", "of", "by") and match.after != "of" else None


_AT = ("at", "by", "during", "since", "from", "until", "in", "throughout", "before", "after")


LEANING: tuple[Rule, ...] = (
    Rule("day=DEICTIC", _deictic),
    Rule("the? DAY_WORD after=after day=DEICTIC", _day_beyond),
    Rule("the? DAY_WORD before day=DEICTIC", _day_beyond),
    Rule("tonight=TONIGHT", _tonight),
    Rule("now=NOW", _now),
    Rule("now=CURRENT", _now),
    Rule("( present | modern ) -? DAY_WORD", _present),
    Rule("at present", _present),
    Rule("at the present time", _present),
    Rule("to date", _present),
    Rule("the time being", _present),
    Rule("the PAST", _past),
    Rule("the? which=ANAPHOR ( time | period )", _that_time),
    Rule("the time", _the_time),
    Rule("DAY_WORD number=DAY_COUNT", _numbered_day),
    Rule("( the | this=THIS )? which=WHICH unit=ONE_UNIT", _shifted),
    Rule("( THIS | the )? THAT? which=SAME unit=ONE_UNIT", _shifted),
    Rule("which=THAT very? unit=ONE_UNIT", _shifted),
    Rule("article=the very? which=NEXT unit=ONE_UNIT", _shifted),
    Rule("( THIS | THAT )? which=WHICH ,? date=ANY_WHEN", _named),
    Rule("article=the which=WHICH ,? date=ANY_WHEN", _named),
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

OUTER_RULES: tuple[Rule, ...] = (
    Rule("date=WHEN_DAY ,? ( of | in | from | on )? the? outer=WHEN", _within),
    Rule("date=WHEN_MONTH ,? ( of | in )? the? outer=WHEN", _within),
    Rule("outer=WHEN ,? on? date=WHEN_DAY", _day_of_week),
    Rule("( on | from | since | by | until ) the day=ORD_DIGITS", _day_of_month),
    Rule("the? which=WHICH FISCAL YEAR_WORD", _fiscal),
    Rule("at the moment", _present),
    Rule("right now=NOW", _now),
    Rule("length=LENGTH ( after | from ) base=ANY_WHEN", _from_base),
    Rule("length=LENGTH earlier=before base=ANY_WHEN", _from_base),
    Rule("the? number=ORD unit=ONE_UNIT ( of | in ) outer=ANY_WHEN", _nth),
    Rule("the? number=ANY_ORD anniversary ( of base=WHEN_DAY )?", _anniversary),
    Rule("the? number=ORD weekday=WHEN_DAY ( of | in ) outer=ANY_WHEN", _nth),
    Rule("the? number=ORD count=ANY_NUMBER unit=MANY_UNITS ( of | in ) outer=ANY_WHEN", _nth),
    Rule("the? LAST unit=ONE_UNIT ( of | in ) outer=ANY_WHEN", _last),
    Rule("the? LAST count=ANY_NUMBER unit=MANY_UNITS ( of | in ) outer=ANY_WHEN", _last),
    Rule("the? LAST weekday=WHEN_DAY ( of | in ) outer=ANY_WHEN", _last_weekday),
    Rule("the? number=ORD half=FRACTION of outer=ANY_WHEN", _half_of),
    Rule("the? unit=WEEK_OR_WEEKEND ( of | EDGE | starting | commencing ) on? inner=WHEN_DAY", _week_of),
    Rule("the? edge=EDGE of inner=ANY_WHEN", _edge),
    Rule("the? edge=MID of inner=ANY_WHEN", _edge),
    Rule("the? ( edge=EDGE | MID ) of the? unit=CALENDAR_UNIT", _edge),
    Rule("unit=YEAR_WORD edge=EDGE", _edge),
    Rule("mod=MOD ( in | on )? -? the? inner=ANY_WHEN", _mod),
    Rule("mod=MOD in the unit=CALENDAR_UNIT", _mod_of_unit),
)

RULES = LEANING + OUTER_RULES
