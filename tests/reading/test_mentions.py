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
from factcheck.reading.mentions import merge, taken

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


def test_length_inside_a_set_is_one_mention_with_it() -> None:
    merged = merge(document(), passages(), [time(0, 12, "set", "P3D")], [quantity(6, 12, "duration", "day")])
    assert len(merged) == 1
    assert merged[0].quantity is not None
    assert merged[0].time is not None
    assert merged[0].time.time.type == "set"


def test_several_lengths_inside_one_time_stay_apart() -> None:
    read = [quantity(0, 7, "duration", "year"), quantity(9, 17, "duration", "month")]
    merged = merge(document(), passages(), [time(0, 17, "duration", "P3Y3M")], read)
    assert [mention.time.time.timex for mention in merged if mention.time is not None] == ["P3Y", "P3M"]


def test_offset_from_an_unknown_day_is_its_length() -> None:
    nowhere = TimeMention(Span(0, 15), TimeInterval("date", "XXXX-XX-XX", anchor="none"))
    (merged,) = merge(document(), passages(), [nowhere], [quantity(0, 9, "duration", "day")])
    assert merged.span == Span(0, 9)
    assert merged.time is not None
    assert merged.time.time.timex == "P3D"
    assert merge(document(), passages(), [nowhere], [])[0].time == nowhere


def test_quantities_are_looked_for_in_times_that_may_be_lengths() -> None:
    known = TimeMention(Span(50, 60), TimeInterval("date", "2014-05-03", anchor="published"))
    nowhere = TimeMention(Span(30, 40), TimeInterval("time", "XXXX-XX-XXTXX", anchor="none"))
    weekday = TimeMention(Span(70, 80), TimeInterval("date", "XXXX-WXX-5", anchor="none"))
    sets = [time(90, 95, "set", "P9W"), time(96, 99, "set", "P1D"), time(100, 104, "set", "XXXX-WXX-7")]
    spans = [span.start for span in taken([time(0, 9, "duration", "P3Y"), nowhere, known, weekday, *sets])]
    assert spans == [50, 70, 96, 100]


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
