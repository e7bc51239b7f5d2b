"""Merging times and quantities: what becomes one, what is dropped, and that nothing overlaps."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import (
    Block,
    Document,
    Interval,
    Passage,
    PositionMap,
    Quantity,
    QuantityMention,
    Span,
    TimeInterval,
    TimeMention,
)
from factcheck.model.quantity import QuantityKind
from factcheck.reading.mentions import merge

TEXT = "x" * 120
WHOLE = Span(0, 120)


def document() -> Document:
    return Document("d", "d", TEXT, PositionMap.of_text(TEXT))


def passages(*sentences: Span) -> tuple[Passage, ...]:
    return (Passage(Block("paragraph", WHOLE, WHOLE), sentences or (WHOLE,), 0),)


def quantity(start: int, end: int, kind: QuantityKind = "count", unit: str = "", restates: int = -1) -> QuantityMention:
    span = Span(start, end)
    read = Quantity(kind, Interval.point(3), Interval.point(3), unit, "[time]" if unit else "count")
    return QuantityMention(span, span, read, restates=restates)


def time(start: int, end: int, kind: str = "date", timex: str = "2014") -> TimeMention:
    return TimeMention(Span(start, end), TimeInterval(kind, timex))  # type: ignore[arg-type]


def test_duration_read_twice_is_one_mention_over_both_spans() -> None:
    merged = merge(document(), passages(), [time(0, 14, "duration", "P3Y")], [quantity(7, 18, "duration", "year")])
    assert len(merged) == 1
    assert merged[0].span == Span(0, 18)
    assert merged[0].quantity is not None
    assert merged[0].quantity.span == merged[0].span
    assert merged[0].time is not None
    assert merged[0].time.time.timex == "P3Y"


def test_duration_that_only_the_quantities_saw_gets_its_own_timex() -> None:
    merged = merge(document(), passages(), [], [quantity(0, 5, "duration", "second")])
    assert merged[0].time is not None
    assert merged[0].time.time.timex == "PT3S"
    assert merged[0].time.time.type == "duration"


def test_figure_inside_a_date_is_dropped() -> None:
    merged = merge(document(), passages(), [time(0, 10)], [quantity(0, 2), quantity(20, 22)])
    assert [(mention.span.start, mention.time is not None) for mention in merged] == [(0, True), (20, False)]


def test_duration_inside_a_set_is_dropped() -> None:
    merged = merge(document(), passages(), [time(0, 12, "set", "P3D")], [quantity(6, 12, "duration", "day")])
    assert len(merged) == 1
    assert merged[0].quantity is None


def test_age_read_as_a_duration_too_stays_an_age() -> None:
    merged = merge(document(), passages(), [time(2, 12, "duration", "P4Y")], [quantity(2, 12, "age", "year")])
    assert [(mention.quantity is not None, mention.time is None) for mention in merged] == [(True, True)]


def test_mentions_know_their_sentence_and_what_lies_outside_is_dropped() -> None:
    places = passages(Span(0, 30), Span(40, 80))
    merged = merge(document(), places, [time(31, 35)], [quantity(5, 8), quantity(45, 48), quantity(90, 95)])
    assert [(mention.span.start, mention.sentence) for mention in merged] == [(5, 0), (45, 1)]


def test_restates_counts_among_the_merged_mentions() -> None:
    read = [quantity(10, 12), quantity(20, 22), quantity(30, 32, restates=1)]
    merged = merge(document(), passages(), [time(0, 4), time(9, 14)], read)
    last = merged[-1].quantity
    assert last is not None
    assert merged[last.restates].span == Span(20, 22)


def test_restates_a_dropped_mention_as_nothing() -> None:
    merged = merge(document(), passages(), [time(9, 14)], [quantity(10, 12), quantity(30, 32, restates=0)])
    last = merged[-1].quantity
    assert last is not None
    assert last.restates == -1


def runs(count: int) -> st.SearchStrategy[list[Span]]:
    """Spans in order that do not overlap, as each grammar gives them."""
    cuts = st.lists(st.integers(0, 120), min_size=0, max_size=count, unique=True).map(sorted)
    return cuts.map(lambda ends: [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)])


@given(
    runs(12),
    runs(12),
    st.lists(st.sampled_from(["date", "duration", "set", "time"]), min_size=12, max_size=12),
    st.lists(st.sampled_from(["count", "duration", "percent"]), min_size=12, max_size=12),
)
def test_mentions_never_overlap_and_stand_in_order(
    times: list[Span], quantities: list[Span], types: list[str], kinds: list[QuantityKind]
) -> None:
    merged = merge(
        document(),
        passages(Span(0, 60), Span(60, 120)),
        [time(span.start, span.end, kind) for span, kind in zip(times, types, strict=False)],
        [
            quantity(span.start, span.end, kind, "year" if kind == "duration" else "")
            for span, kind in zip(quantities, kinds, strict=False)
        ],
    )
    assert all(left.span.end <= right.span.start for left, right in pairwise(merged))
    assert all(mention.quantity is not None or mention.time is not None for mention in merged)
    assert all(
        part is None or part.span == mention.span for mention in merged for part in (mention.quantity, mention.time)
    )


@given(runs(12), runs(12))
def test_every_time_that_meets_no_duration_is_kept(times: list[Span], quantities: list[Span]) -> None:
    merged = merge(
        document(),
        passages(),
        [time(span.start, span.end, "date") for span in times],
        [quantity(span.start, span.end) for span in quantities],
    )
    assert [mention.span for mention in merged if mention.time is not None] == times
