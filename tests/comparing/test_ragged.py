"""Lists as two arrays behave as lists do."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.ragged import Ragged, stretches

lists = st.lists(st.lists(st.integers(0, 9), max_size=4), max_size=6)


def _lists(ragged: Ragged) -> list[list[int]]:
    starts = ragged.starts.tolist()
    return [ragged.values[a:b].tolist() for a, b in pairwise(starts)]


@given(lists)
def test_what_went_in_comes_out(given_lists: list[list[int]]) -> None:
    ragged = Ragged.of(given_lists, np.int64)
    assert _lists(ragged) == given_lists
    assert len(ragged) == len(given_lists)
    assert ragged.rows.tolist() == [row for row, each in enumerate(given_lists) for _ in each]


@given(lists, lists)
def test_one_after_the_other(first: list[list[int]], second: list[list[int]]) -> None:
    assert _lists(Ragged.of(first, np.int64).then(Ragged.of(second, np.int64))) == first + second


@given(lists.filter(bool), st.data())
def test_some_rows_in_any_order(given_lists: list[list[int]], data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.integers(0, len(given_lists) - 1), max_size=8))
    taken = Ragged.of(given_lists, np.int64).take(np.array(rows, dtype=np.int64))
    assert _lists(taken) == [given_lists[row] for row in rows]


@given(lists, st.sets(st.integers(0, 9)))
def test_rows_that_hold_a_marked_value(given_lists: list[list[int]], marked: set[int]) -> None:
    flags = np.array([value in marked for value in range(10)])
    assert Ragged.of(given_lists, np.int64).has(flags).tolist() == [bool(marked & set(each)) for each in given_lists]


@given(st.lists(st.integers(0, 9), max_size=9), st.integers(0, 20))
def test_stretches_hold_every_row_once_and_no_more_than_they_may(lengths: list[int], most: int) -> None:
    found = [range(each.start, each.stop) for each in stretches(np.array(lengths, np.int64), most)]
    assert [row for each in found for row in each] == list(range(len(lengths)))
    assert all(len(each) == 1 or sum(lengths[row] for row in each) <= most for each in found)
    # Each is as long as it may be.
    assert all(sum(lengths[row] for row in each) + lengths[each.stop] > most for each in found[:-1])
