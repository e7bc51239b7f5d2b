"""Distances in time, and the stretches they span: two years ago, three days later, the past three years.

>>> from factcheck.reading.dates.grammar.cascade import apply, tokens
>>> from factcheck.reading.dates.grammar import lengths
>>> [token.value.sign for token in apply(RULES, apply(lengths.RULES, list(tokens("two years ago"))))]
[-1]
"""

from __future__ import annotations

from factcheck.reading.dates.expression import Ending, Expression, Length, Offset, Origin, Recent
from factcheck.reading.dates.grammar.cascade import Match, Rule
from factcheck.reading.dates.grammar.relative import origin

PERIODS = ("day", "week", "month", "quarter", "year")  # what a figure can be reported for
_NOTHING = (
    "edge", ",", ".", ")", "-", "in", "on", "at", ":",
)  # fmt: skip


def _recent(match: Match) -> Expression | None:
    """the past three years"""
    length, sign = match.length(), match.number("which")
    if length is None or not length.lengths or not sign or match.after == "of":
        return None
    return Recent(length.lengths, sign, origin(match))


def _counted_recent(match: Match) -> Expression | None:
    """the four previous weeks"""
    sign = match.number("which")
    return Recent(((match.amount("count"), match.unit()),), sign, origin(match)) if sign else None


def _counted_before(match: Match) -> Expression | None:
    """the 5 past years, where "years" has been read as a length of some"""
    length, sign = match.length(), match.number("which")
    if length is None or len(length.lengths) != 1 or length.lengths[0][0] is not None or not sign:
        return None
    return Recent(((match.amount("count"), length.lengths[0][1]),), sign, origin(match))


def _ending(match: Match) -> Expression | None:
    """the three months to June, the 12 months ended 30 June"""
    length = match.length()
    if length is None or len(length.lengths) != 1:
        return None
    count, unit = length.lengths[0]
    if count is None or count < 1 or count != int(count) or unit not in PERIODS:
        return None
    return Ending(count, unit, match.expression("last"))


def _one_ending(match: Match) -> Expression | None:
    """the year to March 2024, the week ending 5 May"""
    unit = match.unit()
    return Ending(1, unit, match.expression("last")) if unit in PERIODS else None


def _away(match: Match, sign: int, leans_on: Origin) -> Expression | None:
    length = match.length()
    if length is None:
        return None
    base = match.expression("base") if match.has("base") else None
    return Offset(length.lengths, sign, leans_on, base, approximate=length.mod is not None)


def _ago(match: Match) -> Expression | None:
    """two years ago, a week hence"""
    return _away(match, match.number("ago"), "published")


def _ahead(match: Match) -> Expression | None:
    """two weeks from now, in two weeks' time"""
    return _away(match, 1, "published")


def _later(match: Match) -> Expression | None:
    """two days later, two days after 3 May"""
    return _away(match, 1, "text")


def _earlier(match: Match) -> Expression | None:
    return _away(match, -1, "text")


def _after(match: Match) -> Expression | None:
    """two days after, but not "two days after the vote": an event that is no date leaves a duration"""
    return _later(match) if match.after in _NOTHING else None


def _before(match: Match) -> Expression | None:
    return _earlier(match) if match.after in _NOTHING else None


def _anniversary(match: Match) -> Expression | None:
    """the third anniversary of 5 June 1989; of an event, it only says how long ago that was"""
    number = match.number("number")
    lengths = ((float(number), "year"),)
    if match.has("base"):
        return Offset(lengths, 1, "", match.expression("base"))
    return Length(f"P{number}Y", None, lengths)


RULES: tuple[Rule, ...] = (
    Rule("the length=LENGTH ( to | through ) last=ANY_WHEN", _ending),
    Rule("the? length=LENGTH ENDED ( on | in )? last=ANY_WHEN", _ending),
    Rule("the FISCAL? unit=CALENDAR_UNIT ( to | through ) last=ANY_WHEN", _one_ending),
    Rule("the? FISCAL? unit=CALENDAR_UNIT ENDED ( on | in )? last=ANY_WHEN", _one_ending),
    Rule("( the | THIS )? which=WHICH length=LENGTH", _recent),
    Rule("the? count=ANY_NUMBER which=WHICH unit=MANY_UNITS", _counted_recent),
    Rule("the? count=ANY_NUMBER which=WHICH length=LENGTH", _counted_before),
    Rule("length=LENGTH ago=AGO", _ago),
    Rule("length=LENGTH from NOW", _ahead),
    Rule("in length=LENGTH 's time", _ahead),
    Rule("length=LENGTH later", _later),
    Rule("length=LENGTH earlier", _earlier),
    Rule("length=LENGTH after", _after),
    Rule("length=LENGTH before", _before),
    Rule("length=LENGTH ( after | from ) base=ANY_WHEN", _later),
    Rule("length=LENGTH before base=ANY_WHEN", _earlier),
    Rule("the? number=ANY_ORD anniversary ( of base=WHEN_DAY )?", _anniversary),
)
