"""From passages to resolved mentions: find, choose the anchor, resolve, keep the running text's time.

>>> iso_day("2024-05-03T19:00Z")
datetime.date(2024, 5, 3)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.model import DayInterval, Document, Passage, Span, TimeInterval, TimeMention
from factcheck.reading.dates.anchors import day_first_habit, passage_policies
from factcheck.reading.dates.expression import (
    Bounded,
    Clock,
    Expression,
    Length,
    Narrowed,
    Recent,
    Recurring,
    Reference,
)
from factcheck.reading.dates.grammar.read import read
from factcheck.reading.dates.narrow import implied_days
from factcheck.reading.dates.resolve import Anchor, Place, resolve
from factcheck.reading.dates.scan import stretches
from factcheck.reading.dates.tense import tense


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
    for entry in found:
        passage = passages[entry.passage]
        look = tense(_sentence(passage, entry.span).of(document.text))
        anchor = replace(anchor, policy=policies[entry.passage], tense=look)
        place = resolve(entry.expression, anchor)
        result.append(TimeMention(entry.span, interval(entry.expression, place)))
        if _moves_on(entry.expression, place):
            anchor = replace(anchor, text=_whole(entry.expression, place, anchor))
    return tuple(result)


def find(text: str, passage: Passage, number: int) -> Iterator[Found]:
    """The expressions of a passage, between its omitted spans."""
    for region in _regions(passage):
        for start, end, before, after in stretches(text, region.start, region.end):
            for reading in read(text[start:end], before, after):
                yield Found(Span(start + reading.start, start + reading.end), reading.expression, number)


def _regions(passage: Passage) -> Iterator[Span]:
    at = passage.block.span.start
    for omitted in passage.block.omitted:
        if omitted.start > at:
            yield Span(at, omitted.start)
        at = max(at, omitted.end)
    if at < passage.block.span.end:
        yield Span(at, passage.block.span.end)


def _sentence(passage: Passage, span: Span) -> Span:
    starts = [sentence.start for sentence in passage.sentences]
    at = bisect_right(starts, span.start) - 1
    return passage.sentences[at] if at >= 0 else passage.block.span


def _moves_on(expression: Expression, place: Place) -> bool:
    """Whether the running text now stands at this time."""
    if isinstance(expression, Length | Recurring | Reference | Recent):
        return False
    return place.first is not None or place.last is not None


def _whole(expression: Expression, place: Place, anchor: Anchor) -> Place:
    """The time itself, without the end that "since" or "until" opened."""
    if isinstance(expression, Bounded):
        return resolve(expression.inner, anchor)
    return place


def interval(expression: Expression, place: Place) -> TimeInterval:
    """The model's record of a resolved expression."""
    days = DayInterval(place.first, place.last)
    return TimeInterval(
        type=_type(expression),
        timex=place.timex,
        days=days,
        implied=implied_days(expression, place),
        mod=_mod(expression),
        grain=place.grain,
        anchor=place.used,
    )


def _type(expression: Expression) -> str:
    match expression:
        case Clock():
            return "time"
        case Length() | Recent():
            return "duration"
        case Recurring():
            return "set"
        case Reference():
            return "time"
        case Narrowed(inner) | Bounded(inner):
            return _type(inner)
        case _:
            return "date"


def _mod(expression: Expression) -> str | None:
    match expression:
        case Narrowed(_, mod):
            return mod
        case Length(_, mod):
            return mod
        case Bounded(inner):
            return _mod(inner)
        case _:
            return None
