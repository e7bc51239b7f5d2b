"""Second layer: dates that name a place in the calendar: days, months, years, decades, quarters, seasons.

>>> from factcheck.reading.dates.grammar.cascade import apply, tokens
>>> [token.value == Calendar(2014, 5, 3) for token in apply(RULES, list(tokens("3 May 2014")))]
[True]
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date as day_of

from factcheck.reading.dates.expression import Between, Calendar, Expression, Feast, YearPart
from factcheck.reading.dates.grammar.cascade import CLASSES, Match, Rule
from factcheck.reading.dates.lexer import Token
from factcheck.reading.dates.numbers import EARLIEST_YEAR, LATEST_YEAR, two_digit_year, valid_day

_CARDINALS = ("INT_12", "INT_24", "INT_31", "CARDINAL", "NUMBER")
# Before one of these a bare month or year is a time, not a name or a count.
TIME_PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "from",
        "to",
        "through",
        "thru",
        "during",
        "between",
        "of",
        "throughout",
        "EARLY",
        "MID",
        "LATE",
        "EDGE",
        "LAST",
        "NEXT",
        "THIS",
        "THAT",
        "PREVIOUS",
        "FOLLOWING",
        "for",
        "over",
        "within",
        "on",
        "and",
        "or",
        "-",
        "as",
        "circa",
        "HEDGE",
        "EVERY",
        "SAME",
        "at",
        "PAST",
    ]
)


LOWER = ("unknown", "unknowns")  # words in lower case that are no words of time
ANY_WORD = (*LOWER, "Unknown")  # the same with a capital letter
_COUNTED = ("over", "than", "least", "most")  # what follows is a count, not a year


def _day(match: Match) -> Expression | None:
    month, day = match.number("month"), match.number("day")
    year = year_of(match)
    if not valid_day(month, day) or year == 0 or match.before == "$":
        return None
    if year is None and (_is_a_word(match, "month", "day") or _is_a_name(match, "day")):
        return None
    weekday = match.number("weekday") if match.has("weekday") else None
    return Calendar(year, month, day, weekday)


def _glued_day(match: Match) -> Expression | None:
    return _day(match) if match.glued() else None


def year_of(match: Match) -> int | None:
    """The year, None if none is named, 0 if what stands there is none."""
    if match.has("short"):
        return two_digit_year(match.number("short"))
    if match.has("first"):
        return match.number("first")
    if not match.has("year"):
        return None
    year = match.number("year")
    return year if EARLIEST_YEAR <= year <= LATEST_YEAR else 0


def _is_a_word(match: Match, month: str, day: str) -> bool:
    """Whether "may" or "march" beside a plain number is a verb ("12 may have died", "they march 20 miles")."""
    kind = match.token(month).kind
    if kind == "MONTH_LOWER" and match.token(day).kind in _CARDINALS:
        return match.before not in ("on", "of", "in", "by", "since", "until", "from", "to", "before", "after")
    if match.token(day).kind in ("CARDINAL", "NUMBER") and kind not in ("MONTH", "MONTH_TITLE"):
        return match.after not in ("edge",)
    return False


def _is_a_name(match: Match, day: str) -> bool:
    """the Second Army"""
    token = match.token(day)
    return token.kind in ("ORDINAL", "SECOND") and token.text.istitle() and match.after == "Unknown"


def _month_of_year(match: Match) -> Expression | None:
    year = year_of(match)
    return None if year == 0 else Calendar(year, match.number("month"))


def _month(match: Match) -> Expression | None:
    token = match.token("month")
    if token.kind == "MONTH":
        named = token.text.istitle() and match.before in ANY_WORD and match.after == "Unknown"
        plausible = not (named and match.number("month") in (4, 6))
    elif token.kind == "MONTH_TITLE":
        plausible = match.before in TIME_PREPOSITIONS or (
            match.before in ("the", "(", ",") and match.after not in LOWER
        )
    elif token.kind == "MONTH_LOWER":
        plausible = match.before in ("in", "since", "until", "during", "by", "EARLY", "MID", "LATE", "LAST", "NEXT")
    else:
        plausible = (token.text.istitle() or token.text.endswith(".")) and match.before in _BEFORE_SHORT
    return Calendar(None, match.number("month")) if plausible else None


_BEFORE_SHORT = TIME_PREPOSITIONS - {"and", "or", "on", "for", "over", "at"}


_UNIT_KINDS = ["UNITS", "CENTURIES", "NIGHTS", "UNIT_SHORT"]
_FIGURES = ("AMOUNT", "ZERO", "INT_12", "INT_24", "INT_31", "INT_99")


def _weekday(match: Match) -> Expression | None:
    if match.token("weekday").kind == "WEEKDAY_SHORT":
        token = match.token("weekday")
        alone = match.before == "edge" and match.after == "edge"
        led = token.text.endswith(".") or match.before in ("on", "LAST", "NEXT", "THIS", "WEEK_WORD", "or")
        if not alone and not (token.text.istitle() and led):
            return None
    return Calendar(weekday=match.number("weekday"))


# Behind one of these a number is no day of a month but an hour, a part of a span, or a count of something.
_MAKES_COUNT = ("AMPM", "-", ":", "/", "to", "FRACTION", *CLASSES["ANY_UNIT"].split())


def _weekday_and_day(match: Match) -> Expression | None:
    day = match.number("day")
    if not 1 <= day <= 31 or match.after in _MAKES_COUNT:
        return None
    return Calendar(weekday=match.number("weekday"), day=day)


def _quarter(match: Match) -> Expression | None:
    number = match.number("number")
    halves = (match.has("half") and match.token("half").text.lower() == "half") or (
        match.has("letter") and match.code("letter") == "H"
    )
    if not 1 <= number <= (2 if halves else 4):
        return None
    year = year_of(match) or None
    if year is None and (
        halves
        or (match.has("letter") and match.before not in ("in", "the", "for", "by", "since", "THIS", "LAST", "NEXT"))
    ):
        return None
    return YearPart(("H" if halves else "Q") + str(number), year)


def _season(match: Match) -> Expression | None:
    token = match.token("season")
    year = year_of(match) or None
    if match.has("first") and match.after == "Unknown" and token.text.istitle():
        return None  # the 2004 Summer Games are of 2004, and so is their name
    if year is None and not _is_season(match, token):
        return None
    return YearPart(str(token.value), year, span=1 if match.has("last") else 0)


def _is_season(match: Match, token: Token) -> bool:
    """Whether "spring" or "fall" without a year is a season."""
    if token.kind == "SEASON":
        return not _names_another(match, token.text)
    if token.text.lower() == "fall" and match.after in _FALLING:
        return False
    listed = match.before in (",", "and", "or", "-") and match.before_that in CLASSES["ANY_SEASON"].split()
    return listed or match.has("lead") or match.before in _BEFORE_SEASON or match.after in ("SEASON", "SEASON_LOWER")


def _names_another(match: Match, word: str) -> bool:
    """Whether a season or feast only says of what kind the next word is: winter wheat, Christmas trees."""
    titled = word.istitle() and match.after == "Unknown"
    if match.before in _TIMED:
        return titled and match.has("lead")
    if match.has("lead") or match.before in ("edge", "."):
        return titled and match.has("lead")
    return titled or match.after in ("unknowns", "SEASONAL", "FISCAL")


_FALLING = (
    "of", "in", "from", "to", "by", "short", "within", "under", "into", "over", "on", "for", "through", "AMOUNT",
)  # fmt: skip
_BEFORE_SEASON = (
    "in", "LAST", "NEXT", "THIS", "MID", "EARLY", "LATE", "since", "by", "until", "till", "PREVIOUS", "FOLLOWING",
    "THAT", "from", "during", "EVERY", "before", "after",
)  # fmt: skip
_BEFORE_NEW_YEAR = ("before", "after", "until", "till", "by", "since", "at", "over")
_TIMED = (*_BEFORE_SEASON, "on", "at", "over", "throughout", "of", "to", "between", "COMING", "PAST", "SAME")


def _feast(match: Match) -> Expression | None:
    feast = match.expression("feast")
    year = year_of(match)
    if not isinstance(feast, Feast) or year == 0:
        return None
    written = match.token("feast").text
    if year is None and _names_another(match, written):
        return None
    if written.lower() == "new year" and (match.has("lead") or match.before not in _BEFORE_NEW_YEAR):
        return None  # of "the new year" all days are meant
    return Feast(feast.key, year or feast.year)


_BEHIND_RATIO = ("unknown", "unknowns", "of", "HALF_LETTER", *_UNIT_KINDS)
_BEFORE_FIGURES = ("on", "from", "since", "until", "before", "after", "between")


def _day_and_month(match: Match) -> Expression | None:
    """on 22/04; without a word before it, 3/4 is a ratio"""
    date = match.expression("date")
    if not isinstance(date, Calendar) or match.after in _BEHIND_RATIO:
        return None
    if match.has("year"):
        return replace(date, year=match.number("year"))
    listed = match.before in ("or", "and", ",", "-", "to") and match.before_that == "DAY_MONTH"
    return date if listed or match.before in _BEFORE_FIGURES else None


def _written(match: Match) -> Expression | None:
    return match.expression("date")


def _weekday_and_date(match: Match) -> Expression | None:
    """Friday, 2018-07-06; the weekday tells 03/04/2014 from 04/03/2014."""
    date = match.expression("date")
    if not isinstance(date, Calendar):
        return None
    date = replace(date, weekday=match.number("weekday"))
    fitting = [one for one in _both_ways(date) if _falls_on(one)]
    return fitting[0] if len(fitting) == 1 else date


def _both_ways(date: Calendar) -> tuple[Calendar, ...]:
    if date.alternative is None:
        return ()
    month, day = date.alternative
    one = replace(date, alternative=None, order="mdy")
    return one, replace(one, month=month, day=day, order="dmy")


def _falls_on(date: Calendar) -> bool:
    """Whether the day of a full date is the weekday written beside it."""
    try:
        return day_of(date.year or 0, date.month or 0, date.day or 0).isoweekday() == date.weekday
    except ValueError:
        return False


def _days_of_year(match: Match) -> Expression | None:
    """5/1-5/7, 2020"""
    first, last, year = match.expression("first"), match.expression("last"), match.number("year")
    if not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return None
    return Between(replace(first, year=year), replace(last, year=year))


RULES: tuple[Rule, ...] = (
    Rule("weekday=ANY_WEEKDAY ,? the? month=ANY_MONTH the? day=DAY_NUMBER ( ,? of? year=YEAR )?", _day),
    Rule("weekday=ANY_WEEKDAY ,? the? day=DAY_NUMBER ( of | - )? month=ANY_MONTH ( ( , | of | - )? year=YEAR )?", _day),
    Rule("month=ANY_MONTH ( - | / )? the? day=DAY_NUMBER ( ( , | of | - | / )? year=YEAR )?", _day),
    Rule("the? day=DAY_NUMBER ( of | - | / )? month=ANY_MONTH ( ( , | of | in | - | / )? year=YEAR )?", _day),
    Rule("the? day=DAY_NUMBER ( of | - | / )? month=ANY_MONTH of? ' short=INTEGER", _day),
    Rule("month=ANY_MONTH the? day=DAY_NUMBER ,? ' short=INTEGER", _day),
    Rule("year=YEAR4 ,? month=ANY_MONTH day=DAY_NUMBER", _day),
    Rule("year=YEAR4 ( - | / ) month=ANY_MONTH ( - | / ) day=DAY_NUMBER", _glued_day),
    Rule("year=YEAR4 / day=DAY_NUMBER / month=ANY_MONTH", _glued_day),
    Rule("month=ANY_MONTH ( , | of | in | - | / )? the? year=YEAR", _month_of_year),
    Rule("month=ANY_MONTH of? ' short=INTEGER", _month_of_year),
    Rule("month=ANY_MONTH of short=INT_99", _month_of_year),
    Rule("the? day=DAY_NUMBER of? month=ANY_MONTH of short=INT_99", _day),
    Rule("date=DAY_MONTH", _day_and_month),
    Rule("date=DAY_MONTH ,? year=YEAR4", _day_and_month),
    Rule("year=YEAR4 month=ANY_MONTH", _month_of_year),
    Rule("month=ANY_MONTH", _month),
    Rule("weekday=ANY_WEEKDAY", _weekday),
    Rule("weekday=ANY_WEEKDAY ,? the day=DAY_FIGURE", _weekday_and_day),
    Rule("weekday=ANY_WEEKDAY day=DAY_FIGURE", _weekday_and_day),
    Rule("the? number=ORD -? ( unit=QUARTER | half=FRACTION ) ( ( of | in | , )? year=YEAR )?", _quarter),
    Rule("letter=PART_LETTER number=INT_12 ( ( of | in | , | - )? year=YEAR )?", _quarter),
    Rule("year=YEAR4 ( - | / )? letter=PART_LETTER number=INT_12", _quarter),
    Rule("lead=the? season=ANY_SEASON ( ( of | in | , )? year=YEAR )?", _season),
    Rule("the? season=ANY_SEASON of? year=YEAR4 ( - | / ) last=INTEGER", _season),
    Rule("the? first=YEAR4 season=ANY_SEASON", _season),
    Rule("date=DATE", _written),
    Rule("weekday=ANY_WEEKDAY ,? date=DATE", _weekday_and_date),
    Rule("first=DAY_MONTH ( - | to | through | until | till ) last=DAY_MONTH ,? year=YEAR4", _days_of_year),
    Rule("lead=the? feast=FEAST ( ( , | of | in )? year=YEAR )?", _feast),
)
