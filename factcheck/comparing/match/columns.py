"""What most features look at of each claim, as columns: words as numbers, values and times as floats, keys as numbers.

>>> sets = Sets.of([[3, 1], [], [2, 1]])
>>> sets.padded(np.array([2, 1]), 2, -1).tolist()
[[2, 1], [-1, -1]]
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.match.features.context import dates_a_figure
from factcheck.comparing.match.features.value import middle
from factcheck.comparing.match.keys import KEYS, PLAIN
from factcheck.comparing.profile import Profile
from factcheck.comparing.ragged import Ints, Ragged
from factcheck.comparing.statistics import Statistics
from factcheck.lexicon.single_events import happens_once

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

# The sets of words that are compared for every pair.
SETS = ("words", "near", "headings")
FILLINGS = (-1, -2, -3, -4)
"""Numbers that stand for no word, where sets are filled up to one width: as an index they lead to nothing."""
_NOTHING = (0,) * len(FILLINGS)
# Texts of which only equality is asked.
_TEXTS = ("doc", "dimension", "measure", "role", "primary", "told")
_FLAGS = ("held", "timeless", "once", "dates", "dating", "figured", "given")
_NUMBERS = ("lo", "hi", "middle", "published", "start", "end")


@dataclass(frozen=True, slots=True)
class Sets:
    """A set of numbers for each row."""

    lists: Ragged

    @classmethod
    def of(cls, sets: Sequence[Sequence[int]]) -> Sets:
        return cls(Ragged.of(sets, np.int32))

    @property
    def sizes(self) -> Ints:
        return self.lists.lengths

    def padded(self, rows: Ints, width: int, filling: int) -> NDArray[np.int32]:
        """The sets of these rows, side by side, the shorter ones filled up; none has more than ``width``."""
        starts, lengths = self.lists.starts[rows], self.lists.lengths[rows]
        places = np.arange(width)
        there = places < lengths[:, None]
        at = np.where(there, starts[:, None] + places, 0)
        values = self.lists.values if len(self.lists.values) else np.zeros(1, np.int32)
        return np.where(there, values[at], np.int32(filling))


@dataclass(frozen=True, slots=True)
class Columns:
    """One entry a row in every array. ``mass`` and ``contrast`` have one for every word number: how rare it is, and how
    often it tells values apart; behind them stands nothing for each of ``FILLINGS``.

    ``numbers`` holds the ends of the value and its middle, the time of publication (minutes, NaN if unknown) and the
    days the claim holds at (infinite where open); ``held`` says that these are known; ``codes`` has a number for the
    key of each feature, ``texts`` one for each text; ``plain`` is as in ``keys``; ``dating`` marks dates that say
    when a figure holds, ``figured`` years beside figures, ``given`` documents that were given in a group.
    """

    sets: Mapping[str, Sets]
    mass: Ints
    contrast: Ints
    numbers: Mapping[str, Floats]
    texts: Mapping[str, Ints]
    codes: Mapping[str, Ints]
    plain: Mapping[str, Flags]
    held: Flags
    timeless: Flags
    once: Flags
    dates: Flags
    dating: Flags
    figured: Flags
    given: Flags
    measured: Ints
    """The word number of the measure."""

    @classmethod
    def of(cls, profiles: Iterable[Profile], corpus: Statistics) -> Columns:
        made = _Making()
        for profile in profiles:
            made.add(profile)
        return made.columns(corpus)


class _Making:
    """Columns while rows are added."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._sets: dict[str, list[list[int]]] = {name: [] for name in SETS}
        self._numbers: dict[str, list[float]] = {name: [] for name in _NUMBERS}
        self._texts: dict[str, tuple[dict[Hashable, int], list[int]]] = {name: ({}, []) for name in _TEXTS}
        self._codes: dict[str, tuple[dict[Hashable, int], list[int]]] = {name: ({}, []) for name in KEYS}
        self._plain: dict[str, list[bool]] = {name: [] for name in PLAIN}
        self._flags: dict[str, list[bool]] = {name: [] for name in _FLAGS}
        self._measured: list[int] = []

    def add(self, profile: Profile) -> None:
        words = self._words
        for name, sets in self._sets.items():
            sets.append([words.setdefault(word, len(words)) for word in getattr(profile, name)])
        for name, (known, numbers) in self._texts.items():
            numbers.append(known.setdefault(getattr(profile, name), len(known)))
        for name, (known, numbers) in self._codes.items():
            numbers.append(known.setdefault(KEYS[name](profile), len(known)))
        for name, flags in self._plain.items():
            flags.append(PLAIN[name](profile))
        for name, number in zip(_NUMBERS, _numbers(profile), strict=True):
            self._numbers[name].append(number)
        once = happens_once(profile.measure)
        is_date = profile.dimension == "date"
        dating = is_date and dates_a_figure(profile)
        figured = is_date and profile.year and bool(profile.measured)
        told = (profile.as_of is not None, profile.timeless, once, is_date, dating, figured, bool(profile.told))
        for flags, flag in zip(self._flags.values(), told, strict=True):
            flags.append(flag)
        self._measured.append(words.setdefault(profile.measure, len(words)))

    def columns(self, corpus: Statistics) -> Columns:
        return Columns(
            sets={name: Sets.of(sets) for name, sets in self._sets.items()},
            mass=np.array([*(corpus.rarity(word) for word in self._words), *_NOTHING], dtype=np.int64),
            contrast=np.array([*(corpus.contrast.get(word, 0) for word in self._words), *_NOTHING], dtype=np.int64),
            numbers={name: np.array(numbers, dtype=np.float64) for name, numbers in self._numbers.items()},
            texts={name: np.array(numbers, dtype=np.int64) for name, (_, numbers) in self._texts.items()},
            codes={name: np.array(numbers, dtype=np.int64) for name, (_, numbers) in self._codes.items()},
            plain={name: np.array(flags, dtype=bool) for name, flags in self._plain.items()},
            measured=np.array(self._measured, dtype=np.int64),
            **{name: np.array(flags, dtype=bool) for name, flags in self._flags.items()},
        )


def _numbers(profile: Profile) -> Iterator[float]:
    yield from (profile.lo, profile.hi, middle(profile), profile.published)
    held = profile.as_of
    start, end = (None, None) if held is None else (held.start, held.end)
    yield -math.inf if start is None else float(start.toordinal())
    yield math.inf if end is None else float(end.toordinal())
