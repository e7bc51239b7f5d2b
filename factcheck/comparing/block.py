"""Blocking: which pairs of claims are looked at, near-linear in the number of claims.

Claims meet under composite keys (dimension × measure × a subject or rare word, dimension × two rare words), as in
record linkage (Christen 2012, ch. 4). A key shared by more than ``CAP`` claims says too little and is dropped; what
it drops is counted.

>>> CAP
40
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics

CAP = 40
SMALL_GROUP = 200
_RARE_WORDS = 5
# A duration up to now and the date of its start answer the same question: when it began.
_BEGINNING = ("duration", "date")


@dataclass(frozen=True, slots=True)
class Blocks:
    """``pairs`` has the columns left, right (rows of the claims table, left < right), sorted; ``capped`` counts the
    claims that a dropped key would have brought together with others."""

    pairs: pd.DataFrame
    capped: int


def block(
    profiles: Sequence[Profile],
    statistics: Statistics,
    groups: Mapping[str, str] | None,
    sides: Sequence[int],
    common: Container[str] = frozenset(),
) -> Blocks:
    """Candidate pairs.

    ``groups`` maps doc_id to the value of the ``--group-by`` column: only equal values meet, and in a group of at most
    ``SMALL_GROUP`` claims of a dimension all do. ``sides`` has one number per row: rows of side 1 (``--against``) are
    not compared with each other. ``common`` are keys known to be shared by too many claims, where ``profiles`` are only
    some of a corpus.
    """
    rows = (each for each in keyed(profiles, statistics, groups) if each[0] not in common)
    keys = pd.DataFrame(rows, columns=["key", "row", "cap"])
    keys = keys.astype({"row": "int64", "cap": "int64"})  # without a claim they would be objects
    sizes = keys.groupby("key", sort=False)["row"].transform("size")
    kept = keys[sizes <= keys["cap"]]
    dropped = keys[(sizes > keys["cap"])]
    pairs = kept.merge(kept, on="key", suffixes=("", "_right"))
    pairs = pairs[pairs["row"] < pairs["row_right"]].rename(columns={"row": "left", "row_right": "right"})
    pairs = pairs[["left", "right"]].drop_duplicates().sort_values(["left", "right"], ignore_index=True)
    pairs = pairs[_comparable(pairs, profiles)]
    place = pd.Series([f"{p.doc}\0{p.passage}\0{p.sentence}" for p in profiles], dtype="str")
    side = pd.Series(list(sides), dtype="int64")
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    apart = place.to_numpy()[left] != place.to_numpy()[right]
    asked = (side.to_numpy()[left] == 0) | (side.to_numpy()[right] == 0)
    return Blocks(pairs[apart & asked].reset_index(drop=True), int(dropped["row"].nunique()))


def _comparable(pairs: pd.DataFrame, profiles: Sequence[Profile]) -> pd.Series:
    """Pairs of one dimension, or of a duration with a date."""
    dimension = pd.Series([p.dimension for p in profiles], dtype="str").to_numpy()
    kind = pd.Series([p.kind if p.kind in _BEGINNING else "" for p in profiles], dtype="str").to_numpy()
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    across = (kind[left] != kind[right]) & (kind[left] != "") & (kind[right] != "")
    return pd.Series((dimension[left] == dimension[right]) | across, index=pairs.index)


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
        if profile.kind in _BEGINNING:
            for name in sorted(profile.subject):
                yield f"{group}\0begins\0{profile.measure}\0{name}", profile.row, CAP


def _keys(profile: Profile, statistics: Statistics) -> Iterator[str]:
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
