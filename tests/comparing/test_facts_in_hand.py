"""Pairs that hang together have one label: the least row that a path of pairs leads to."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.facts import labels

_PAIRS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40)


def _least(pairs: list[tuple[int, int]], row: int) -> int:
    reached = {row}
    while True:
        more = {end for pair in pairs if not reached.isdisjoint(pair) for end in pair} | reached
        if more == reached:
            return min(reached)
        reached = more


@given(_PAIRS)
def test_labels(pairs: list[tuple[int, int]]) -> None:
    left, right = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    assert labels(left, right, 31).tolist() == [_least(pairs, one) for one, _ in pairs]


def test_a_long_chain_is_one_fact() -> None:
    rows = np.arange(5_000)
    order = np.random.default_rng(7).permutation(4_999)
    assert set(labels(rows[:-1][order], rows[1:][order], 5_000).tolist()) == {0}
