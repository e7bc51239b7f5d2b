"""From passages to resolved mentions: find, choose the anchor, resolve, keep the running text's time.

>>> iso_day("2024-05-03T19:00Z")
datetime.date(2024, 5, 3)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.model import DayInterval, Document, Passage, Span, TimeInterval, TimeMention
from factcheck.model.period import TimeType
from factcheck.reading.dates.anchors import day_first_habit, passage_policies
from factcheck.reading.dates.expression import (
    Ahead,
    Bounded,
    Calendar,
    Clock,
    Expression,
    Length,
    NamedDay,
    Narrowed,
    Offset,
    Recent,
    Recurring,
    Reference,
    Shifted,
)
from factcheck.reading.dates.foreign import foreign_dates
from factcheck.reading.dates.grammar.read import read
from factcheck.reading.dates.narrow import implied_days
from factcheck.reading.dates.resolving import Anchor, Place, resolve
from factcheck.reading.dates.scan import stretches
from factcheck.reading.dates.tense import general, tense
from factcheck.reading.dates.zones import offset

_BEYOND = 1 << 60  # an end that no span reaches, to search by starts alone
MINUTES = 24 * 60
LOOK_BACK = 12  # letters before a year in which the word that leads it stands
_LED = re.compile(
    r"\b(?:in|by|during|throughout|until|from|to|early|mid|late|of)[ -](?:the )?$|(?:^|\n)\s*$", re.IGNORECASE
)
YEARS_ASIDE = 30  # a bare year so far from the day that the text has reached is an aside


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at its place, not yet resolved."""

    span: Span
    expression: Expression
    passage: int


def iso_day(published: str | None) -> date | None:
    """The day of an ISO date or datetime, None if there is none."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def mentions(document: Document, passages: Sequence[Passage]) -> tuple[TimeMention, ...]:
    """The times of a document, resolved one after the other."""
    published = iso_day(document.published)
    found = [entry for number, passage in enumerate(passages) for entry in find(document.text, passage, number)]
    policies = passage_policies([(entry.passage, entry.expression) for entry in found], published)
    habit = day_first_habit([entry.expression for entry in found])
    anchor = Anchor(published, None, "published", 0, habit)
    result = []
    reached = -1
    sentence, words = Span(0, 0), ""
    for entry in found:
        around = _sentence(passages[entry.passage], entry.span)
        if around != sentence:  # a sentence may be as long as the document, and full of times
            sentence, words = around, around.of(document.text)
        look = tense(words, entry.span.start - sentence.start)
        usual = general(words, entry.span.start == sentence.start)
        near = reached == entry.passage
        anchor = Anchor(published, anchor.text, policies[entry.passage], look, habit, near, usual)
        expression = settled(entry.expression, look)
        place = resolve(expression, anchor)
        result.append(TimeMention(entry.span, interval(expression, place)))
        if _moves_on(expression, place, document.text[max(0, entry.span.start - LOOK_BACK) : entry.span.start], anchor):
            anchor = replace(anchor, text=_whole(expression, place, anchor))
            reached = entry.passage
    return tuple(result)


def find(text: str, passage: Passage, number: int) -> Iterator[Found]:
    """The expressions of a passage, between its omitted spans."""
    for first, last in _regions(passage):
        foreign = [
            Found(Span(reading.start, reading.end), reading.expression, number)
            for reading in foreign_dates(text, first, last)
        ]
        own = _own(text, first, last, number)
        yield from _merged(own, foreign) if foreign else own


def _own(text: str, first: int, last: int, number: int) -> Iterator[Found]:
    for start, end, before, after in stretches(text, first, last):
        for reading in read(text[start:end], before, after):
            yield Found(Span(start + reading.start, start + reading.end), reading.expression, number)


def _merged(own: Iterator[Found], foreign: Sequence[Found]) -> Iterator[Found]:
    """Foreign dates, and what else was found beside them."""
    ends = [other.span.end for other in foreign]
    beside = [entry for entry in own if not _is_over(entry.span, foreign, ends)]
    yield from sorted([*beside, *foreign], key=lambda entry: entry.span)


def _is_over(span: Span, foreign: Sequence[Found], ends: Sequence[int]) -> bool:
    """Whether the span overlaps one of these, which stand in order and end at ``ends``."""
    at = bisect_right(ends, span.start)
    return at < len(foreign) and foreign[at].span.start < span.end


def settled(expression: Expression, look: int) -> Expression:
    """The one of two meanings that the tense decides: "in two weeks" is when of what will be, else how long."""
    if not isinstance(expression, Ahead):
        return expression
    return Offset(expression.length.lengths, 1, "published") if look > 0 else expression.length


def _regions(passage: Passage) -> Iterator[tuple[int, int]]:
    block = passage.block
    at = block.span.start
    for omitted in block.omitted:
        if omitted.start > at:
            yield at, omitted.start
        at = max(at, omitted.end)
    if at < block.span.end:
        yield at, block.span.end


def _sentence(passage: Passage, span: Span) -> Span:
    at = bisect_right(passage.sentences, Span(span.start, _BEYOND)) - 1
    return passage.sentences[at] if at >= 0 else passage.block.span


def _moves_on(expression: Expression, place: Place, before: str, anchor: Anchor) -> bool:
    """Whether the running text now stands at this time; a look back, or a year in a name, is an aside."""
    if place.first is None and place.last is None:
        return False
    if anchor.policy == "text" and place.used == "published":
        return False  # "last year" said of today, in a text about the past
    match expression:
        case Length() | Recurring() | Reference() | Recent():
            return False
        case Shifted(shift=shift, origin="text") | NamedDay(shift=shift, origin="text"):
            return shift >= 0
        case Offset(sign=sign):
            return sign > 0
        case Bounded(bound="since" | "before"):
            return anchor.text is None
        case Calendar(month=None, weekday=None, day=None):
            return _year_leads(place, before, anchor.text)
        case _:
            return True


def _year_leads(place: Place, before: str, text: Place | None) -> bool:
    if text is None or text.first is None or place.first is None or text.grain == "year":
        return True
    return abs(place.first.year - text.first.year) <= YEARS_ASIDE and bool(_LED.search(before))


def _whole(expression: Expression, place: Place, anchor: Anchor) -> Place:
    """The time itself, without the end that "since" or "until" opened."""
    if isinstance(expression, Bounded):
        return resolve(expression.inner, anchor)
    return place


def interval(expression: Expression, place: Place) -> TimeInterval:
    """The model's record of a resolved expression."""
    days = DayInterval(place.first, place.last)
    clock, zone = clock_minutes(expression, place)
    return TimeInterval(
        type="time" if _at_large(expression, place) else _type(expression),
        timex=place.timex,
        days=days,
        implied=_days_in_utc(expression, place) if zone else implied_days(expression, place),
        mod=_mod(expression),
        grain=place.grain,
        anchor=place.used,
        clock=clock,
        zone=zone,
    )


def _at_large(expression: Expression, place: Place) -> bool:
    """Whether it names no date of its own: "at that time", and "today" for nowadays."""
    inner = expression.inner if isinstance(expression, Bounded) else expression
    return isinstance(inner, Shifted) and (inner.unit == "time" or place.timex == "PRESENT_REF")


def _days_in_utc(expression: Expression, place: Place) -> DayInterval:
    """The days that a time with a zone may be told under: its own, and that of the hour in UTC."""
    assert isinstance(expression, Clock)
    ahead = offset(expression.zone, place.first) or 0
    if place.first is None or place.last is None:
        return DayInterval(None, None)
    one = timedelta(days=1)
    return DayInterval(
        place.first - one if expression.first < ahead else place.first,
        place.last + one if expression.last - ahead >= MINUTES else place.last,
    )


def clock_minutes(expression: Expression, place: Place) -> tuple[tuple[int, int] | None, str]:
    """First and last minute of the day, in UTC if the zone is known, and the zone as written."""
    if not isinstance(expression, Clock):
        return None, ""
    ahead = offset(expression.zone, place.first) if expression.zone else None
    if ahead is None:
        return (expression.first, expression.last), ""
    return ((expression.first - ahead) % MINUTES, (expression.last - ahead) % MINUTES), expression.zone


def _type(expression: Expression) -> TimeType:
    match expression:
        case Clock():
            return "time"
        case Length() | Recent():
            return "duration"
        case Recurring():
            return "set"
        case Offset(lengths=lengths) if lengths[-1][1] in ("hour", "minute", "second"):
            return "time"
        case Offset(lengths=lengths) if any(count is None for count, _ in lengths):
            return "time"  # "years ago" is as little a date as "formerly"
        case Reference():
            return "time"
        case Narrowed(inner) | Bounded(inner):
            return _type(inner)
        case _:
            return "date"


def _mod(expression: Expression) -> str | None:
    match expression:
        case Narrowed(_, mod):
            return mod.removesuffix(" edge")
        case Length(_, mod):
            return mod
        case Bounded(inner):
            return _mod(inner)
        case _:
            return None
