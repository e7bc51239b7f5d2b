"""Clock times and parts of the day, alone and with the day they belong to.

>>> from factcheck.reading.dates.grammar.cascade import apply, tokens
>>> [token.value.timex for token in apply(RULES, list(tokens("11:30 p.m.")))]
['T23:30']
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.reading.dates.expression import (
    Calendar,
    Clock,
    Expression,
    Feast,
    NamedDay,
    Narrowed,
    Nth,
    Offset,
    Origin,
    Recurring,
    Shifted,
    Within,
)
from factcheck.reading.dates.grammar.cascade import Match, Rule
from factcheck.reading.dates.numbers import clock_time, twelve_hours

# Minutes of the day, first to last, that a part of the day is taken to cover.
PARTS = {
    "MO": (5 * 60, 12 * 60 - 1), "AF": (12 * 60, 18 * 60 - 1), "EV": (17 * 60, 22 * 60 - 1),
    "NI": (18 * 60, 24 * 60 - 1), "DT": (6 * 60, 20 * 60), "MI": (11 * 60, 14 * 60),
}  # fmt: skip
_AFTER_WORDS = ("edge", ".", ",", "in", "on", "the", "DEICTIC", "THIS", "TONIGHT", "WHEN_DAY", "WHEN", "DAYPART", "and")
_BEGINNINGS = ("dawn", "dusk", "eve")  # parts of the day that other things have too


def _zoned(match: Match, clock: Expression | None) -> Expression | None:
    if isinstance(clock, Clock) and match.has("zone"):
        return replace(clock, zone=match.token("zone").text)
    return clock


def _written(match: Match) -> Expression | None:
    clock = match.expression("clock")
    if match.has("ampm") and isinstance(clock, Clock):
        figure = clock.timex[1:].lstrip("0") or "0"
        clock = twelve_hours(figure, match.number("ampm") == 12) or clock
    return _zoned(match, clock)


def _with_ampm(match: Match) -> Expression | None:
    token = match.token("hour")
    if token.kind == "CARDINAL":
        return _zoned(match, twelve_hours(str(match.number("hour")), match.number("ampm") == 12))
    if (
        match.token("ampm").text.lower() == "am"
        and match.after in ("unknown", "unknowns", "Unknown", "the", "a")
        and match.before not in ("at", "by")
    ):
        return None
    return _zoned(match, twelve_hours(token.text, match.number("ampm") == 12))


def _lettered(match: Match) -> Expression | None:
    """at 9a, at 9p"""
    letter = match.token("letter")
    if letter.text not in ("a", "p") or match.token("hour").end != letter.start:
        return None
    return twelve_hours(match.token("hour").text, letter.text == "p")


def _in_words(match: Match) -> Expression | None:
    """at five thirty"""
    minutes = match.number("minutes")
    if not 1 <= match.number("hour") <= 12 or not 5 <= minutes <= 55 or minutes % 5:
        return None
    return clock_time(match.number("hour"), str(minutes).zfill(2)) if match.after in _AFTER_WORDS else None


def _oclock(match: Match) -> Expression | None:
    hour = match.number("hour")
    if not 0 <= hour <= 24:
        return None
    after_noon = match.number("ampm") == 12 if match.has("ampm") else False
    return _zoned(match, clock_time(hour % 12 + 12 if after_noon else hour, None))


def _part(match: Match) -> Expression | None:
    code = str(match.token("part").value)
    if code not in PARTS:
        hour = int(code[:2])
        return _zoned(match, clock_time(hour, code[3:]))
    token = match.token("part")
    if token.text.lower() in _BEGINNINGS and match.after == "of":
        return None  # the dawn of a new era
    if (token.kind == "NIGHT" and not match.has("lead")) or (token.text.istitle() and match.before != "edge"):
        return None
    return _part_clock(code)


def _opening_night(match: Match) -> Expression:
    first, last = PARTS["NI"]
    return Clock(first, last, "")


def _part_clock(code: str) -> Clock | None:
    if code not in PARTS:
        return clock_time(int(code[:2]), code[3:])
    first, last = PARTS[code]
    return Clock(first, last, f"T{code}")


def _day_part(match: Match) -> Expression | None:
    """Friday night: the value is the day, the part of it stands in the clock"""
    clock = _part_clock(str(match.token("part").value))
    day = match.expression("day")
    return replace(clock, timex="", day=day) if clock and _is_day(day) else None


def _part_of_day(match: Match) -> Expression | None:
    """the night of 3 May"""
    clock = _part_clock(str(match.token("part").value))
    return replace(clock, day=match.expression("day")) if clock else None


def _this_part(match: Match) -> Expression | None:
    clock = _part_clock(str(match.token("part").value))
    kind = match.token("which").kind
    if clock is None:
        return None
    origin: Origin = (
        "text" if kind in ("THAT", "FOLLOWING", "PREVIOUS", "SAME") or match.has("article") else "published"
    )
    return replace(clock, timex="", day=Shifted("day", match.number("which"), origin))


def _is_day(expression: Expression) -> bool:
    """Whether an expression is about one day, so that a clock time can belong to it."""
    match expression:
        case Calendar():
            return expression.day is not None or expression.weekday is not None
        case Shifted(unit=unit):
            return unit in ("day", "night")
        case NamedDay(inner=inner):
            return _is_day(inner)
        case Narrowed(inner) | Within(inner=inner):
            return _is_day(inner)
        case Nth():
            return expression.weekday is not None or expression.unit == "day"
        case Offset(lengths=lengths):
            return lengths[-1][1] in ("day", "week", "fortnight")
        case _:
            return isinstance(expression, Feast)


def _joined(match: Match) -> Expression | None:
    clock = match.expression("clock")
    day = match.expression("day")
    if not isinstance(clock, Clock) or clock.day is not None or not _is_day(day):
        return None
    return replace(clock, day=day)


def _in_week(match: Match) -> Expression | None:
    """Wednesday evening next week"""
    clock, outer = match.expression("clock"), match.expression("outer")
    if not isinstance(clock, Clock) or not isinstance(clock.day, Calendar) or clock.day.weekday is None:
        return None
    if clock.day.day is not None or not isinstance(outer, Shifted) or outer.unit != "week":
        return None
    return replace(clock, day=Within(clock.day, outer))


def _refined(match: Match) -> Expression | None:
    """11:30 in the morning, 9 this evening: the part of the day says which half of it"""
    clock, part = match.expression("clock"), match.expression("part")
    if not isinstance(clock, Clock) or not isinstance(part, Clock) or clock.day is not None:
        return None
    return replace(_in_part(clock, part), day=part.day)


def _in_part(clock: Clock, part: Clock) -> Clock:
    after_noon = part.first >= 12 * 60 and clock.first >= 60 * (5 if part.last > 22 * 60 else 0)
    if after_noon and clock.timex[1:3].isdigit() and "/" not in clock.timex and clock.first < 12 * 60:
        hour = int(clock.timex[1:3]) + 12
        return replace(clock, first=clock.first + 720, last=clock.last + 720, timex=f"T{hour:02d}{clock.timex[3:]}")
    return clock


def _at_hour(match: Match) -> Expression | None:
    """tonight at 8, this morning at 10"""
    part = match.expression("part")
    clock = clock_time(match.number("hour"), None)
    if (
        clock is None
        or not isinstance(part, Clock)
        or part.timex[1:2].isdigit()
        or match.after in ("UNITS", "-", "%", "unknown", "unknowns", "$")
    ):
        return None
    return replace(_in_part(clock, part), day=part.day)


def _at_hour_in_words(match: Match) -> Expression | None:
    """at eight in the morning"""
    return _at_hour(match) if 1 <= match.number("hour") <= 12 else None


def _hours(match: Match) -> Expression | None:
    """8 to 10 p.m., 9:30–11:00: one time with two ends"""
    first, last = _end(match, "first"), _end(match, "last")
    if first is None or last is None or first.day is not None or not first.timex[1].isdigit():
        return None
    if match.token("first").kind == "INT_12" or (
        match.token("first").kind == "TIME_OF_DAY" and first.last < 12 * 60 <= last.first
    ):
        moved = _in_part(first, Clock(720, 1439, "TAF"))
        if last.first >= 720 and moved.first <= last.first and match.token("first").kind == "INT_12":
            first = moved
    return Clock(first.first, last.last, f"{first.timex}/{last.timex}", last.zone or first.zone, last.day)


def _end(match: Match, name: str) -> Clock | None:
    if match.token(name).kind in ("INT_12", "INT_24", "ZERO"):
        return clock_time(match.number(name), None)
    value = match.expression(name)
    return value if isinstance(value, Clock) else None


def _daily(match: Match) -> Expression | None:
    """every day at 7:30 p.m., each Monday at 4"""
    repeated, clock = match.expression("set"), match.expression("clock")
    if not isinstance(repeated, Recurring) or not isinstance(clock, Clock) or clock.day is not None or not clock.timex:
        return None
    if repeated.timex in ("P1D", "TEV", "TMO", "TAF", "TNI"):
        return Recurring(_in_part(clock, Clock(*PARTS.get(repeated.timex[1:], (0, 0)), "")).timex)
    return Recurring(f"{repeated.timex}{clock.timex}")


def _french(match: Match) -> Expression | None:
    """15h30, 8h GMT"""
    minutes = match.token("minutes").text if match.has("minutes") else None
    if match.number("hour") > 24 or (
        minutes is not None and (len(minutes) != 2 or (not match.glued() and not match.has("zone")))
    ):
        return None
    return _zoned(match, clock_time(match.number("hour"), minutes))


def _meal(match: Match) -> Expression | None:
    return _part_clock(match.code("part"))


def _past_hour(match: Match) -> Expression | None:
    """half past seven, a quarter to nine, 10 past 9"""
    value = match.expression("clock") if match.has("clock") else clock_time(match.number("hour"), "00")
    minutes = 30 if match.has("half") else 15 if match.has("quarter") else match.number("minutes")
    if (
        not isinstance(value, Clock)
        or not 0 < minutes < 60
        or (match.token("way").kind != "to" and value.first // 60 > 23)
    ):
        return None
    at = (value.first // 60 * 60 + (-minutes if match.token("way").kind == "to" else minutes)) % 1440
    return Clock(at, at, f"T{at // 60:02d}:{at % 60:02d}", value.zone)


RULES: tuple[Rule, ...] = (
    Rule("clock=STAMP", lambda match: match.expression("clock")),
    Rule("( at | @ )? clock=CLOCK ampm=AMPM? zone=ZONE?", _written),
    Rule("hour=CLOCK_HOUR ampm=AMPM zone=ZONE?", _with_ampm),
    Rule("at hour=INT_12 letter=( a | unknown )", _lettered),
    Rule("( at | by ) hour=CARDINAL -? minutes=CARDINAL", _in_words),
    Rule("hour=SMALL_NUMBER '? CLOCK_WORD ampm=AMPM? zone=ZONE?", _oclock),
    Rule("hour=HOUR HALF_LETTER minutes=INTEGER zone=ZONE?", _french),
    Rule("hour=HOUR HALF_LETTER zone=ZONE", _french),
    Rule("( after | before | at ) part=MEAL", _meal),
    Rule("day=WHEN_DAY part=MEAL", _day_part),
    Rule("half=FRACTION way=PAST hour=SMALL_NUMBER ( '? CLOCK_WORD )?", _past_hour),
    Rule("a? quarter=QUARTER way=PAST_OR_TO hour=SMALL_NUMBER ( '? CLOCK_WORD )?", _past_hour),
    Rule("minutes=DAY_COUNT way=PAST hour=SMALL_NUMBER ( '? CLOCK_WORD )?", _past_hour),
    Rule("in? lead=the? part=ANY_DAYPART zone=ZONE?", _part),
    Rule("lead=at part=ANY_DAYPART zone=ZONE?", _part),
    Rule("the? EDGE part=NIGHT", _opening_night),
    Rule("article=the? which=WHICH_DAY part=ANY_DAYPART", _this_part),
    Rule("day=WHEN_DAY ( EARLY | LATE )? part=ANY_DAYPART", _day_part),
    Rule("day=WHEN ,? part=ANY_DAYPART", _day_part),
    Rule("the? part=ANY_DAYPART of day=WHEN_DAY", _part_of_day),
)
HOURS = (
    Rule("( from | between )? first=CLOCK_END ( to | and | - | until | till ) last=TIME_OF_DAY", _hours),
    Rule("a? quarter=QUARTER way=PAST_OR_TO clock=TIME_OF_DAY", _past_hour),
    Rule("minutes=DAY_COUNT way=PAST_OR_TO clock=TIME_OF_DAY", _past_hour),
)
JOINED = (
    Rule("clock=TIME_OF_DAY ,? ( in | on )? part=TIME_OF_DAY", _refined),
    Rule("part=TIME_OF_DAY ,? ( at | @ | HEDGE )? clock=TIME_OF_DAY", _refined),
    Rule("part=TIME_OF_DAY ,? ( at | @ | HEDGE ) hour=INT_12", _at_hour),
    Rule("hour=INT_12 ,? part=TIME_OF_DAY", _at_hour),
    Rule("( at | by | until | till | before | after ) hour=CARDINAL part=TIME_OF_DAY", _at_hour_in_words),
    Rule("set=SET at? clock=TIME_OF_DAY", _daily),
    Rule("clock=TIME_OF_DAY set=SET", _daily),
    Rule("clock=TIME_OF_DAY ,? ( on | of )? day=DAY_OR_WHEN", _joined),
    Rule("clock=TIME_OF_DAY ,? ( in | of )? outer=WHEN", _in_week),
    Rule("day=DAY_OR_WHEN ,? ( at | @ | from | by | for | HEDGE | - )? clock=TIME_OF_DAY", _joined),
)
