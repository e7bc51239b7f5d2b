"""The claims of all documents as columns, with what an earlier comparison knows of them taken over.

>>> gathered((), None, {}, None).documents
0
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.block import block_keys
from factcheck.comparing.claim_columns import ClaimColumns
from factcheck.comparing.claims import Claims
from factcheck.comparing.growing import GrowingLists
from factcheck.comparing.inside import has_faults
from factcheck.comparing.kept import Kept
from factcheck.comparing.prepared import joined, prepared
from factcheck.comparing.profile import Profile
from factcheck.comparing.profile_columns import ProfileColumns, StoredProfiles
from factcheck.comparing.profiles import Profiles
from factcheck.comparing.ragged import Ints, Ragged, stretches
from factcheck.comparing.spread import Spread, in_turn
from factcheck.comparing.statistics import Statistics
from factcheck.comparing.table import claims_table
from factcheck.comparing.words import Numbers, Words, changed_words, statistics_of, words_of_documents
from factcheck.model import Reading
from factcheck.rulebook import Rule

LARGE = 20_000
"""A corpus of so many claims is compared in parts."""
# Claims that are prepared at a time, and rows of which keys are made at a time.
_CLAIMS, _ROWS = 3_000, 5_000


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
    ends = ((rows.starts[document], rows.starts[document + 1]) for document in rows.fresh.tolist())
    members = ([looked_at[row] for row in range(*each)] for each in ends)
    made = words_of_documents(members, Numbers(() if earlier is None else earlier.vocabulary))
    if earlier is None:
        return made
    return Words(
        made.vocabulary,
        earlier.words.then(made.words).take(rows.source),
        earlier.said.then(made.said).take(rows.document),
        earlier.contrasts.then(made.contrasts).take(rows.document),
    )


def unchanged(rows: Rows, words: Words, corpus: Statistics, earlier: Kept | None) -> NDArray[np.bool_]:
    """The rows of the earlier comparison no word of which has become rarer, commoner or more telling."""
    if earlier is None:
        return np.zeros(len(rows.source), dtype=bool)
    before = Words(earlier.vocabulary, earlier.words, earlier.said, earlier.contrasts)
    changed = changed_words(before, Statistics(earlier.documents, {}, {}), words, corpus)
    return (rows.source < rows.earlier) & ~words.words.has(changed)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that comparing looks at. ``same`` marks the rows of which everything found before holds; ``computed`` the
    documents that contradict their own arithmetic or cannot be recomputed; ``stored`` holds the profiles of a corpus
    that is compared in parts."""

    readings: tuple[Reading, ...]
    claims: Claims
    rows: Rows
    columns: ClaimColumns
    looked_at: Sequence[Profile]
    words: Words
    statistics: Statistics
    same: NDArray[np.bool_]
    keys: Ragged
    computed: NDArray[np.bool_]
    stored: ProfileColumns | None = None

    @property
    def documents(self) -> int:
        return len(self.readings)

    @property
    def document_of_rows(self) -> Ints:
        """The place of each row's document in the order of their ids."""
        return np.repeat(np.arange(self.documents), np.diff(self.claims.starts))


def gathered(
    readings: Iterable[Reading],
    groups: Mapping[str, str] | None,
    marks: Mapping[str, str],
    earlier: Kept | None,
    rules: Sequence[Rule] = (),
    spread: Spread = in_turn,
) -> Corpus:
    """The corpus of these readings. ``marks`` maps doc_id to what names a document's content; a document with the mark
    that it had ``earlier`` is taken over. The order of the readings makes no difference.

    A large corpus is prepared some documents at a time, wherever ``spread`` takes them.
    """
    ordered = tuple(sorted(readings, key=lambda reading: reading.doc_id))
    claims = Claims(ordered)
    if earlier is None and len(claims) >= LARGE:
        return _in_parts(ordered, claims, groups, rules, spread)
    rows = rows_of(ordered, marks, earlier, claims.starts)
    columns = columns_of(ordered, rows, earlier)
    looked_at = Profiles(claims, columns, {reading.doc_id: reading for reading in ordered}, groups)
    words = words_of(rows, looked_at, earlier)
    corpus = statistics_of(words, rows.starts)
    same = unchanged(rows, words, corpus, earlier)
    anew = np.flatnonzero(~same)
    keys = block_keys((looked_at[row] for row in anew.tolist()), corpus, groups)
    if earlier is not None:
        order = rows.source.copy()
        order[anew] = rows.earlier + np.arange(len(anew))
        keys = earlier.keys.then(keys).take(order)
    computed = _computed(ordered, rows, rules, earlier)
    return Corpus(ordered, claims, rows, columns, looked_at, words, corpus, same, keys, computed)


def _computed(
    readings: Sequence[Reading], rows: Rows, rules: Sequence[Rule], earlier: Kept | None
) -> NDArray[np.bool_]:
    """Which documents contradict their own arithmetic, or cannot be recomputed: asked of those that are new."""
    before = np.zeros(0, dtype=bool) if earlier is None else earlier.computed
    fresh = np.array([has_faults(readings[number], rules) for number in rows.fresh.tolist()], dtype=bool)
    known: NDArray[np.bool_] = np.concatenate([before, fresh])[rows.document]
    return known


def _in_parts(
    readings: tuple[Reading, ...],
    claims: Claims,
    groups: Mapping[str, str] | None,
    rules: Sequence[Rule],
    spread: Spread,
) -> Corpus:
    """The corpus, prepared some documents at a time: the claims of all of them are never in one place."""
    made = joined(spread(partial(prepared, groups=groups, rules=rules), _some(readings, claims.starts)))
    rows = rows_of(readings, {}, None, claims.starts)
    words = made.words
    statistics = statistics_of(words, claims.starts)
    same = np.zeros(len(claims), dtype=bool)
    keys = GrowingLists(np.uint64)
    for some in spread(partial(_keys_of, groups=groups), _pieces(made.profiles, statistics)):
        keys.add(some)
    looked_at = StoredProfiles(made.profiles)
    return Corpus(
        readings,
        claims,
        rows,
        made.columns,
        looked_at,
        words,
        statistics,
        same,
        keys.whole(),
        made.computed,
        made.profiles,
    )


def _some(readings: Sequence[Reading], starts: Ints) -> Iterator[tuple[Reading, ...]]:
    """The readings in order, about ``_CLAIMS`` claims at a time."""
    return (tuple(readings[each]) for each in stretches(np.diff(starts), _CLAIMS))


def _pieces(profiles: ProfileColumns, statistics: Statistics) -> Iterator[tuple[ProfileColumns, Statistics]]:
    for start in range(0, profiles.size, _ROWS):
        piece = profiles.take(np.arange(start, min(start + _ROWS, profiles.size)))
        yield piece, statistics.of(piece.vocabulary)


def _keys_of(piece: tuple[ProfileColumns, Statistics], groups: Mapping[str, str] | None) -> Ragged:
    profiles, statistics = piece
    return block_keys(profiles.profiles(), statistics, groups)
