"""The claims of all documents, one after the other, none of them asked for before it is needed.

>>> len(Claims(()))
0
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np

from factcheck.comparing.ragged import Ints
from factcheck.model import Claim, Reading


class Claims(Sequence[Claim]):
    """``starts`` has the first row of each reading, and the number of all."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self.starts: Ints = np.cumsum([0, *(len(reading.claims) for reading in readings)], dtype=np.int64)
        self._starts: list[int] = self.starts.tolist()

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, row: int) -> Claim: ...

    @overload
    def __getitem__(self, row: slice) -> tuple[Claim, ...]: ...

    def __getitem__(self, row: int | slice) -> Claim | tuple[Claim, ...]:
        if isinstance(row, slice):
            return tuple(self[each] for each in range(*row.indices(len(self))))
        document = bisect_right(self._starts, row) - 1
        return self._readings[document].claims[row - self._starts[document]]

    def __iter__(self) -> Iterator[Claim]:
        return (claim for reading in self._readings for claim in reading.claims)
