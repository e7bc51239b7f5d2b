"""Last layers: ranges with shared parts, sets, and the words before a time that open one of its ends.

>>> from factcheck.reading.dates.grammar.cascade import apply, tokens
>>> [token.value.last.day for token in apply(RULES, list(tokens("3–5 April")))]
[5]
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.reading.dates.expression import (
    Between,
    Calendar,
    Expression,
    Feast,
    Length,
    NamedDay,
    Narrowed,
    Nth,
    Recurring,
    Reference,
    Shifted,
    Within,
    YearPart,
)
from factcheck.reading.dates.grammar.cascade import CLASSES, Match, Rule
from factcheck.reading.dates.lengths import length_timex
from factcheck.reading.dates.numbers import EARLIEST_YEAR, LATEST_YEAR, valid_day
from factcheck.reading.dates.vocabulary import vocabulary


def _days(match: Match) -> Expression | None:
    """3–5 March 2014, March 3–5, 2014"""
    first, last, month = match.number("first"), match.number("last"), match.number("month")
    year = match.number("year") if match.has("year") else None
    if match.has("and") and last - first > 1 and not match.has("between"):
        return None  # on 3 and 17 March are two days
    if not valid_day(month, last) or not _follows(match, first, last):
        return None
    if year is not None and not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    if (
        match.token("month").kind == "MONTH_LOWER"
        and match.token("month").text == "may"
        and year is None
        and match.before == "edge"
    ):
        return None
    if first > last:
        month_before = (month - 2) % 12 + 1
        year_before = year - 1 if year is not None and month == 1 else year
        return Between(Calendar(year_before, month_before, first), Calendar(year, month, last))
    return Between(Calendar(year, month, first), Calendar(year, month, last))


def _follows(match: Match, first: int, last: int) -> bool:
    """Whether the second day can end what the first began; "from the 27th to the 3rd of April" begins in March."""
    if first < last:
        return first >= 1
    month_before = (match.number("month") - 2) % 12 + 1
    ordinal = match.token("first").kind in CLASSES["ORD"].split()
    return match.before == "from" and ordinal and valid_day(month_before, first) and first > last


def _shared(match: Match) -> Expression | None:
    """May–July 2014 and the like once both months have been read"""
    first, last = match.expression("first"), match.expression("last")
    if not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return None
    if first.year is not None or first.month is None or first.day is not None:
        return None
    if last.month is None or last.day is not None:
        return None
    if last.year is not None:
        first = replace(first, year=last.year if first.month <= last.month else last.year - 1)
    elif not match.has("lead"):
        return None
    return Between(first, last)


def _partial(match: Match) -> Expression | None:
    """from next Monday to Friday, from April until the end of June: two ends that are no full dates by themselves"""
    first, last = match.expression("first"), match.expression("last")
    if match.before == "MOVED" or _is_full(first) or _is_full(last) or not (_is_led(first) and _is_led(last)):
        return None
    return Between(first, last)


def _from_now(match: Match) -> Expression | None:
    """between now and 15 November, from now until Friday"""
    now, last = match.expression("now"), match.expression("last")
    if now != Reference("PRESENT_REF") or not _is_led(last):
        return None
    return Between(Shifted("day", 0, "today"), last)


def _is_full(end: Expression) -> bool:
    """Whether an end names its day and month, or its year, and so is a date by itself."""
    if isinstance(end, Calendar) and end.month is not None and end.day is not None:
        return True
    while isinstance(end, Narrowed | Nth | Within):
        end = end.outer if isinstance(end, Nth | Within) else end.inner
    return isinstance(end, Calendar | YearPart | Feast) and end.year is not None


def _is_led(end: Expression) -> bool:
    """Whether it is a day or month of the calendar, or counted from the anchor, and no stretch of its own."""
    return isinstance(end, Calendar | Narrowed | NamedDay | Shifted | Feast | Within | Nth)


def _quarters(match: Match) -> Expression | None:
    first, last = match.expression("first"), match.expression("last")
    if isinstance(first, YearPart) and isinstance(last, YearPart) and first.year is None and last.year is not None:
        return Between(replace(first, year=last.year), last)
    return None


def _every(match: Match) -> Expression | None:
    inner = match.expression("inner")
    if match.token("every").text.lower() == "all":
        return None
    if isinstance(inner, Calendar) and inner.year is None:
        return Recurring(_set_timex(inner))
    if isinstance(inner, YearPart) and inner.year is None:
        return Recurring(f"XXXX-{inner.part}")
    return None


def _set_timex(inner: Calendar) -> str:
    if inner.weekday is not None:
        return f"XXXX-WXX-{inner.weekday}"
    return f"XXXX-{inner.month:02d}" + (f"-{inner.day:02d}" if inner.day else "")


def _every_length(match: Match) -> Expression | None:
    length = match.expression("length")
    if match.token("every").text.lower() == "all" or not isinstance(length, Length):
        return None
    return Recurring(length.timex)


def _every_unit(match: Match) -> Expression | None:
    if match.token("every").text.lower() == "all" or match.token("unit").kind == "SECOND":
        return None
    unit = match.unit()
    return Recurring("P3M" if unit == "quarter" else length_timex(((1, unit),)))


def _every_part(match: Match) -> Expression | None:
    if match.token("every").text.lower() == "all":
        return None
    return Recurring("T" + str(match.token("part").value))


def _weekdays(match: Match) -> Expression:
    part = f"T{match.code('part')}" if match.has("part") else ""
    return Recurring(f"XXXX-WXX-{match.number('weekday')}{part}")


def _day_parts(match: Match) -> Expression | None:
    inner = match.expression("date")
    if not isinstance(inner, Calendar) or inner.weekday is None or inner.day is not None:
        return None
    return Recurring(f"{_set_timex(inner)}T{match.code('part')}")


def _twice(match: Match) -> Expression | None:
    """bi-monthly"""
    word = vocabulary().get("bi" + match.token("word").text.lower())
    return Recurring(str(word.value)) if word is not None and word.kind == "ADVERB_SET" else None


def _adverb(match: Match) -> Expression:
    return Recurring(match.code("word"))


def _seasons(match: Match) -> Expression:
    return Recurring(f"XXXX-{match.code('season')}")


_TO_OR_AND = "( - | to | and=and | through | thru | until | till )"
_OF_YEAR = "( ( , | of )? year=YEAR )?"
SETS = (
    Rule("every=EVERY ( SECOND | other )? inner=ANY_WHEN", _every),
    Rule("every=EVERY length=LENGTH", _every_length),
    Rule("every=EVERY unit=ONE_UNIT", _every_unit),
    Rule("every=EVERY part=ANY_DAYPART", _every_part),
    Rule("( on )? weekday=WEEKDAYS", _weekdays),
    Rule("date=WHEN_DAY part=DAYPARTS", _day_parts),
    Rule("word=ADVERB_SET", _adverb),
    Rule("BI - word=ADVERB_SET", _twice),
    Rule("( EVERY | on )? word=WEEKEND_SET", _adverb),
    Rule("DETERMINER? season=SEASONS", _seasons),
)

RULES: tuple[Rule, ...] = (
    Rule(
        f"between=between? the? first=DAY_NUMBER {_TO_OR_AND} the? last=DAY_NUMBER of? month=ANY_MONTH {_OF_YEAR}",
        _days,
    ),
    Rule(
        f"month=ANY_MONTH the? first=DAY_NUMBER {_TO_OR_AND} the? last=DAY_NUMBER ( ,? of? year=YEAR )?",
        _days,
    ),
)
SHARED = (
    Rule("lead=between? first=WHEN_MONTH ( and ) last=WHEN_MONTH", _shared),
    Rule("lead=from? first=WHEN_MONTH ( - | to | through | thru | until | till ) last=WHEN_MONTH", _shared),
    Rule("between now=REF and last=END", _from_now),
    Rule("from now=REF ( until | till | to | through ) last=END", _from_now),
    Rule("between first=END ( and | - ) last=END", _partial),
    Rule("from? first=END ( - | until | till | through ) last=END", _partial),
    Rule("from first=END to last=END", _partial),
    Rule("( from | between )? first=WHEN ( - | to | and | through ) last=WHEN", _quarters),
)
