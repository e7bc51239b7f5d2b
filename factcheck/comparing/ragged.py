"""Lists of different lengths, one a row, as two arrays.

>>> words = Ragged.of([[3, 1], [], [2]], np.int64)
>>> words.take(np.array([2, 0])).values.tolist()
[2, 3, 1]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Ragged:
    """The list of row ``n`` is ``values[starts[n]:starts[n + 1]]``."""

    values: NDArray[Any]
    starts: Ints

    @classmethod
    def of(cls, lists: Sequence[Sequence[Any]], dtype: Any) -> Ragged:
        lengths = np.fromiter((len(each) for each in lists), np.int64, len(lists))
        flat = np.fromiter((value for each in lists for value in each), dtype, int(lengths.sum()))
        return cls(flat, _starts(lengths))

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> Ints:
        return np.diff(self.starts)

    @property
    def rows(self) -> Ints:
        """The row of every value."""
        return np.repeat(np.arange(len(self), dtype=np.int64), self.lengths)

    def take(self, rows: Ints) -> Ragged:
        """The lists of these rows, in this order."""
        lengths = self.lengths[rows]
        starts = _starts(lengths)
        return Ragged(self.values[np.repeat(self.starts[rows] - starts[:-1], lengths) + np.arange(starts[-1])], starts)

    @classmethod
    def joined(cls, parts: Sequence[Ragged], dtype: Any) -> Ragged:
        """The lists of all parts, one part after the other."""
        values = np.concatenate([np.zeros(0, dtype), *(part.values for part in parts)])
        return cls(values, _starts(np.concatenate([np.zeros(0, np.int64), *(part.lengths for part in parts)])))

    def then(self, other: Ragged) -> Ragged:
        """These lists, then the others."""
        values = np.concatenate([self.values, other.values.astype(self.values.dtype)])
        return Ragged(values, np.concatenate([self.starts, other.starts[1:] + self.starts[-1]]))

    def has(self, marked: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which rows hold a value that is ``marked`` (one flag for every possible value)."""
        found = np.zeros(len(self), dtype=bool)
        found[self.rows[marked[self.values]]] = True
        return found


def _starts(lengths: Ints) -> Ints:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])
