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

from factcheck.comparing.profile import Profile
from factcheck.comparing.ragged import Ints, Ragged
from factcheck.comparing.statistics import Statistics

CAP = 40
SMALL_GROUP = 200
_RARE_WORDS = 5
# A duration up to now and the date of its start answer the same question: when it began.
BEGINNING = {"duration": 1, "date": 2}
_OF_GROUP = np.uint64(1)
# Meetings of two claims under a key that are looked at together.
_PAIRS_AT_ONCE = 4_000_000


@dataclass(frozen=True, slots=True)
class Blocks:
    """``left`` and ``right`` are rows of the claims table, left < right, sorted; ``capped`` counts the claims that a
    dropped key would have brought together with others."""

    left: Ints
    right: Ints
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
    rows = keys.rows
    order = np.argsort(keys.values, kind="stable")
    values, rows = keys.values[order], rows[order]
    first = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]])) if len(values) else rows
    sizes = np.diff(np.concatenate([first, [len(values)]])).astype(np.int64)
    kept = sizes <= np.where(values[first] & _OF_GROUP, SMALL_GROUP, CAP)
    capped = len(_distinct(rows[np.repeat(~kept, sizes)]))
    behind = np.repeat(np.where(kept, first + sizes, 0), sizes) - np.arange(len(values)) - 1
    met = _met(rows, np.maximum(behind, 0), len(keys) + 1)
    left, right = met // (len(keys) + 1), met % (len(keys) + 1)
    wanted = places.comparable(left, right)
    return Blocks(left[wanted], right[wanted], capped)


def _met(rows: Ints, behind: Ints, base: int) -> Ints:
    """Each pair of rows once, as ``left * base + right``, sorted: every entry meets those ``behind`` it under its key.

    Most pairs meet under several keys, so they are made some at a time.
    """
    ends = np.cumsum(behind)
    found, some = np.zeros(0, np.int64), [np.zeros(0, np.int64)]
    start = waiting = 0
    while start < len(rows):
        done = ends[start] - behind[start]
        end = max(start + 1, int(np.searchsorted(ends, done + _PAIRS_AT_ONCE, side="right")))
        counts = behind[start:end]
        left = np.repeat(rows[start:end], counts)
        first = ends[start:end] - counts - done
        right = rows[np.arange(len(left)) - np.repeat(first - np.arange(start, end) - 1, counts)]
        some.append(_distinct((left * base + right)[left < right]))
        waiting += len(some[-1])
        start = end
        if waiting > max(_PAIRS_AT_ONCE, len(found)) or start == len(rows):
            found, some, waiting = _distinct(np.concatenate([found, *some])), [], 0
    return found


def _distinct(values: Ints) -> Ints:
    """Each value once, sorted: sorting is many times faster here than ``numpy.unique``."""
    ordered = np.sort(values)
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered


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
