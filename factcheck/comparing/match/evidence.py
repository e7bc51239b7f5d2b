"""The evidence on many pairs of claims: each feature is asked about all pairs that can still come to what is wanted.

A feature is asked once for all pairs with equal keys (``keys``), read off columns (``many``), or asked about each pair
that is left: so the dear features see few pairs.

>>> from factcheck.comparing.match.weights import load_weights
>>> levels = np.array([[0] * len(FEATURES)] * 2, dtype=np.uint8)
>>> len(matches_of(levels, load_weights())[0])
1
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.comparing.match.alike import alike
from factcheck.comparing.match.columns import Columns, Flags
from factcheck.comparing.match.features import FEATURES, Feature
from factcheck.comparing.match.keys import KEYS
from factcheck.comparing.match.many import ASK, FROM_NUMBERS, FROM_WORDS, Cases
from factcheck.comparing.match.score import Match, Matcher
from factcheck.comparing.match.weights import Weights
from factcheck.comparing.profile import Profile
from factcheck.comparing.ragged import Ints

Codes = NDArray[np.uint8]

# Pairs that are weighed at a time.
_AT_ONCE = 200_000
_ASKED = 255
_ORDER = tuple(feature.name for feature in FEATURES)
# Of the features that are asked pair by pair, those that rule out most go first; the order changes no result.
_ASKED_FIRST = ("subject", "names", "anonymous")


@dataclass(frozen=True, slots=True)
class Evidence:
    """``weight`` is the sum of the levels' weights of each pair, without the prior; where it is not ``full``, the sum
    is no more than that. ``levels`` has a row for each pair of which it is full: the number of each feature's level."""

    weight: NDArray[np.int16]
    full: Flags
    levels: Codes


def evidence(left: Ints, right: Ints, least: Ints, matcher: Matcher, looked_at: Sequence[Profile]) -> Evidence:
    """What the features say of these pairs of rows, given up where they cannot come to ``least`` any more."""
    rows = np.unique(np.concatenate([left, right]))
    columns = Columns.of((looked_at[row] for row in rows.tolist()), matcher.corpus)
    parts = []
    for start in range(0, len(left), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        ends = _Ends(left[some], right[some], *(np.searchsorted(rows, side[some]) for side in (left, right)))
        parts.append(_Weighing(ends, least[some], matcher, looked_at, columns).found())
    none = Evidence(np.zeros(0, np.int16), np.zeros(0, dtype=bool), np.zeros((0, len(FEATURES)), np.uint8))
    return Evidence(
        *(np.concatenate([getattr(each, name) for each in (none, *parts)]) for name in ("weight", "full", "levels"))
    )


@dataclass(frozen=True, slots=True)
class _Ends:
    """Pairs as rows of the claims table, and as rows of the columns."""

    left: Ints
    right: Ints
    a: Ints
    b: Ints

    def of(self, places: Ints) -> _Ends:
        return _Ends(self.left[places], self.right[places], self.a[places], self.b[places])


class _Weighing:
    """The pairs of one step, of which fewer and fewer are left."""

    def __init__(
        self, ends: _Ends, least: Ints, matcher: Matcher, looked_at: Sequence[Profile], columns: Columns
    ) -> None:
        self._matcher, self._looked_at, self._columns = matcher, looked_at, columns
        weights = matcher.weights.levels
        self._steps = {each.name: _Step(each, weights[each.name]) for each in FEATURES}
        self._weight = np.full(len(least), sum(step.best for step in self._steps.values()), dtype=np.int64)
        self._levels = np.zeros((len(least), len(FEATURES)), np.uint8)
        self._least = least
        self._open = np.arange(len(least))
        self._ends = ends

    def found(self) -> Evidence:
        for name in KEYS:
            self._settle(name, self._by_key(name))
        for name, tell in FROM_NUMBERS.items():
            self._settle(name, self._told(name, tell(self._columns, self._ends.a, self._ends.b)))
        self._by_words()
        for name in (*_ASKED_FIRST, *_ORDER):
            if name in self._steps:
                self._settle(name, self._asked(name, np.full(len(self._open), _ASKED, np.uint8)))
        full = np.zeros(len(self._weight), dtype=bool)
        full[self._open] = True
        return Evidence(self._weight.astype(np.int16), full, self._levels[full])

    def _settle(self, name: str, codes: Codes) -> None:
        """Take in the levels of all open pairs; close those that cannot come to the least any more."""
        step = self._steps.pop(name)
        self._levels[self._open, _ORDER.index(name)] = codes
        self._weight[self._open] += step.weights[codes] - step.best
        self._keep(self._weight[self._open] >= self._least[self._open])

    def _keep(self, kept: Flags) -> None:
        places = np.flatnonzero(kept)
        self._open, self._ends = self._open[places], self._ends.of(places)

    def _by_key(self, name: str) -> Codes:
        """Ask once for all pairs of equal keys."""
        columns, ends = self._columns, self._ends
        keys = columns.codes[name]
        pairs = keys[ends.a] * (len(keys) + 1) + keys[ends.b]
        if name in columns.plain:
            pairs[columns.plain[name][ends.a] & columns.plain[name][ends.b]] = -1
        which, _ = pd.factorize(pairs)
        return self._levels_of(name, _first(which))[which]

    def _by_words(self) -> None:
        """Features that read the words in common, which are looked for once."""
        common = alike(self._columns, self._ends.a, self._ends.b)
        for name, tell in FROM_WORDS.items():
            before = self._open
            self._settle(name, self._told(name, tell(self._columns, self._ends.a, self._ends.b, common)))
            common = common.of(np.searchsorted(before, self._open))

    def _told(self, name: str, cases: Cases) -> Codes:
        codes = {**self._steps[name].codes, ASK: _ASKED}
        found = np.full(len(self._open), codes[cases[1]], np.uint8)
        for holds, level in reversed(cases[0]):
            found[holds] = codes[level]
        return self._asked(name, found)

    def _asked(self, name: str, codes: Codes) -> Codes:
        """Ask the feature about the pairs whose level is not known."""
        asked = np.flatnonzero(codes == _ASKED)
        codes[asked] = self._levels_of(name, asked)
        return codes

    def _levels_of(self, name: str, places: Ints) -> Codes:
        """What the feature says of these open pairs."""
        step, looked_at, corpus = self._steps[name], self._looked_at, self._matcher.corpus
        level, codes = step.feature.level, step.codes
        ends = zip(self._ends.left[places].tolist(), self._ends.right[places].tolist(), strict=True)
        told = [codes[level(looked_at[left], looked_at[right], corpus)] for left, right in ends]
        return np.array(told, dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class _Step:
    """A feature with the weights of its levels, in the order of the file."""

    feature: Feature
    levels: Mapping[str, int]

    @property
    def codes(self) -> dict[str, int]:
        return {level: number for number, level in enumerate(self.levels)}

    @property
    def weights(self) -> Ints:
        return np.array(list(self.levels.values()), dtype=np.int64)

    @property
    def best(self) -> int:
        return max(self.levels.values())


def matches_of(levels: Codes, weights: Weights) -> tuple[list[Match], Ints]:
    """The distinct rows of levels as matches without a weight, and which of them each row is."""
    named = [list(weights.levels[name]) for name in _ORDER]
    which = np.zeros(len(levels), np.int64)
    for column in levels.T:
        which, _ = pd.factorize(which * (_ASKED + 1) + column)
    told = [
        tuple((name, known[code]) for name, known, code in zip(_ORDER, named, row, strict=True))
        for row in levels[_first(which)].tolist()
    ]
    return [Match(0, 0, each) for each in told], which


def _first(which: Ints) -> Ints:
    """Where each number, from 0 on, stands first."""
    first = np.zeros(int(which.max(initial=-1)) + 1, np.int64)
    first[which[::-1]] = np.arange(len(which))[::-1]
    return first
