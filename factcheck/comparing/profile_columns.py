"""Profiles as columns: small to keep and to send, whatever the number of claims; made into profiles where one is asked.

Words are numbers of one vocabulary. The fields of ``Profile`` decide how they are kept, by their types.

>>> ProfileColumns.of([]).size
0
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.growing import Growing, GrowingLists, Small
from factcheck.comparing.profile import Profile
from factcheck.comparing.ragged import Ints, Ragged

_FIELDS = tuple((field.name, str(field.type)) for field in fields(Profile))
_TEXTS = tuple(name for name, kind in _FIELDS if kind == "str")
SETS = tuple(name for name, kind in _FIELDS if kind == "frozenset[str]")
"""The fields that are sets of words."""
_NUMBERS: Mapping[str, Any] = {
    name: {"int": np.int64, "float": np.float64, "bool": np.bool_}[kind]
    for name, kind in _FIELDS
    if kind in ("int", "float", "bool")
}
# What follows from other fields.
_DERIVED = ("value", "others", "measured")
_OTHERS = tuple(name for name, _ in _FIELDS if name not in {*_TEXTS, *SETS, *_NUMBERS, *_DERIVED})
_WORDS_BESIDE = ("dimension", "measure")
_BESIDE = np.dtype([("dimension", np.int32), ("lo", np.float64), ("hi", np.float64), ("measure", np.int32)])


@dataclass(frozen=True, slots=True)
class ProfileColumns:
    """One entry a row in every column. ``texts``, ``words`` (all sets of a row, one behind the other, ``sizes`` words
    in each) and the texts of ``beside`` (the figures of the sentence) are numbers of ``vocabulary``; ``others`` says
    which of its ``kinds`` each other field is."""

    vocabulary: tuple[str, ...]
    texts: Mapping[str, NDArray[np.int32]]
    words: Ragged
    sizes: Small
    numbers: Mapping[str, NDArray[Any]]
    beside: Ragged
    others: Mapping[str, Small]
    kinds: Mapping[str, tuple[Any, ...]]

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> ProfileColumns:
        words: dict[str, int] = {}
        known: dict[str, dict[Hashable, int]] = {name: {} for name in _OTHERS}
        sets = [[_numbered(sorted(getattr(profile, name)), words) for name in SETS] for profile in profiles]
        sizes = np.array([[len(each) for each in row] for row in sets], np.int32).reshape(len(sets), len(SETS))
        texts = {name: _codes((getattr(each, name) for each in profiles), words) for name in _TEXTS}
        beside = [[_figure(*figure, words) for figure in each.measured] for each in profiles]
        return cls(
            texts=texts,
            words=Ragged.of([[word for each in row for word in each] for row in sets], np.int32),
            sizes=sizes,
            numbers={name: np.array([getattr(p, name) for p in profiles], kind) for name, kind in _NUMBERS.items()},
            beside=Ragged.of(beside, _BESIDE),
            others={name: _codes((getattr(p, name) for p in profiles), known[name]) for name in _OTHERS},
            kinds={name: tuple(known[name]) for name in _OTHERS},
            vocabulary=tuple(words),
        )

    @property
    def size(self) -> int:
        return len(self.sizes)

    def __str__(self) -> str:
        return f"{self.size} claims"

    def at(self, rows: Ints) -> ProfileColumns:
        """These rows, in this order."""
        return ProfileColumns(
            self.vocabulary,
            {name: codes[rows] for name, codes in self.texts.items()},
            self.words.take(rows),
            self.sizes[rows],
            {name: column[rows] for name, column in self.numbers.items()},
            self.beside.take(rows),
            {name: codes[rows] for name, codes in self.others.items()},
            self.kinds,
        )

    def take(self, rows: Ints) -> ProfileColumns:
        """These rows, in this order, with their own words and kinds only: small enough to be sent."""
        some = self.at(rows)
        used = np.zeros(len(self.vocabulary), dtype=bool)
        for codes in (*some.texts.values(), some.words.values, *(some.beside.values[name] for name in _WORDS_BESIDE)):
            used[codes] = True
        vocabulary = self.vocabulary
        own = tuple([vocabulary[word] for word in np.flatnonzero(used).tolist()])
        others, kinds = _used(some.others, self.kinds)
        number = (np.cumsum(used) - 1).astype(np.int32)
        return replace(_numbered_anew(some, number), vocabulary=own, others=others, kinds=kinds)

    def profiles(self) -> list[Profile]:
        """The profile of every row."""
        columns: dict[str, list[Any]] = {**self._texts(), **self._sets(), **self._plain(), **self._derived()}
        return [Profile(*row) for row in zip(*(columns[name] for name, _ in _FIELDS), strict=True)]

    def _texts(self) -> dict[str, list[str]]:
        vocabulary = self.vocabulary
        return {name: [vocabulary[code] for code in codes.tolist()] for name, codes in self.texts.items()}

    def _sets(self) -> dict[str, list[frozenset[str]]]:
        """Equal sets are one."""
        vocabulary, flat = self.vocabulary, self.words.values.tolist()
        ends = (self.words.starts[:-1, None] + np.cumsum(self.sizes, axis=1, dtype=np.int64)).T.tolist()
        lengths = self.sizes.T.tolist()
        known: dict[tuple[int, ...], frozenset[str]] = {(): frozenset()}
        found: dict[str, list[frozenset[str]]] = {}
        for name, ends_of, lengths_of in zip(SETS, ends, lengths, strict=True):
            column = found[name] = []
            for end, length in zip(ends_of, lengths_of, strict=True):
                key = tuple(flat[end - length : end])
                one = known.get(key)
                if one is None:
                    one = known[key] = frozenset([vocabulary[word] for word in key])
                column.append(one)
        return found

    def _plain(self) -> dict[str, list[Any]]:
        plain = {name: column.tolist() for name, column in self.numbers.items()}
        for name, codes in self.others.items():
            kinds = self.kinds[name]
            plain[name] = [kinds[code] for code in codes.tolist()]
        return plain

    def _derived(self) -> dict[str, list[Any]]:
        """The value, and the figures of the sentence with and without their measures."""
        vocabulary, flat, starts = self.vocabulary, self.beside.values.tolist(), self.beside.starts.tolist()
        dimensions = [vocabulary[code] for code in self.texts["dimension"].tolist()]
        ends = (self.numbers[end].tolist() for end in ("lo", "hi"))
        measured = [
            frozenset([(vocabulary[d], lo, hi, vocabulary[m]) for d, lo, hi, m in flat[start:end]])
            for start, end in pairwise(starts)
        ]
        return {
            "value": list(zip(dimensions, *ends, strict=True)),
            "measured": measured,
            "others": [frozenset([each[:3] for each in one]) for one in measured],
        }


class GrowingProfiles:
    """The rows of parts, numbered one after the other, with the words of all of them in one vocabulary."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._known: dict[str, dict[Hashable, int]] = {name: {} for name in _OTHERS}
        self._texts = {name: Growing(np.int32) for name in _TEXTS}
        self._sets, self._sizes, self._beside = GrowingLists(np.int32), Growing(), GrowingLists(_BESIDE)
        self._numbers = {name: Growing(None if kind is np.int64 else kind) for name, kind in _NUMBERS.items()}
        self._others = {name: Growing() for name in _OTHERS}

    def add(self, part: ProfileColumns) -> NDArray[np.int32]:
        """Returns the number in the common vocabulary of every word of the part."""
        number = _codes(part.vocabulary, self._words)
        part = _numbered_anew(part, number)
        for name in _TEXTS:
            self._texts[name].add(part.texts[name])
        for name in _NUMBERS:
            self._numbers[name].add(part.numbers[name])
        for name, known in self._known.items():
            self._others[name].add(_codes(part.kinds[name], known)[part.others[name]])
        self._sets.add(part.words)
        self._sizes.add(part.sizes.ravel())
        self._beside.add(part.beside)
        return number

    def whole(self) -> ProfileColumns:
        sizes = self._sizes.whole().reshape(-1, len(SETS))
        numbers = {name: column.whole() for name, column in self._numbers.items()}
        return ProfileColumns(
            tuple(self._words),
            {name: column.whole() for name, column in self._texts.items()},
            self._sets.whole(),
            sizes,
            numbers | {"row": np.arange(len(sizes), dtype=np.int32)},
            self._beside.whole(),
            {name: column.whole() for name, column in self._others.items()},
            {name: tuple(known) for name, known in self._known.items()},
        )


class StoredProfiles(Sequence[Profile]):
    """The profiles of these columns, each made when it is asked for."""

    def __init__(self, columns: ProfileColumns) -> None:
        self.columns = columns

    def __len__(self) -> int:
        return self.columns.size

    @overload
    def __getitem__(self, row: int) -> Profile: ...

    @overload
    def __getitem__(self, row: slice) -> list[Profile]: ...

    def __getitem__(self, row: int | slice) -> Profile | list[Profile]:
        if isinstance(row, slice):
            return self.columns.at(np.arange(*row.indices(len(self)))).profiles()
        return self.columns.at(np.array([row])).profiles()[0]

    def __iter__(self) -> Iterator[Profile]:
        return iter(self.columns.profiles())


def _figure(dimension: str, lo: float, hi: float, measure: str, words: dict[str, int]) -> tuple[int, float, float, int]:
    return words.setdefault(dimension, len(words)), lo, hi, words.setdefault(measure, len(words))


def _numbered(values: Iterable[Any], known: dict[Any, int]) -> list[int]:
    return [known.setdefault(value, len(known)) for value in values]


def _codes(values: Iterable[Any], known: dict[Any, int]) -> NDArray[np.int32]:
    return np.array(_numbered(values, known), np.int32)


def _used(
    codes: Mapping[str, Small], kinds: Mapping[str, tuple[Any, ...]]
) -> tuple[dict[str, NDArray[np.int32]], dict[str, tuple[Any, ...]]]:
    """Only those kinds that some row has."""
    anew, left = {}, {}
    for name, column in codes.items():
        used, which = np.unique(column, return_inverse=True)
        anew[name] = which.astype(np.int32)
        left[name] = tuple([kinds[name][code] for code in used.tolist()])
    return anew, left


def _numbered_anew(columns: ProfileColumns, number: NDArray[np.int32]) -> ProfileColumns:
    """With ``number[word]`` for every word; the vocabulary is left as it is."""
    beside = columns.beside.values.copy()
    for name in _WORDS_BESIDE:
        beside[name] = number[beside[name]]
    return replace(
        columns,
        texts={name: number[codes] for name, codes in columns.texts.items()},
        words=Ragged(number[columns.words.values], columns.words.starts),
        beside=Ragged(beside, columns.beside.starts),
    )
