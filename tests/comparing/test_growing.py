"""Arrays that grow are what their parts are, one behind the other, and no wider than they need be."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.growing import Growing, GrowingLists
from factcheck.comparing.ragged import Ragged

PARTS = st.lists(st.lists(st.integers(-(2**63), 2**63 - 1) | st.integers(-200, 200), max_size=5), max_size=5)


@given(PARTS)
def test_integers_are_as_wide_as_the_widest_needs(parts: list[list[int]]) -> None:
    growing, flat = Growing(), [value for part in parts for value in part]
    for part in parts:
        growing.add(np.array(part, np.int64))
    whole = growing.whole()
    assert whole.tolist() == flat
    bits = max((value if value >= 0 else ~value).bit_length() for value in [*flat, 0]) + 1
    assert whole.itemsize * 8 == next(width for width in (8, 16, 32, 64) if bits <= width)


@given(st.lists(st.lists(st.floats(allow_nan=False), max_size=4), max_size=4))
def test_what_is_given_a_kind_keeps_it(parts: list[list[float]]) -> None:
    growing = Growing(np.float64)
    for part in parts:
        growing.add(np.array(part, np.float64))
    whole = growing.whole()
    assert whole.dtype == np.float64
    assert whole.tolist() == [value for part in parts for value in part]


@given(st.lists(st.lists(st.lists(st.integers(0, 9), max_size=3), max_size=4), max_size=4))
def test_lists_joined_as_they_come_are_those_joined_at_the_end(parts: list[list[list[int]]]) -> None:
    growing = GrowingLists(np.int32)
    for part in parts:
        growing.add(Ragged.of(part, np.int32))
    whole, expected = growing.whole(), Ragged.of([row for part in parts for row in part], np.int32)
    assert whole.values.tolist() == expected.values.tolist()
    assert whole.starts.tolist() == expected.starts.tolist()


def test_what_was_handed_out_does_not_change_any_more() -> None:
    growing = Growing()
    growing.add(np.array([41]))
    whole = growing.whole()
    with pytest.raises(BufferError):
        growing.add(np.array([29]))
    assert whole.tolist() == [41]
