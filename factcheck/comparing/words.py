"""The words of claims and documents as numbers, and what they count for in the statistics.

>>> words_of_documents([], Numbers(())).vocabulary
()
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.profile import Profile
from factcheck.comparing.profile_columns import SETS
from factcheck.comparing.ragged import Ints, Ragged
from factcheck.comparing.statistics import MOST_CONTRASTS, Statistics, contrasts, said


@dataclass(frozen=True, slots=True)
class Words:
    """The words of claims and documents as numbers; see ``Kept``. A claim may have a word more than once."""

    vocabulary: tuple[str, ...]
    words: Ragged
    said: Ragged
    contrasts: Ragged

    def counts(self) -> tuple[Ints, Ints]:
        """How many documents say each word, and how often it told two values apart."""
        size = len(self.vocabulary)
        return np.bincount(self.said.values, minlength=size), np.bincount(self.contrasts.values, minlength=size)


def words_of_documents(documents: Iterable[Sequence[Profile]], number: Numbers) -> Words:
    """The words of the claims of these documents."""
    listed = tuple(documents)
    words = Ragged.of([number.all(weighed(member)) for members in listed for member in members], np.int32)
    counted = counted_words(listed, number)
    return Words(number.vocabulary, words, *counted)


def counted_words(documents: Sequence[Sequence[Profile]], number: Numbers) -> tuple[Ragged, Ragged]:
    """``said`` and ``contrasts`` of these documents, each given as its claims."""
    spoken = [number.all(said(members)) if members else [] for members in documents]
    telling = [number.all(contrasts(members).elements()) for members in documents]
    return Ragged.of(spoken, np.int32), Ragged.of(telling, np.int32)


def weighed(profile: Profile) -> frozenset[str]:
    """Every word of a profile that could be weighed."""
    return frozenset[str]().union(*(getattr(profile, name) for name in SETS))


class Numbers:
    """A number for every word, in the order in which they were first met."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = dict(zip(vocabulary, range(len(vocabulary)), strict=True))

    @property
    def vocabulary(self) -> tuple[str, ...]:
        return tuple(self._numbers)

    def all(self, words: Iterable[str]) -> list[int]:
        numbers = self._numbers
        return [numbers.setdefault(word, len(numbers)) for word in words]


def statistics_of(words: Words, starts: Ints) -> Statistics:
    """``starts`` are the first rows of all documents: those without a claim say nothing."""
    frequency, contrast = words.counts()
    documents = int((np.diff(starts) > 0).sum())
    return Statistics(documents, _nonzero(words.vocabulary, frequency), _nonzero(words.vocabulary, contrast))


def _nonzero(vocabulary: Sequence[str], counts: Ints) -> dict[str, int]:
    return {word: count for word, count in zip(vocabulary, counts.tolist(), strict=True) if count}


def changed_words(before: Words, old: Statistics, words: Words, new: Statistics) -> NDArray[np.bool_]:
    """Which words have become rarer, commoner or more telling, or are new; the words of ``before`` come first."""
    known, now = weights_of(before, old.rarity_of), weights_of(words, new.rarity_of)
    changed = np.ones(len(words.vocabulary), dtype=bool)
    changed[: len(known)] = (known != now[: len(known)]).any(axis=1)
    return changed


def weights_of(words: Words, rarity_of: Callable[[int], int]) -> Ints:
    """The rarity of every word and how telling it is, as far as that makes a difference."""
    frequency, contrast = words.counts()
    most = int(frequency.max(initial=0))
    met = np.bincount(frequency, minlength=most + 1).tolist()
    rarities = np.array([rarity_of(count) if times else 0 for count, times in enumerate(met)], dtype=np.int64)
    return np.column_stack([rarities[frequency], np.minimum(contrast, MOST_CONTRASTS)])
