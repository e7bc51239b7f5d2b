"""Blocking: which pairs of claims are looked at, near-linear in the number of claims.

Claims meet under composite keys (dimension × measure × a subject or rare word, dimension × two rare words), as in
record linkage (Christen 2012, ch. 4). A key shared by more than ``CAP`` claims says too little and is dropped; what
it drops is counted.

>>> CAP
40
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.comparing.growing import Growing, Small
from factcheck.comparing.profile import Profile
from factcheck.comparing.ragged import Ints, Ragged, stretches
from factcheck.comparing.statistics import Statistics

CAP = 40
SMALL_GROUP = 200
_RARE_WORDS = 5
# A duration up to now and the date of its start answer the same question: when it began.
BEGINNING = {"duration": 1, "date": 2}
_OF_GROUP = np.uint64(1)
# Keys that are sorted together, and meetings of two claims under a key that are looked at together.
_KEYS_AT_ONCE = 2_000_000
_PAIRS_AT_ONCE = 2_000_000


@dataclass(frozen=True, slots=True)
class Blocks:
    """``left`` and ``right`` are rows of the claims table, left < right, sorted; ``capped`` counts the claims that a
    dropped key would have brought together with others."""

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    capped: int

    @property
    def pairs(self) -> pd.DataFrame:
        return pd.DataFrame({"left": self.left, "right": self.right})


def block(
    profiles: Sequence[Profile],
    statistics: Statistics,
    groups: Mapping[str, str] | None,
    sides: Sequence[int],
) -> Blocks:
    """Candidate pairs.

    ``groups`` maps doc_id to the value of the ``--group-by`` column: only equal values meet, and in a group of at most
    ``SMALL_GROUP`` claims of a dimension all do. ``sides`` has one number per row: rows of side 1 (``--against``) are
    not compared with each other.
    """
    keys = block_keys(profiles, statistics, groups)
    documents, dimensions = _codes(p.doc for p in profiles), _codes(p.dimension for p in profiles)
    places = Places(
        document=documents,
        passage=np.array([p.passage for p in profiles], dtype=np.int64),
        sentence=np.array([p.sentence for p in profiles], dtype=np.int64),
        dimension=dimensions,
        kind=np.array([BEGINNING.get(p.kind, 0) for p in profiles], dtype=np.int64),
        side=np.array(list(sides), dtype=np.int64),
    )
    return blocks_of(keys, places)


@dataclass(frozen=True, slots=True)
class Places:
    """What decides, beside the keys, whether two claims may be compared: one number a row in each array.

    ``kind`` is 0 but for dates and durations; ``side`` is 1 for documents that are only compared with the others.
    """

    document: Ints
    passage: Ints
    sentence: Ints
    dimension: Ints
    kind: Ints
    side: Ints

    def comparable(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """Pairs of one dimension, or of a duration with a date; of two sentences; asked for."""
        kind = self.kind
        across = (kind[left] != kind[right]) & (kind[left] != 0) & (kind[right] != 0)
        apart = np.zeros(len(left), dtype=bool)
        for column in (self.document, self.passage, self.sentence):
            apart |= column[left] != column[right]
        asked = (self.side[left] == 0) | (self.side[right] == 0)
        alike: NDArray[np.bool_] = (self.dimension[left] == self.dimension[right]) | across
        alike &= apart & asked
        return alike


def blocks_of(keys: Ragged, places: Places) -> Blocks:
    """The pairs of rows that share one of the ``keys`` (as ``hashed`` makes them) and may be compared."""
    entries = _entries(keys)
    pairs = Growing(np.int32), Growing(np.int32)
    for ends in _met(entries):
        wanted = places.comparable(*ends)
        for side, whole in zip(ends, pairs, strict=True):
            whole.add(side[wanted])
    left, right = (whole.whole() for whole in pairs)
    return Blocks(left, right, int(entries.capped.sum()))


@dataclass(frozen=True, slots=True)
class _Entries:
    """``rows`` that share a key with others, key after key, and how many stand ``behind`` each under its key.

    For every row of the table: the ``meetings`` of its entries with those behind them, and whether it has a key that
    was dropped (``capped``).
    """

    rows: NDArray[np.int32]
    behind: Small
    meetings: Ints
    capped: NDArray[np.bool_]


def _entries(keys: Ragged) -> _Entries:
    """Keys are sorted a range of their values at a time, so that no more than a part of them is in hand."""
    row_of = np.repeat(np.arange(len(keys), dtype=np.int32), keys.lengths)
    meetings, capped = np.zeros(len(keys), np.int64), np.zeros(len(keys), dtype=bool)
    rows, behind = Growing(np.int32), Growing()
    width = 2**64 // _ranges(len(row_of))
    for least in range(0, 2**64, width):
        some = np.flatnonzero((keys.values >= np.uint64(least)) & (keys.values <= np.uint64(least + width - 1)))
        some = some[np.argsort(keys.values[some], kind="stable")]
        values, found = keys.values[some], row_of[some]
        first = np.flatnonzero(np.diff(values, prepend=~values[:1]))
        sizes = np.diff(first, append=len(values))
        few = sizes <= np.where(values[first] & _OF_GROUP, SMALL_GROUP, CAP)
        capped[found[np.repeat(~few, sizes)]] = True
        met = np.repeat(few & (sizes > 1), sizes)
        left = (np.repeat(first + sizes, sizes) - np.arange(len(values)) - 1)[met]
        rows.add(found[met])
        behind.add(left)
        meetings += np.bincount(found[met], left, len(keys)).astype(np.int64)
    return _Entries(rows.whole(), behind.whole(), meetings, capped)


def _ranges(entries: int) -> int:
    """Ranges of hashes such that each has about ``_KEYS_AT_ONCE`` entries, a power of two."""
    return 1 << max(0, int(entries // _KEYS_AT_ONCE)).bit_length()


def _met(entries: _Entries) -> Iterator[tuple[Ints, Ints]]:
    """Each pair of rows once, sorted: every entry meets those behind it under its key.

    Most pairs meet under several keys, so all meetings of some left rows are made at a time.
    """
    rows, size = entries.rows, len(entries.meetings)
    for lefts in stretches(entries.meetings, _PAIRS_AT_ONCE):
        some = np.flatnonzero((rows >= lefts.start) & (rows < lefts.stop))
        counts = entries.behind[some].astype(np.int64)
        left, first = np.repeat(rows[some], counts), np.cumsum(counts) - counts
        right = rows[np.arange(len(left)) - np.repeat(first - some - 1, counts)]
        met = _distinct((left.astype(np.int64) * size + right)[left < right])
        yield met // size, met % size


def _distinct(values: Ints) -> Ints:
    """Each value once, sorted: sorting is many times faster here than ``numpy.unique``."""
    values.sort()
    return values[np.diff(values, prepend=-1) > 0]


def _codes(texts: Iterable[str]) -> Ints:
    """A number for each text, equal for equal texts."""
    seen: dict[str, int] = {}
    return np.array([seen.setdefault(text, len(seen)) for text in texts], dtype=np.int64)


def block_keys(
    profiles: Iterable[Profile],
    statistics: Statistics,
    groups: Mapping[str, str] | None,
) -> Ragged:
    """The hashed keys of every profile, in their order."""
    texts: list[str] = []
    wide: list[bool] = []
    lengths = []
    for profile in profiles:
        mine = [(key, cap) for key, _, cap in keyed((profile,), statistics, groups)]
        texts.extend(key for key, _ in mine)
        wide.extend(cap == SMALL_GROUP for _, cap in mine)
        lengths.append(len(mine))
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return Ragged(hashed(texts, wide), starts)


def hashed(keys: Sequence[str], wide: Sequence[bool]) -> NDArray[np.uint64]:
    """64 bits for each key, the lowest of which says that it is the key of a whole group.

    pandas' hash of strings depends on nothing but the text; that two of a million keys meet by chance has odds of one
    to some tens of millions, and would only make some pairs be looked at.
    """
    hashes = pd.util.hash_array(np.array(keys, dtype=object), categorize=False) if len(keys) else np.zeros(0, np.uint64)
    return (hashes & ~_OF_GROUP) | np.array(wide, dtype=np.uint64)


def keyed(
    profiles: Sequence[Profile], statistics: Statistics, groups: Mapping[str, str] | None
) -> Iterator[tuple[str, int, int]]:
    """(block key, row, how many rows may share the key) for every profile and key it has."""
    for profile in profiles:
        if not profile.dimension:
            continue
        group = groups.get(profile.doc) if groups is not None else ""
        if group is None:
            continue
        if groups is not None:
            yield f"{group}\0{profile.dimension}", profile.row, SMALL_GROUP
        for key in _keys(profile, statistics):
            yield f"{group}\0{profile.dimension}\0{key}", profile.row, CAP
        if profile.kind in BEGINNING:
            for name in sorted(profile.subject):
                yield f"{group}\0begins\0{profile.measure}\0{name}", profile.row, CAP


def _keys(profile: Profile, statistics: Statistics) -> Iterator[str]:
    product, version, _ = profile.release
    if version:
        yield f"{profile.measure}\0release {version}"
        yield f"{profile.measure}\0release {version}\0{product.lower()}"
    for name in sorted(profile.subject):
        yield f"{profile.measure}\0{name}"
    words = profile.words | profile.names | profile.identifiers
    rare = sorted(words, key=lambda word: (-statistics.rarity(word), word))[:_RARE_WORDS]
    for word in rare:
        yield f"{profile.measure}\0{word}"
    for first, second in combinations(sorted(rare), 2):
        yield f"{first}\0{second}"
    titled = sorted(profile.headings - words, key=lambda word: (-statistics.rarity(word), word))[:2]
    for word in titled:
        yield f"{profile.measure}\0{word}"
