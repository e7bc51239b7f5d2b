"""The claims of all documents as columns, with what an earlier comparison knows of them taken over.

>>> gathered((), None, {}, None).documents
0
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import overload

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.block import block_keys
from factcheck.comparing.claim_columns import ClaimColumns
from factcheck.comparing.kept import Kept
from factcheck.comparing.profile import Profile
from factcheck.comparing.profiles import Profiles
from factcheck.comparing.ragged import Ints, Ragged
from factcheck.comparing.statistics import MOST_CONTRASTS, Statistics, contrasts, said
from factcheck.comparing.table import claims_table
from factcheck.model import Claim, Reading

# Everything of a profile that can be weighed by how rare it is.
_WEIGHED = tuple(field.name for field in fields(Profile) if field.type == "frozenset[str]")


class Claims(Sequence[Claim]):
    """The claims of all readings, one after the other, none of them asked for before it is needed."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self.starts: Ints = np.cumsum([0, *(len(reading.claims) for reading in readings)], dtype=np.int64)
        self._starts: list[int] = self.starts.tolist()

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, row: int) -> Claim: ...

    @overload
    def __getitem__(self, row: slice) -> tuple[Claim, ...]: ...

    def __getitem__(self, row: int | slice) -> Claim | tuple[Claim, ...]:
        if isinstance(row, slice):
            return tuple(self[each] for each in range(*row.indices(len(self))))
        document = bisect_right(self._starts, row) - 1
        return self._readings[document].claims[row - self._starts[document]]

    def __iter__(self) -> Iterator[Claim]:
        return (claim for reading in self._readings for claim in reading.claims)


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the rows come from: ``source`` indexes the rows of the earlier comparison, then those of the ``fresh``
    documents (by their place in the order); ``document`` is the same for documents."""

    source: Ints
    document: Ints
    fresh: Ints
    earlier: int
    starts: Ints

    @property
    def before(self) -> Ints:
        """The row of the earlier comparison, -1 for a new one."""
        return np.where(self.source < self.earlier, self.source, -1)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of claims and documents as numbers; see ``Kept``."""

    vocabulary: tuple[str, ...]
    words: Ragged
    said: Ragged
    contrasts: Ragged

    def counts(self) -> tuple[Ints, Ints]:
        """How many documents say each word, and how often it told two values apart."""
        size = len(self.vocabulary)
        return np.bincount(self.said.values, minlength=size), np.bincount(self.contrasts.values, minlength=size)


def rows_of(readings: Sequence[Reading], marks: Mapping[str, str], earlier: Kept | None, starts: Ints) -> Rows:
    """Which documents have rows in the earlier comparison: those whose mark is the same."""
    counts = np.diff(starts)
    old = np.zeros(1, np.int64) if earlier is None else np.concatenate([[0], np.cumsum(earlier.counts)])
    known = {} if earlier is None else {mark: number for number, mark in enumerate(earlier.marks) if mark}
    at = np.array([known.get(marks.get(reading.doc_id, ""), -1) for reading in readings], dtype=np.int64)
    same = at >= 0
    if earlier is not None:
        same[same] = earlier.counts[at[same]] == counts[same]
    fresh = np.flatnonzero(~same)
    behind = old[-1] + np.concatenate([[0], np.cumsum(counts[fresh])])[:-1].astype(np.int64)
    first = np.zeros(len(readings), np.int64)
    first[same], first[fresh] = old[at[same]], behind
    document = np.where(same, at, 0)
    document[fresh] = (0 if earlier is None else len(earlier.marks)) + np.arange(len(fresh))
    source = np.repeat(first - starts[:-1], counts) + np.arange(starts[-1])
    return Rows(source, document, fresh, int(old[-1]), starts)


def columns_of(readings: Sequence[Reading], rows: Rows, earlier: Kept | None) -> ClaimColumns:
    """The claims as columns, of which only the rows of fresh documents are made."""
    fresh = [readings[number] for number in rows.fresh.tolist()]
    claims = tuple(claim for reading in fresh for claim in reading.claims)
    made = ClaimColumns.of(claims_table(claims, {reading.doc_id: reading for reading in fresh}))
    if earlier is None:
        return made
    joined = earlier.columns.then(made) if len(made) else earlier.columns
    as_it_was = len(rows.source) == len(joined) and bool((rows.source == np.arange(len(joined))).all())
    return joined if as_it_was else joined.take(rows.source)


def words_of(rows: Rows, looked_at: Sequence[Profile], earlier: Kept | None) -> Words:
    """The words of every claim and document, of which only those of fresh documents are looked up."""
    number = _Numbers(() if earlier is None else earlier.vocabulary)
    words: list[list[int]] = []
    documents: list[list[int]] = []
    telling: list[list[int]] = []
    for document in rows.fresh.tolist():
        members = [looked_at[row] for row in range(rows.starts[document], rows.starts[document + 1])]
        words.extend(number.all(weighed(member)) for member in members)
        documents.append(number.all(said(members)) if members else [])
        telling.append(number.all(contrasts(members).elements()))
    made = [Ragged.of(lists, np.int32) for lists in (words, documents, telling)]
    if earlier is not None:
        made = [old.then(new) for old, new in zip((earlier.words, earlier.said, earlier.contrasts), made, strict=True)]
    source = (rows.source, rows.document, rows.document)
    return Words(number.vocabulary, *(each.take(order) for each, order in zip(made, source, strict=True)))


def weighed(profile: Profile) -> frozenset[str]:
    """Every word of a profile that could be weighed."""
    return frozenset[str]().union(*(getattr(profile, name) for name in _WEIGHED))


class _Numbers:
    """A number for every word, in the order in which they were first met."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = dict(zip(vocabulary, range(len(vocabulary)), strict=True))

    @property
    def vocabulary(self) -> tuple[str, ...]:
        return tuple(self._numbers)

    def all(self, words: Iterable[str]) -> list[int]:
        numbers = self._numbers
        return [numbers.setdefault(word, len(numbers)) for word in words]


def statistics_of(words: Words, rows: Rows) -> Statistics:
    frequency, contrast = words.counts()
    documents = int((np.diff(rows.starts) > 0).sum())
    return Statistics(documents, _nonzero(words.vocabulary, frequency), _nonzero(words.vocabulary, contrast))


def _nonzero(vocabulary: Sequence[str], counts: Ints) -> dict[str, int]:
    return {word: count for word, count in zip(vocabulary, counts.tolist(), strict=True) if count}


def unchanged(rows: Rows, words: Words, corpus: Statistics, earlier: Kept | None) -> NDArray[np.bool_]:
    """The rows of the earlier comparison no word of which has become rarer, commoner or more telling."""
    if earlier is None:
        return np.zeros(len(rows.source), dtype=bool)
    before = Words(earlier.vocabulary, earlier.words, earlier.said, earlier.contrasts)
    old = _weights(before, Statistics(earlier.documents, {}, {}).rarity_of)
    new = _weights(words, corpus.rarity_of)
    changed = np.ones(len(words.vocabulary), dtype=bool)
    changed[: len(old)] = (old != new[: len(old)]).any(axis=1)
    return (rows.source < rows.earlier) & ~words.words.has(changed)


def _weights(words: Words, rarity_of: Callable[[int], int]) -> Ints:
    """The rarity of every word and how telling it is, as far as that makes a difference."""
    frequency, contrast = words.counts()
    most = int(frequency.max(initial=0))
    met = np.bincount(frequency, minlength=most + 1).tolist()
    rarities = np.array([rarity_of(count) if times else 0 for count, times in enumerate(met)], dtype=np.int64)
    return np.column_stack([rarities[frequency], np.minimum(contrast, MOST_CONTRASTS)])


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that comparing looks at. ``same`` marks the rows of which everything found before holds; ``before`` is their
    row in the earlier comparison."""

    readings: tuple[Reading, ...]
    claims: Claims
    rows: Rows
    columns: ClaimColumns
    looked_at: Profiles
    words: Words
    statistics: Statistics
    same: NDArray[np.bool_]
    keys: Ragged

    @property
    def documents(self) -> int:
        return len(self.readings)


def gathered(
    readings: Iterable[Reading],
    groups: Mapping[str, str] | None,
    marks: Mapping[str, str],
    earlier: Kept | None,
) -> Corpus:
    """The corpus of these readings. ``marks`` maps doc_id to what names a document's content; a document with the mark
    that it had ``earlier`` is taken over. The order of the readings makes no difference."""
    ordered = tuple(sorted(readings, key=lambda reading: reading.doc_id))
    claims = Claims(ordered)
    rows = rows_of(ordered, marks, earlier, claims.starts)
    columns = columns_of(ordered, rows, earlier)
    looked_at = Profiles(claims, columns, {reading.doc_id: reading for reading in ordered})
    words = words_of(rows, looked_at, earlier)
    corpus = statistics_of(words, rows)
    same = unchanged(rows, words, corpus, earlier)
    anew = np.flatnonzero(~same)
    keys = block_keys((looked_at[row] for row in anew.tolist()), corpus, groups)
    if earlier is not None:
        order = rows.source.copy()
        order[anew] = rows.earlier + np.arange(len(anew))
        keys = earlier.keys.then(keys).take(order)
    return Corpus(ordered, claims, rows, columns, looked_at, words, corpus, same, keys)
