"""The profiles of a claims table, each made when it is first asked for.

>>> from factcheck.comparing.table import claims_table
>>> len(Profiles((), ClaimColumns.of(claims_table((), {})), {}))
0
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import overload

import numpy as np

from factcheck.comparing.claim_columns import ClaimColumns
from factcheck.comparing.profile import Given, Profile, Shared, profile_of
from factcheck.comparing.ragged import Ints
from factcheck.model import Claim, Reading

# The claims on either side of one that count as its sentence where a "sentence" is a whole list.
_NEAREST = 32

_NO_GROUP: Given = {"told": "", "alike": 1, "size": 1}


class Profiles(Sequence[Profile]):
    """The profile of every row of the claims table, in its order; each is made when it is first asked for."""

    def __init__(
        self,
        claims: Sequence[Claim],
        columns: ClaimColumns,
        readings: Mapping[str, Reading],
        groups: Mapping[str, str] | None = None,
    ) -> None:
        self._claims, self._readings, self._groups = claims, readings, groups or {}
        self._made: dict[int, Profile] = {}
        self._shared = Shared()
        lo, hi = columns.column("lo"), columns.column("hi")
        self._values = (
            columns.column("dimension"),
            np.where(np.isnan(lo), -math.inf, lo),
            np.where(np.isnan(hi), math.inf, hi),
        )
        self._scalars = tuple(columns.column(name) for name in ("kind", "published", "example"))
        self._measures = columns.column("measure")
        self._sentences = _Sentences(columns)
        self._lately: dict[int, tuple[str, float, float, str]] = {}
        self._alike, self._sizes = _counts(columns) if self._groups else (_NO_COUNTS, _NO_COUNTS)

    def __len__(self) -> int:
        return len(self._claims)

    @overload
    def __getitem__(self, row: int) -> Profile: ...

    @overload
    def __getitem__(self, row: slice) -> list[Profile]: ...

    def __getitem__(self, row: int | slice) -> Profile | list[Profile]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        made = self._made.get(row)
        if made is None:
            made = self._made[row] = self._make(row)
        return made

    def __iter__(self) -> Iterator[Profile]:
        return (self[row] for row in range(len(self)))

    def _make(self, row: int) -> Profile:
        claim = self._claims[row]
        beside = map(self._told, self._sentences.beside(row))
        kind, published, example = (column[row] for column in self._scalars)
        return profile_of(
            row,
            claim,
            self._readings[claim.citation.doc_id],
            self._value(row),
            self._restated(row, claim),
            (str(kind), float(published), bool(example)),
            frozenset(value for value in beside if _known(value)),
            self._given(row, claim),
            self._shared,
        )

    def _given(self, row: int, claim: Claim) -> Given:
        if not self._groups:
            return _NO_GROUP
        told = self._groups.get(claim.citation.doc_id, "")
        return {"told": told, "alike": int(self._alike[row]), "size": int(self._sizes[row])}

    def _restated(self, row: int, claim: Claim) -> tuple[str, float, float] | None:
        """The value of the figure beside it that the claim says again in another unit."""
        if not claim.restates:
            return None
        found = (other for other in self._sentences.beside(row) if self._claims[other].claim_id == claim.restates)
        return next((self._value(other) for other in found), None)

    def _told(self, row: int) -> tuple[str, float, float, str]:
        """Value and measure of a row: those of a sentence are asked for by all the others of it."""
        found = self._lately.get(row)
        if found is None:
            if len(self._lately) > 8 * _NEAREST:
                self._lately.clear()
            found = self._lately[row] = (*self._value(row), str(self._measures[row]))
        return found

    def _value(self, row: int) -> tuple[str, float, float]:
        dimension, lo, hi = (column[row] for column in self._values)
        return str(dimension), float(lo), float(hi)


class _Sentences:
    """Which rows of a claims table are of one sentence: those of a document stand together, in whatever order."""

    def __init__(self, columns: ClaimColumns) -> None:
        documents = columns.texts("doc").codes
        begins = np.flatnonzero(documents[1:] != documents[:-1]) + 1 if len(documents) else np.zeros(0, np.int64)
        self._starts = [0, *begins.tolist(), len(documents)]
        self._places = columns.column("passage"), columns.column("sentence")
        self._known: dict[int, dict[tuple[int, int], list[int]]] = {}

    def beside(self, row: int) -> list[int]:
        """The other rows of the row's sentence."""
        document = bisect_right(self._starts, row) - 1
        if document not in self._known:
            self._known[document] = self._of(range(self._starts[document], self._starts[document + 1]))
        passages, sentences = self._places
        return _beside(row, self._known[document][int(passages[row]), int(sentences[row])])

    def _of(self, rows: range) -> dict[tuple[int, int], list[int]]:
        found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        passages, sentences = (column[rows.start : rows.stop].tolist() for column in self._places)
        for row, passage, sentence in zip(rows, passages, sentences, strict=True):
            found[passage, sentence].append(row)
        return dict(found)


def _beside(row: int, rows: Sequence[int]) -> list[int]:
    """The other rows of a sentence, of an endless one the nearest: what is further off is no evidence."""
    if len(rows) > 2 * _NEAREST:
        at = bisect_left(rows, row)
        rows = rows[max(0, at - _NEAREST) : at + _NEAREST + 1]
    return [other for other in rows if other != row]


_NO_COUNTS = np.zeros(0, np.int64)


def _counts(columns: ClaimColumns) -> tuple[Ints, Ints]:
    """For each row the claims of its document of its dimension and measure, and all of its document."""
    document, dimension, measure = (columns.texts(name).numbered() for name in ("doc", "dimension", "measure"))
    kinds = dimension.max(initial=0) + 1, measure.max(initial=0) + 1
    return _times((document * kinds[0] + dimension) * kinds[1] + measure), _times(document)


def _times(keys: Ints) -> Ints:
    """How often each key is there."""
    _, which, times = np.unique(keys, return_inverse=True, return_counts=True)
    found: Ints = times[which]
    return found


def _known(value: tuple[str, float, float, str]) -> bool:
    return math.isfinite(value[1]) or math.isfinite(value[2])
