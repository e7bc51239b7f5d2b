"""What dates beside each other share: the month of "3 and 17 March", the year of "23 January to 9 March 2014".

>>> from factcheck.reading.dates.grammar.read import read
>>> text = "on 3 and 17 March"
>>> [(text[found.start : found.end], found.expression.month) for found in read(text, "edge", "edge")]
[('3', 3), ('17 March', 3)]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.reading.dates.expression import Calendar
from factcheck.reading.dates.grammar.cascade import CLASSES
from factcheck.reading.dates.lexer import Token

_RANGE = ("-", "to", "through", "thru", "until", "till", "and")
_LISTED_DAYS = frozenset(CLASSES["DAY_FIGURE"].split())
_LEADING = ("on", "the", "of", "from", "since", "until", "by", "after", "before", "edge", "(", "WHEN_DAY", "for")


def years_shared(sequence: list[Token]) -> list[Token]:
    """A first day without a year takes that of the last: 23 January to 9 March 2014."""
    result = list(sequence)
    for at in range(len(sequence) - 2):
        first, between, last = sequence[at].value, sequence[at + 1].kind, sequence[at + 2].value
        if between in _RANGE and isinstance(first, Calendar) and isinstance(last, Calendar):
            result[at] = sequence[at]._replace(value=_with_year(first, last))
    return result


def _with_year(first: Calendar, last: Calendar) -> Calendar:
    if None in (first.month, first.day, last.month, last.day, last.year) or first.year is not None:
        return first
    earlier = (first.month or 0, first.day or 0) <= (last.month or 0, last.day or 0)
    return replace(first, year=(last.year or 0) - (0 if earlier else 1))


def days_listed(sequence: list[Token]) -> list[Token]:
    """Each day of a list before the one that names the month: on 3, 9 and 17 March 2014."""
    result = list(sequence)
    for at, token in enumerate(sequence):
        last = token.value
        if isinstance(last, Calendar) and last.month is not None and last.day is not None:
            for place in _days_before(sequence, at, last.day):
                day = Calendar(last.year, last.month, int(sequence[place].value))  # type: ignore[arg-type]
                result[place] = sequence[place]._replace(kind="WHEN_DAY", value=day)
    return result


def _days_before(sequence: Sequence[Token], at: int, day: int) -> tuple[int, ...]:
    """The places of growing figures that lead to a day by commas and one "and", after a word that dates."""
    places: list[int] = []
    joints: tuple[str, ...] = ("and", "or")
    while at >= 3:
        step = 3 if sequence[at - 1].kind == "the" else 2
        joint, figure = sequence[at - step + 1], sequence[at - step]
        if joint.kind not in joints or figure.kind not in _LISTED_DAYS or not isinstance(figure.value, int):
            break
        if not 1 <= figure.value < day:
            return ()
        places.append(at - step)
        at, day, joints = at - step, figure.value, (",",)
    lead = sequence[at - 1].kind
    return tuple(places) if lead in _LEADING else ()
