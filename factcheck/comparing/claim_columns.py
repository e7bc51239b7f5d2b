"""The claims table as arrays, a column of texts as numbers of words: small to keep, quick to take rows of.

>>> table = pd.DataFrame({"doc": ["a.md", "a.md", "b.md"], "lo": [3.0, 4.0, 5.0]})
>>> claims = ClaimColumns.of(table).take(np.array([2, 0]))
>>> claims.column("doc").tolist(), claims.column("lo").tolist()
(['b.md', 'a.md'], [5.0, 3.0])
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from factcheck.comparing.growing import Growing, Small
from factcheck.comparing.ragged import Ints

Plain = NDArray[Any]

# Of a row only its claim needs to know these.
_OF_CLAIM = frozenset({"row", "claim_id"})
# Words that nobody says any more are dropped once there are so many times as many words as rows.
_MOST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Texts:
    """Row ``n`` says ``words[codes[n]]``. A word may stand among the words twice."""

    codes: Small
    words: NDArray[np.object_]

    @classmethod
    def of(cls, values: NDArray[np.object_]) -> Texts:
        codes, words = pd.factorize(values)
        return cls(codes.astype(np.int32), words)

    def at(self, rows: Ints | slice) -> NDArray[np.object_]:
        found: NDArray[np.object_] = self.words[self.codes[rows]]
        return found

    def take(self, rows: Ints) -> Texts:
        return Texts(self.codes[rows], self.words)

    def then(self, other: Texts) -> Texts:
        codes = np.concatenate([self.codes, other.codes + np.int32(len(self.words))])
        joined = Texts(codes, np.concatenate([self.words, other.words]))
        return joined.distinct() if len(joined.words) > _MOST_WORDS * len(codes) else joined

    def used(self, rows: Ints) -> Texts:
        """These rows, with the words that they say."""
        used, codes = np.unique(self.codes[rows], return_inverse=True)
        return Texts(codes.astype(np.int32), self.words[used])

    def distinct(self) -> Texts:
        """The same with each word once, and none that no row says."""
        used, codes = np.unique(self.codes, return_inverse=True)
        again, words = pd.factorize(self.words[used])
        return Texts(again[codes].astype(np.int32), words)

    def mapped(self, numbers: Mapping[str, int]) -> Ints:
        """The number of the word of each row, 0 for words without one."""
        each = np.array([numbers.get(word, 0) for word in self.words.tolist()], dtype=np.int64)
        return each[self.codes] if len(each) else np.zeros(len(self.codes), np.int64)

    def numbered(self) -> Ints:
        """A number for each row, equal for equal words."""
        known: dict[str, int] = {}
        for word in self.words.tolist():
            known.setdefault(word, len(known))
        return self.mapped(known)


Column = Plain | Texts


@dataclass(frozen=True, slots=True)
class ClaimColumns:
    """``columns`` by name, each with ``size`` rows."""

    columns: Mapping[str, Column]
    size: int

    @classmethod
    def of(cls, table: pd.DataFrame) -> ClaimColumns:
        """The columns of a claims table, but for those that only the claim itself needs."""
        return cls({name: _column(table[name]) for name in table.columns if name not in _OF_CLAIM}, len(table))

    def __len__(self) -> int:
        return self.size

    def column(self, name: str, rows: Ints | slice = slice(None)) -> Plain:
        """The values of a column at these rows; texts as objects."""
        column = self.columns[name]
        return column.at(rows) if isinstance(column, Texts) else column[rows]

    def texts(self, name: str) -> Texts:
        column = self.columns[name]
        if not isinstance(column, Texts):
            raise KeyError(f"{name} is no column of texts")
        return column

    def take(self, rows: Ints) -> ClaimColumns:
        """These rows, in this order."""
        taken = {
            name: each.take(rows) if isinstance(each, Texts) else each[rows] for name, each in self.columns.items()
        }
        return ClaimColumns(taken, len(rows))

    def part(self, rows: Ints, names: Iterable[str] | None = None) -> ClaimColumns:
        """These rows of the columns of these names, small enough to be sent."""
        wanted = self.columns if names is None else {name: self.columns[name] for name in names}
        taken = {name: each.used(rows) if isinstance(each, Texts) else each[rows] for name, each in wanted.items()}
        return ClaimColumns(taken, len(rows))

    def then(self, other: ClaimColumns) -> ClaimColumns:
        """These rows, then the others, of the same columns."""
        joined: dict[str, Column] = {}
        for name, mine in self.columns.items():
            theirs = other.columns[name]
            if isinstance(mine, Texts) and isinstance(theirs, Texts):
                joined[name] = mine.then(theirs)
            else:
                joined[name] = np.concatenate([mine, theirs])
        return ClaimColumns(joined, self.size + other.size)

    def pairs(self, pairs: pd.DataFrame, names: Iterable[str] | None = None) -> pd.DataFrame:
        """``pairs`` (rows ``left`` and ``right``) with each column twice, as ``left_…`` and ``right_…``."""
        wanted = list(self.columns if names is None else names)
        sides = [(side, pairs[side].to_numpy()) for side in ("left", "right")]
        added = {f"{side}_{name}": _series(self.column(name, rows)) for side, rows in sides for name in wanted}
        given = {str(name): pairs[name].reset_index(drop=True) for name in pairs.columns}
        return pd.DataFrame(given | added)

    def to_arrow(self) -> pa.Table:
        """A table in which texts are dictionaries."""
        return pa.table({name: _to_arrow(column) for name, column in self.columns.items()})

    @classmethod
    def of_arrow(cls, table: pa.Table) -> ClaimColumns:
        return cls({name: _of_arrow(table[name]) for name in table.column_names}, len(table))


class GrowingTexts:
    """The rows of parts, one part after the other; each word once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._codes = Growing()

    def add(self, part: Texts) -> None:
        numbers = self._numbers
        number = np.array([numbers.setdefault(word, len(numbers)) for word in part.words.tolist()], np.int32)
        self._codes.add(number[part.codes])

    def whole(self) -> Texts:
        words = np.empty(len(self._numbers), dtype=object)
        words[:] = list(self._numbers)
        return Texts(self._codes.whole(), words)


class GrowingClaims:
    """The rows of parts (at least one), one part after the other."""

    def __init__(self) -> None:
        # Growing as the column is: of texts or of numbers.
        self._columns: dict[str, Any] = {}
        self._size = 0

    def add(self, part: ClaimColumns) -> None:
        self._size += len(part)
        for name, column in part.columns.items():
            if name not in self._columns:
                self._columns[name] = _growing(column)
            self._columns[name].add(column)

    def whole(self) -> ClaimColumns:
        return ClaimColumns({name: column.whole() for name, column in self._columns.items()}, self._size)


def _growing(column: Column) -> Growing | GrowingTexts:
    if isinstance(column, Texts):
        return GrowingTexts()
    return Growing(None if column.dtype.kind == "i" else column.dtype)


def _column(values: pd.Series[Any]) -> Column:
    return Texts.of(values.to_numpy(dtype=object)) if isinstance(values.dtype, pd.StringDtype) else values.to_numpy()


def _series(values: Plain) -> pd.Series[Any]:
    # Plain objects: a column of strings of its own kind would be made of them first, and taken apart again by rules.
    return pd.Series(values, dtype=values.dtype)


def _to_arrow(column: Column) -> Any:
    if not isinstance(column, Texts):
        return pa.array(column)
    used = column.distinct()
    return pa.DictionaryArray.from_arrays(pa.array(used.codes), pa.array(used.words, pa.large_string()))


def _of_arrow(column: pa.ChunkedArray) -> Column:
    whole = column.combine_chunks()
    if not pa.types.is_dictionary(whole.type):
        plain: Plain = whole.to_numpy(zero_copy_only=False)
        return plain
    return Texts(whole.indices.to_numpy(), whole.dictionary.to_numpy(zero_copy_only=False))
