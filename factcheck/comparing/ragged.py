"""Lists of different lengths, one a row, as two arrays.

>>> words = Ragged.of([[3, 1], [], [2]], np.int64)
>>> words.take(np.array([2, 0])).values.tolist()
[2, 3, 1]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
        return cls(flat, starts_of(lengths))

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
        starts = starts_of(lengths)
        return Ragged(self.values[np.repeat(self.starts[rows] - starts[:-1], lengths) + np.arange(starts[-1])], starts)

    def then(self, other: Ragged) -> Ragged:
        """These lists, then the others."""
        values = np.concatenate([self.values, other.values.astype(self.values.dtype)])
        return Ragged(values, np.concatenate([self.starts, other.starts[1:] + self.starts[-1]]))

    def has(self, marked: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which rows hold a value that is ``marked`` (one flag for every possible value)."""
        found = np.zeros(len(self), dtype=bool)
        found[self.rows[marked[self.values]]] = True
        return found


def starts_of(lengths: NDArray[np.signedinteger[Any]]) -> Ints:
    """Where each list of these lengths begins, and where the last ends."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])


def stretches(lengths: Ints, most: int) -> Iterator[slice]:
    """Rows next to each other whose lengths come to ``most`` together, or one that has more by itself.

    >>> [(each.start, each.stop) for each in stretches(np.array([3, 4, 5, 20]), 8)]
    [(0, 2), (2, 3), (3, 4)]
    """
    ends, start = np.cumsum(lengths), 0
    while start < len(ends):
        done = ends[start] - lengths[start]
        end = max(start + 1, int(np.searchsorted(ends, done + most, side="right")))
        yield slice(start, end)
        start = end
