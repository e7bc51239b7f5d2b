"""Profiles as columns: small to keep and to send, whatever the number of claims; made into profiles where one is asked.

Words are numbers of one vocabulary. The fields of ``Profile`` decide how they are kept, by their types.

>>> ProfileColumns.of([]).size
0
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

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
_BESIDE = np.dtype([("dimension", np.int32), ("lo", np.float64), ("hi", np.float64), ("measure", np.int32)])


@dataclass(frozen=True, slots=True)
class ProfileColumns:
    """One entry a row in every column. ``texts``, ``words`` (all sets of a row, one behind the other, ``sizes`` words
    in each) and the texts of ``beside`` (the figures of the sentence) are numbers of ``vocabulary``; ``others`` says
    which of its ``kinds`` each other field is."""

    vocabulary: tuple[str, ...]
    texts: Mapping[str, NDArray[np.int32]]
    words: Ragged
    sizes: NDArray[np.int32]
    numbers: Mapping[str, NDArray[Any]]
    beside: Ragged
    others: Mapping[str, NDArray[np.int32]]
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

    def take(self, rows: Ints) -> ProfileColumns:
        """These rows, in this order, with their own words only."""
        texts = {name: codes[rows] for name, codes in self.texts.items()}
        words, beside = self.words.take(rows), self.beside.take(rows)
        used = np.zeros(len(self.vocabulary), dtype=bool)
        for codes in (*texts.values(), words.values, beside.values["dimension"], beside.values["measure"]):
            used[codes] = True
        number = (np.cumsum(used) - 1).astype(np.int32)
        vocabulary = self.vocabulary
        return _numbered_anew(
            ProfileColumns(
                tuple([vocabulary[word] for word in np.flatnonzero(used).tolist()]),
                texts, words, self.sizes[rows],
                {name: column[rows] for name, column in self.numbers.items()},
                beside,
                *_used({name: codes[rows] for name, codes in self.others.items()}, self.kinds),
            ),
            number,
        )  # fmt: skip

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
        ends = (self.words.starts[:-1, None] + np.cumsum(self.sizes, axis=1)).T.tolist()
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


def joined(parts: Sequence[ProfileColumns]) -> tuple[ProfileColumns, list[NDArray[np.int32]]]:
    """The rows of all parts, numbered one after the other, and the number in the common vocabulary of every word of
    each part."""
    words: dict[str, int] = {}
    numbers = [np.array(_numbered(part.vocabulary, words), np.int32) for part in parts]
    parts = [_numbered_anew(part, number) for part, number in zip(parts, numbers, strict=True)]
    known: dict[str, dict[Hashable, int]] = {name: {} for name in _OTHERS}
    others: dict[str, NDArray[np.int32]] = {}
    for name in _OTHERS:
        each = [np.array([known[name].setdefault(k, len(known[name])) for k in p.kinds[name]], np.int32) for p in parts]
        others[name] = _all([number[part.others[name]] for number, part in zip(each, parts, strict=True)], np.int32)
    numbers_of = {name: _all([part.numbers[name] for part in parts], kind) for name, kind in _NUMBERS.items()}
    numbers_of["row"] = np.arange(len(numbers_of["row"]))
    whole = ProfileColumns(
        tuple(words),
        {name: _all([part.texts[name] for part in parts], np.int32) for name in _TEXTS},
        Ragged.joined([part.words for part in parts], np.int32),
        np.concatenate([np.zeros((0, len(SETS)), np.int32), *(part.sizes for part in parts)]),
        numbers_of,
        Ragged.joined([part.beside for part in parts], _BESIDE),
        others,
        {name: tuple(known[name]) for name in _OTHERS},
    )
    return whole, numbers


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
            return self.columns.take(np.arange(*row.indices(len(self)))).profiles()
        return self.columns.take(np.array([row])).profiles()[0]

    def __iter__(self) -> Iterator[Profile]:
        return iter(self.columns.profiles())


def _figure(dimension: str, lo: float, hi: float, measure: str, words: dict[str, int]) -> tuple[int, float, float, int]:
    return words.setdefault(dimension, len(words)), lo, hi, words.setdefault(measure, len(words))


def _numbered(texts: Sequence[str], words: dict[str, int]) -> list[int]:
    return [words.setdefault(text, len(words)) for text in texts]


def _codes(values: Iterator[Any], known: dict[Any, int]) -> NDArray[np.int32]:
    return np.array([known.setdefault(value, len(known)) for value in values], np.int32)


def _used(
    codes: Mapping[str, NDArray[np.int32]], kinds: Mapping[str, tuple[Any, ...]]
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
    for name in ("dimension", "measure"):
        beside[name] = number[beside[name]]
    return ProfileColumns(
        columns.vocabulary,
        {name: number[codes] for name, codes in columns.texts.items()},
        Ragged(number[columns.words.values], columns.words.starts),
        columns.sizes,
        columns.numbers,
        Ragged(beside, columns.beside.starts),
        columns.others,
        columns.kinds,
    )


def _all(parts: Sequence[NDArray[Any]], kind: Any) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, kind), *parts])
