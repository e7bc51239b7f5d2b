"""Corpus statistics: the one aggregate between reading and comparing.

>>> corpus = Statistics(documents=2, frequency={"ferry": 2, "sank": 1}, contrast={})
>>> corpus.rarity("sank") > corpus.rarity("ferry")
True
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.comparing.profile import Profile

# A corpus of two articles says nothing about which words are common in the language: this many silent documents
# are added, so that rarity grows smoothly from "all equal" to inverse document frequency.
_SILENT_DOCUMENTS = 20

# Two sentences of one document with this share of common words are made from one template; the words that still
# tell them apart are what the author uses to tell apart things.
_TEMPLATE_OVERLAP = 0.5
_TEMPLATE_NEIGHBOURS = 40

MOST_CONTRASTS = 5
"""A word that told so many values apart tells things apart; more times prove nothing more."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """``frequency`` counts documents per word; ``contrast`` counts, per word, pairs of sentences of one document
    that state different values of one measure and are told apart by that word."""

    documents: int
    frequency: Mapping[str, int]
    contrast: Mapping[str, int]
    _rarities: dict[str, int] = field(init=False, repr=False, compare=False)
    _unseen: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_count = {count: self.rarity_of(count) for count in set(self.frequency.values())}
        rarities = {word: by_count[count] for word, count in self.frequency.items()}
        object.__setattr__(self, "_rarities", rarities)
        object.__setattr__(self, "_unseen", self.rarity_of(0))

    def rarity(self, word: str) -> int:
        """Inverse document frequency in tenths of a nat, an integer so that sums do not depend on their order."""
        return self._rarities.get(word, self._unseen)

    def mass(self, words: Iterable[str]) -> int:
        rarities, unseen = self._rarities, self._unseen
        return sum([rarities.get(word, unseen) for word in words])

    def of(self, words: Iterable[str]) -> Statistics:
        """The same for these words alone: what a part of a comparison needs."""
        known = list(words)
        frequency, contrast = self.frequency, self.contrast
        return Statistics(
            self.documents,
            {word: frequency[word] for word in known if word in frequency},
            {word: contrast[word] for word in known if word in contrast},
        )

    def rarity_of(self, count: int) -> int:
        """The rarity of a word that so many documents have.

        Both logarithms are rounded by themselves: one document more moves the words that it has, and not each word
        that happened to be at the edge between two tenths.
        """
        return max(1, _tenths(self.documents + _SILENT_DOCUMENTS) - _tenths(count + 1))


def _tenths(number: int) -> int:
    return round(10 * math.log(number))


def statistics(profiles: Sequence[Profile]) -> Statistics:
    by_document: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        by_document[profile.doc].append(profile)
    frequency: Counter[str] = Counter()
    contrast: Counter[str] = Counter()
    for members in by_document.values():
        frequency.update(said(members))
        contrast.update(contrasts(members))
    return Statistics(len(by_document), frequency, contrast)


def said(members: Sequence[Profile]) -> frozenset[str]:
    """The words that a document with these claims counts for."""
    return frozenset[str]().union(*(m.words | m.names | m.headings for m in members))


def contrasts(members: Sequence[Profile]) -> Counter[str]:
    """Words that separate different values of one measure within one document."""
    found: Counter[str] = Counter()
    by_measure: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for member in members:
        by_measure[member.dimension, member.measure].append(member)
    for alike in by_measure.values():
        for position, left in enumerate(alike):
            for right in alike[position + 1 : position + _TEMPLATE_NEIGHBOURS]:
                found.update(_separators(left, right))
    return found


def _separators(left: Profile, right: Profile) -> frozenset[str]:
    if left.value == right.value or (left.passage == right.passage and left.sentence == right.sentence):
        return frozenset()
    common, either = len(left.words & right.words), len(left.words | right.words)
    if not either or common / either < _TEMPLATE_OVERLAP:
        return frozenset()
    return left.words ^ right.words
