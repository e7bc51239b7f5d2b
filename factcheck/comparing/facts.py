"""Which findings are of one fact: pairs of claims that hang together, one fact at a time.

>>> labels(np.array([0, 4, 1]), np.array([2, 5, 2]), 6).tolist()
[0, 4, 0]
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, overload

import numpy as np
import pandas as pd

from factcheck.comparing.claims import Claims
from factcheck.comparing.ragged import Ints
from factcheck.model import Claim, Finding

_COLUMNS = ("rule", "verdict", "rung", "conflict_class", "severity", "detail", "confidence")


def labels(left: Ints, right: Ints, size: int) -> Ints:
    """For each pair of rows the least row that it hangs together with."""
    found = np.arange(size)
    while True:
        least = np.minimum(found[left], found[right])
        before = found.copy()
        for side in (left, right):
            np.minimum.at(found, found[side], least)
            np.minimum.at(found, side, least)
        found = found[found]
        if (found == before).all():
            whole: Ints = found[left]
            return whole


class Facts(Iterable[list[Finding]]):
    """The findings of each fact, in the order of their first one.

    Each claim is asked for once a fact, so that no more claims are in hand than one fact has; ``row_of`` gives the rows
    of those in hand, by their ids.
    """

    def __init__(self, reported: pd.DataFrame, claims: Claims) -> None:
        self._reported, self._claims = reported, claims
        self.row_of: dict[str, int] = {}

    def __iter__(self) -> Iterator[list[Finding]]:
        left, right = (self._reported[side].to_numpy() for side in ("left", "right"))
        columns = [self._reported[name].to_numpy() for name in _COLUMNS]
        for places in _places(labels(left, right, len(self._claims))):
            rows = np.unique(np.concatenate([left[places], right[places]])).tolist()
            known = {row: self._claims[row] for row in rows}
            self.row_of = {claim.claim_id: row for row, claim in known.items()}
            told = zip(*(column[places].tolist() for column in columns), strict=True)
            ends = zip(left[places].tolist(), right[places].tolist(), told, strict=True)
            yield [_finding(known[one], known[other], *row) for one, other, row in ends]


def _places(fact: Ints) -> Iterator[Ints]:
    """The places of each fact's pairs, facts and pairs in order."""
    order = np.argsort(fact, kind="stable")
    ends = np.flatnonzero(np.diff(fact[order], prepend=-1, append=-1)).tolist()
    return (order[start:end] for start, end in pairwise(ends))


def _finding(left: Claim, right: Claim, *told: Any) -> Finding:
    rule, verdict, rung, conflict_class, severity, detail, confidence = told
    return Finding(rule, verdict, conflict_class, severity, left, right, rung, detail, confidence)


class Cited(Sequence[Claim]):
    """Some claims of a corpus, decoded whenever they are asked for; equal to a tuple of them."""

    __slots__ = ("_claims", "_rows")

    def __init__(self, claims: Claims, rows: Sequence[int]) -> None:
        self._claims, self._rows = claims, array("q", rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Claim: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Claim, ...]: ...

    def __getitem__(self, at: int | slice) -> Claim | tuple[Claim, ...]:
        if isinstance(at, slice):
            return tuple(map(self._claims.__getitem__, self._rows[at]))
        return self._claims[self._rows[at]]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == (tuple(other) if isinstance(other, Cited) else other)

    def __hash__(self) -> int:
        return hash(tuple(self))
