"""Claims as columns of numbers and words: whatever is joined and taken, the values are those of the table."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.claim_columns import ClaimColumns, GrowingClaims, Texts

WORDS = st.lists(st.sampled_from(["", "a.md", "b.md", "ferry", "Łódź"]), max_size=12)


def _table(words: list[str]) -> pd.DataFrame:
    lengths = [float(len(word)) if word else np.nan for word in words]
    return pd.DataFrame({"doc": words, "lo": lengths, "open": [word > "b" for word in words]}).astype(
        {"doc": "str", "lo": "float64", "open": "bool"}
    )


def _rows(columns: ClaimColumns) -> list[tuple[object, ...]]:
    return list(zip(*(columns.column(name).tolist() for name in ("doc", "open")), strict=True))


@given(WORDS, WORDS, st.randoms(use_true_random=False))
def test_joining_and_taking_rows_is_that_of_the_lists(one: list[str], other: list[str], chance: object) -> None:
    joined = ClaimColumns.of(_table(one)).then(ClaimColumns.of(_table(other)))
    words = [*one, *other]
    order = list(range(len(words)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    taken = joined.take(np.array(order, dtype=np.int64))
    assert _rows(taken) == [(words[at], words[at] > "b") for at in order]
    np.testing.assert_array_equal(taken.column("lo"), _table(words)["lo"].to_numpy()[order])
    again = ClaimColumns.of_arrow(taken.to_arrow())
    assert (_rows(again), len(again)) == (_rows(taken), len(words))


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_joining_parts_as_they_come_is_that_of_the_lists(parts: list[list[str]]) -> None:
    growing = GrowingClaims()
    for part in parts:
        growing.add(ClaimColumns.of(_table(part)))
    whole, words = growing.whole(), [word for part in parts for word in part]
    assert (_rows(whole), len(whole)) == ([(word, word > "b") for word in words], len(words))
    assert len(set(whole.texts("doc").words.tolist())) == len(whole.texts("doc").words)
    np.testing.assert_array_equal(whole.column("lo"), _table(words)["lo"].to_numpy())


@given(WORDS, WORDS)
def test_equal_words_have_equal_numbers_wherever_they_came_from(one: list[str], other: list[str]) -> None:
    joined = ClaimColumns.of(_table(one)).then(ClaimColumns.of(_table(other))).texts("doc")
    words, numbers = [*one, *other], joined.numbered().tolist()
    assert all((words[a] == words[b]) == (numbers[a] == numbers[b]) for a in range(len(words)) for b in range(a))
    assert joined.mapped({"ferry": 7}).tolist() == [7 if word == "ferry" else 0 for word in words]


def test_words_that_nobody_says_any_more_are_dropped() -> None:
    texts = Texts.of(np.array(["a.md"], dtype=object))
    for number in range(20):
        texts = texts.take(np.zeros(1, np.int64)).then(Texts.of(np.array([f"{number}.md"], dtype=object)))
    assert texts.at(slice(None)).tolist() == ["a.md", "19.md"]
    assert len(texts.words) <= 4


def test_a_pair_has_every_column_twice_and_a_column_of_numbers_is_no_text() -> None:
    claims = ClaimColumns.of(_table(["a.md", "b.md"]))
    pairs = claims.pairs(pd.DataFrame({"left": [0, 1], "right": [1, 1], "weight": [3, 4]}), ["doc"])
    assert pairs.columns.tolist() == ["left", "right", "weight", "left_doc", "right_doc"]
    assert pairs["left_doc"].tolist() == ["a.md", "b.md"]
    with pytest.raises(KeyError, match="lo is no column of texts"):
        claims.texts("lo")
