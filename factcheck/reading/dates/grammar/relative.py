"""Units, weekdays, months and feasts that lean on another time: today, last month, next Friday, that year, the 20th.

>>> from factcheck.reading.dates.grammar.cascade import apply, tokens
>>> [token.value for token in apply(RULES, list(tokens("last month")))]
[Shifted(unit='month', shift=-1, origin='policy')]
"""

from __future__ import annotations

from factcheck.reading.dates.expression import (
    Calendar,
    Clock,
    Expression,
    Feast,
    NamedDay,
    Nth,
    Offset,
    Origin,
    Recent,
    Shifted,
    YearPart,
)
from factcheck.reading.dates.grammar.cascade import Match, Rule

_TEXT_KINDS = ("PREVIOUS", "FOLLOWING", "THAT", "SAME")
_NAMED = ("unknown", "unknowns", "Unknown")
_NOT_AFTER_DAY = (
    *_NAMED,
    *[
        "-",
        "CENTURY",
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
    ],
)
DATE_UNITS = (
    "day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century", "night", "millennium",
)  # fmt: skip


def origin(match: Match, name: str = "which") -> Origin:
    """What the words lean on: "that", "previous" and "the next" on the running text, the others on what leads."""
    return "text" if match.token(name).kind in _TEXT_KINDS or match.has("article") else "policy"


def _shifted(match: Match) -> Expression | None:
    unit = match.unit()
    if unit not in DATE_UNITS or (match.token("which").kind == "LAST" and match.after == "of"):
        return None  # the last week of a time is of that time
    shift = match.number("which")
    if unit == "day" and match.token("which").kind in ("LAST", "PAST"):
        return Offset(((1, "day"),), 1, "event")  # the last day: of something that the words do not date
    if match.token("which").kind == "PAST" and unit in ("month", "year", "decade", "century") and not match.has("this"):
        return Recent(((1.0, unit),), -1)
    if unit == "night" and match.token("which").kind in ("LAST", "PREVIOUS", "FOLLOWING", "NEXT", "SAME", "THAT"):
        return _night(Shifted("day", shift, origin(match)))
    return Shifted(unit, shift, origin(match))


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
    if isinstance(inner, Calendar) and (inner.year is not None or (inner.day is not None and inner.weekday is None)):
        return None
    if not isinstance(inner, Calendar | YearPart | Feast) or (
        not isinstance(inner, Calendar) and inner.year is not None
    ):
        return None
    kind = match.token("which").kind
    shift = match.number("which")
    if kind == "COMING":
        return NamedDay(inner, 1, "coming")
    return NamedDay(
        inner, shift, "text" if kind in _TEXT_KINDS or (match.has("article") and kind == "NEXT") else "policy"
    )


def _named_after(match: Match) -> Expression | None:
    """Friday last, 12 October next"""
    inner = match.expression("date")
    if not isinstance(inner, Calendar) or inner.year is not None:
        return None
    return NamedDay(inner, match.number("which"), "policy")


def _fiscal(match: Match) -> Expression:
    return Shifted("fiscal", match.number("which"), "policy")


def _day_of_month(match: Match) -> Expression | None:
    day = match.number("day")
    if match.before not in ("on", "from", "since", "by", "until", "of", "to", "between"):
        return None
    if match.token("day").kind != "ORD_DIGITS" and match.after not in ("edge", ".", ","):
        return None
    if not 1 <= day <= 31 or match.after in _NOT_AFTER_DAY:
        return None
    return Calendar(day=day)


def _week_number(match: Match) -> Expression | None:
    """week 31, but not week 3 of a season, nor the heading Week 3"""
    if match.places.group() and match.tokens[match.places.start()].text.istitle():
        return None
    number = match.number("number")
    if not 1 <= number <= 53 or match.after == "of" or match.before not in ("in", "the", ",", "during", "THIS", "edge"):
        return None
    return Nth(number, "week", Shifted("year", 0, "policy"))


def _day_beside(match: Match) -> Expression | None:
    """the day before, when nothing follows that it could be the day before of"""
    if match.after not in ("edge", ",", ".", ")", ":"):
        return None
    return Offset(((1, "day"),), -1 if match.has("earlier") else 1, "text")


def _this_years(match: Match) -> Expression | None:
    """this years festival, for this year's"""
    unit = match.unit()
    return Shifted(unit, 0, "policy") if unit in ("week", "month", "year") and match.after in _NAMED else None


RULES: tuple[Rule, ...] = (
    Rule("day=DEICTIC", _deictic),
    Rule("the? DAY_WORD after=after day=DEICTIC", _day_beyond),
    Rule("the? DAY_WORD before day=DEICTIC", _day_beyond),
    Rule("tonight=TONIGHT", _tonight),
    Rule("article=the very? which=NEXT unit=ONE_UNIT", _shifted),
    Rule("( the | this=THIS )? which=WHICH unit=NAMED_UNIT", _shifted),
    Rule("( THIS | the )? THAT? which=SAME unit=ONE_UNIT", _shifted),
    Rule("which=THAT very? unit=ONE_UNIT", _shifted),
    Rule("article=the which=WHICH ,? date=ANY_WHEN", _named),
    Rule("( THIS | THAT )? which=WHICH ,? date=ANY_WHEN", _named),
    Rule("which=THAT date=ANY_WHEN", _named),
    Rule("date=WHEN_DAY which=LAST", _named_after),
    Rule("date=WHEN_DAY which=NEXT", _named_after),
    Rule("the day=ORD", _day_of_month),
    Rule("WEEK_WORD number=DAY_COUNT", _week_number),
    Rule("the day=DAY_WORD ( earlier=before | after )", _day_beside),
    Rule("which=THIS unit=UNITS", _this_years),
    Rule("the? which=WHICH FISCAL YEAR_WORD", _fiscal),
)
