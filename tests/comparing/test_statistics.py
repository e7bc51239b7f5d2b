"""How rare a word is: what one document more may move, and what it may not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.statistics import Statistics

COUNTS = st.integers(0, 50_000)


def of(documents: int) -> Statistics:
    return Statistics(documents, {}, {})


@given(st.integers(1, 60), st.integers(60, 50_000))
def test_a_document_without_the_words_moves_all_of_them_or_none(count: int, documents: int) -> None:
    moved = {of(documents + 1).rarity_of(each) - of(documents).rarity_of(each) for each in range(count)}
    assert len(moved) == 1


def test_one_document_more_among_thousands_moves_no_word() -> None:
    moved = [of(size + 1).rarity_of(3) != of(size).rarity_of(3) for size in range(2_000, 4_000)]
    assert sum(moved) <= 8


@given(COUNTS, COUNTS)
def test_rarer_words_never_weigh_less(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert of(50_000).rarity_of(low) >= of(50_000).rarity_of(high) >= 1
