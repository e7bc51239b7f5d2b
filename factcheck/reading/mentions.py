"""Times and quantities of a document as one sorted run of mentions, each with its passage and sentence.

``merge(document, passages, times, quantities)``: "nearly three years" is read twice, as a quantity (3, year) and as a
time (P3Y), and leaves as one mention with both; "2014", read as a bare number by one grammar and as a year by the
other, leaves as the year alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.model import Document, Mention, Passage, Quantity, QuantityMention, Span, TimeInterval, TimeMention

# ISO 8601 designators of the lexicon's units of time; those below a day follow a "T".
TIMEX_UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}

# A number, rank or share inside a longer time is a word of that time: "the sixth anniversary", "the past two quarters".
INSIDE = frozenset({"number", "ordinal", "percent"})


def merge(
    document: Document,
    passages: Sequence[Passage],
    times: Sequence[TimeMention],
    quantities: Sequence[QuantityMention],
) -> tuple[Mention, ...]:
    """All mentions in the order of the text; none overlaps another, none lies outside a sentence.

    A duration read by both grammars becomes one mention with both; what the quantities read as something else there
    ("a four-year-old boy", "9 euros a month") stays a quantity alone. Several lengths inside one time ("3 years,
    2 months") stay apart, and an offset from a day nobody knows is its length alone. Any other quantity that overlaps
    a time is dropped, for dates are read with more knowledge than bare numbers. ``restates`` of the quantities then
    counts among the mentions returned.
    """
    places = _Places(passages)
    kept: list[Mention] = []
    moved: dict[int, int] = {}
    for span, quantity, time, index in _without_overlaps(_paired(_as_read(times, quantities), quantities)):
        mention = places.placed(span, quantity, time)
        if mention is not None:
            moved[index] = len(kept)
            kept.append(mention)
    return tuple(_restating(mention, moved) for mention in kept)


def taken(times: Sequence[TimeMention]) -> tuple[Span, ...]:
    """The spans in which no quantity is looked for: of all times but those that may be a length ("three years").

    >>> year, nine_weeks = TimeInterval("date", "2014"), TimeInterval("set", "P9W")
    >>> taken([TimeMention(Span(0, 4), year), TimeMention(Span(5, 18), nine_weeks)])
    (Span(start=0, end=4),)
    """
    return tuple(mention.span for mention in times if not _may_be_length(mention.time))


def _may_be_length(time: TimeInterval) -> bool:
    counted = time.type == "set" and _COUNTED_SET.fullmatch(time.timex) is not None
    return time.type == "duration" or counted or _nowhere(time)


def _nowhere(time: TimeInterval) -> bool:
    """Whether it is an offset from an unknown day ("nine days later", XXXX-XX-XX): nothing of it is resolved."""
    return time.anchor == "none" and time.type in ("date", "time") and _NOTHING_KNOWN.fullmatch(time.timex) is not None


_COUNTED_SET = re.compile(
    r"PT?(?!1[A-Z])\d[\d.]*[A-Z]+"
)  # "every 9 weeks" holds a figure, "twice a week" (P1W) no length
_NOTHING_KNOWN = re.compile(r"[X:T-]+")


def _as_read(times: Sequence[TimeMention], quantities: Sequence[QuantityMention]) -> tuple[TimeMention, ...]:
    """The times without those that the quantities inside them tell better: several lengths, an offset from nowhere."""
    lengths = sorted(mention.span for mention in quantities if mention.quantity.kind == "duration")
    starts = [span.start for span in lengths]

    def told(mention: TimeMention) -> bool:
        inside = bisect_left(starts, mention.span.end) - bisect_left(starts, mention.span.start)
        return inside > 1 if mention.time.type == "duration" else inside > 0 and _nowhere(mention.time)

    return tuple(mention for mention in times if not told(mention))


# Span, quantity, time, and the number of the quantity among those read (-1: none).
_Pair = tuple[Span, QuantityMention | None, TimeMention | None, int]


def _restating(mention: Mention, moved: dict[int, int]) -> Mention:
    """The mention with ``restates`` counted among the merged mentions, -1 where the restated one was dropped."""
    if mention.quantity is None or mention.quantity.restates < 0:
        return mention
    target = moved.get(mention.quantity.restates, -1)
    return replace(mention, quantity=replace(mention.quantity, restates=target))


def _paired(times: Sequence[TimeMention], quantities: Sequence[QuantityMention]) -> Iterator[_Pair]:
    ordered = sorted(times, key=lambda time: (time.span.start, -time.span.end))
    starts = [time.span.start for time in ordered]
    used: set[int] = set()
    for number, quantity in enumerate(quantities):
        met = [index for index in _around(starts, quantity.span) if ordered[index].span.overlaps(quantity.span)]
        if not met:
            yield quantity.span, quantity, _own_time(quantity), number
            continue
        durations = [index for index in met if ordered[index].time.type in ("duration", "set") and index not in used]
        if quantity.quantity.kind == "duration" and len(met) == 1 and durations:
            used.add(durations[0])
            time = ordered[durations[0]]
            yield _union(quantity.span, time.span), quantity, time, number
        elif quantity.quantity.kind in INSIDE and any(_within(quantity.span, ordered[at].span) for at in durations):
            continue
        elif quantity.quantity.kind != "duration" and len(met) == 1 and durations:
            used.add(durations[0])
            yield quantity.span, quantity, None, number
    for index, time in enumerate(ordered):
        if index not in used:
            yield time.span, None, time, -1


def _around(starts: Sequence[int], span: Span) -> range:
    """Indexes of the times that can overlap a span: times do not overlap each other, so one may begin before it."""
    return range(max(0, bisect_right(starts, span.start) - 1), bisect_right(starts, span.end))


def _within(part: Span, whole: Span) -> bool:
    """Whether a span is a true part of another."""
    return part != whole and whole.contains(part)


def _union(left: Span, right: Span) -> Span:
    return Span(min(left.start, right.start), max(left.end, right.end))


def _own_time(mention: QuantityMention) -> TimeMention | None:
    """The time of a duration that only the grammar of quantities has seen ("30 seconds": PT30S)."""
    time = duration_time(mention.quantity)
    return None if time is None else TimeMention(mention.span, time)


def duration_time(quantity: Quantity) -> TimeInterval | None:
    """The TIMEX3 duration of a quantity of time, None for any other.

    >>> from factcheck.model import Interval
    >>> duration_time(Quantity("duration", Interval.point(30), Interval.point(30), "second", "[time]")).timex
    'PT30S'
    """
    designator = TIMEX_UNITS.get(quantity.unit)
    if quantity.kind != "duration" or designator is None:
        return None
    value = quantity.stated.middle
    number = "X" if value is None else f"{value:g}"
    timex = f"PT{number}{designator[1:]}" if designator.startswith("T") else f"P{number}{designator}"
    return TimeInterval("duration", timex)


def _without_overlaps(pairs: Iterator[_Pair]) -> Iterator[_Pair]:
    """The longest of what overlaps, the first of equals; a union may have grown over a neighbour."""
    kept: _Pair | None = None
    for pair in sorted(pairs, key=lambda item: (item[0].start, -item[0].end, item[1] is None)):
        if kept is None or not kept[0].overlaps(pair[0]):
            if kept is not None:
                yield kept
            kept = pair
        elif _length(pair) > _length(kept):
            kept = pair
    if kept is not None:
        yield kept


def _length(pair: _Pair) -> int:
    return pair[0].end - pair[0].start


class _Places:
    """Which passage and sentence an offset lies in."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = {passage.index: passage for passage in passages}
        self.sentences = sorted(
            (sentence.start, sentence.end, passage.index, number)
            for passage in passages
            for number, sentence in enumerate(passage.sentences)
        )
        self.starts = [start for start, _, _, _ in self.sentences]

    def placed(self, span: Span, quantity: QuantityMention | None, time: TimeMention | None) -> Mention | None:
        at = bisect_right(self.starts, span.start) - 1
        if at < 0 or span.start >= self.sentences[at][1]:
            return None
        _, _, passage, sentence = self.sentences[at]
        if any(gap.contains(span) for gap in self.passages[passage].block.omitted):
            return None
        if quantity is not None and quantity.span != span:
            quantity = replace(quantity, span=span)
        if time is not None and time.span != span:
            time = replace(time, span=span)
        return Mention(span, quantity, time, passage, sentence)
