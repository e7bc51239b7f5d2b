"""Laws of reading quantities.

* A mention's span lies in one region, outside every taken span; mentions come in order and do not overlap.
* The implied interval covers the stated one; a hedge never narrows it.
* Moving the text moves the mentions and changes nothing else.
* Time is linear in the length of the text, whatever the text.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.lexicon.units import conversion
from factcheck.model import QuantityMention, Span
from factcheck.reading.quantities import read_quantities
from tests.timing import cpu_seconds

WORDS = st.sampled_from(
    [
        *(
            "about",
            "almost",
            "over",
            "just",
            "up",
            "to",
            "at",
            "least",
            "between",
            "from",
            "and",
            "or",
            "of",
            "per",
            "a",
        ),
        *(
            "the",
            "$",
            "€",
            "%",
            "12",
            "1,300",
            "0.5",
            "3½",
            "2014",
            "-4",
            "7th",
            "one",
            "two",
            "half",
            "dozens",
            "million",
        ),
        *(
            "bn",
            "km",
            "miles",
            "°C",
            "kg",
            "years",
            "people",
            "boats",
            "rose",
            "fell",
            "by",
            "(",
            ")",
            ",",
            ".",
            "-",
            "–",
        ),
        *("/", '"', "'", "\n", "\xa0", "İ", "ß", "1/2", "5x", "=", "#", "[12]", "v2.1", "12:30", "years-old", "third"),
    ]
)
LISTS = st.lists(WORDS, max_size=24)
TEXTS = st.one_of(st.text(max_size=80), LISTS.map(" ".join), LISTS.map("".join))
FIGURES = st.sampled_from(
    ["18%", "450 boats", "1.7 billion euros", "40 km", "2,300 people", "a third of voters", "7 kg"]
)


def read(text: str) -> tuple[QuantityMention, ...]:
    return read_quantities(text, [Span(0, len(text))], [])


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_mentions_are_in_order_and_inside(text: str) -> None:
    mentions = read(text)
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.contains(mention.number)
        assert mention.noun is None or mention.noun.of(text) == mention.quantity.noun
    for left, right in pairwise(mentions):
        assert left.span.end <= right.span.start


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_what_is_stated_is_implied(text: str) -> None:
    for mention in read(text):
        quantity = mention.quantity
        assert quantity.implied.covers(quantity.stated)
        assert quantity.unit == "" or conversion(quantity.unit).dimension == quantity.dimension


@given(st.lists(TEXTS, min_size=1, max_size=4), st.data())
@settings(max_examples=100, deadline=None)
def test_regions_and_taken_spans_are_kept(pieces: list[str], data: st.DataObject) -> None:
    text = "\n\n".join(pieces)
    regions, at = [], 0
    for piece in pieces:
        regions.append(Span(at, at + len(piece)))
        at += len(piece) + 2
    start = data.draw(st.integers(0, len(text)))
    taken = [Span(start, data.draw(st.integers(start, len(text))))]
    for mention in read_quantities(text, regions, taken):
        assert any(region.contains(mention.number) for region in regions)
        assert not any(span.start < span.end and mention.number.overlaps(span) for span in taken)


@given(TEXTS, st.integers(1, 9))
@settings(max_examples=100, deadline=None)
def test_moving_the_text_moves_the_mentions(text: str, by: int) -> None:
    padding = "\n" * by
    moved = read_quantities(padding + text, [Span(by, by + len(text))], [])
    expected = tuple(
        replace(
            mention,
            span=mention.span.shifted(by),
            number=mention.number.shifted(by),
            noun=mention.noun and mention.noun.shifted(by),
        )
        for mention in read(text)
    )
    assert moved == expected


@given(FIGURES, st.sampled_from(["about ", "almost ", "just over ", "roughly ", "some "]))
def test_a_hedge_never_narrows(figure: str, hedge: str) -> None:
    plain, hedged = read(figure)[0].quantity, read(hedge + figure)[0].quantity
    assert hedged.hedge is not None
    assert hedged.stated == plain.stated
    assert hedged.implied.covers(plain.implied)


@given(FIGURES, st.sampled_from(["at least ", "more than ", "up to ", "less than "]))
def test_a_bound_keeps_its_end(figure: str, bound: str) -> None:
    plain, bounded = read(figure)[0].quantity.stated, read(bound + figure)[0].quantity.stated
    assert plain.lo in (bounded.lo, bounded.hi)
    assert None in (bounded.lo, bounded.hi)


HOSTILE = ["1,1,1,1,", "((((", "one hundred and one hundred and ", "1 ", "$1", "11,", '5"', "5' "]
HOSTILE += ["half a ", "half a third ", "5 km 5 m ", "1\u00a0111", "12-", "a "]
HOSTILE += [
    "93kg/mm2",
    "3-to-1-to-",
    "fell from 1 to ",
    "3 years, ",
    "5  ±  ",
    "absolute pH of ",
    "8 Mn ",
    "one-on-one-",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        return cpu_seconds(lambda: read(text))

    short, long = seconds(3_000), seconds(12_000)
    assert long < 8 * short + 0.25
