"""Arrays that grow at their end: parts are joined as they come, and never stand beside the whole.

>>> ages = Growing()
>>> for part in ([3, 41], [200]):
...     ages.add(np.array(part))
>>> ages.whole().tolist(), str(ages.whole().dtype)
([3, 41, 200], 'int16')
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.ragged import Ragged, starts_of

Small = NDArray[np.signedinteger[Any]]
"""Integers of whatever width holds them."""

_WIDTHS = (np.int8, np.int16, np.int32, np.int64)


class Growing:
    """An array of this ``kind``; without one of integers, each as wide as the widest needs. Once it was asked for as a
    ``whole`` nothing can be added (BufferError)."""

    def __init__(self, kind: Any = None) -> None:
        self._narrow = kind is None
        self._kind: np.dtype[Any] = np.dtype(np.int8 if kind is None else kind)
        # Grows in place where there is room, which an array cannot.
        self._bytes = bytearray()

    def add(self, values: NDArray[Any]) -> None:
        if self._narrow and (wider := np.promote_types(self._kind, narrowest(values))) != self._kind:
            self._bytes = bytearray(self.whole().astype(wider).tobytes())
            self._kind = wider
        self._bytes += np.ascontiguousarray(values, self._kind).tobytes()

    def whole(self) -> NDArray[Any]:
        """All that was added, one part after the other."""
        return np.frombuffer(self._bytes, self._kind)


class GrowingLists:
    """Lists of different lengths, to which more are added."""

    def __init__(self, kind: Any) -> None:
        self._values, self._lengths = Growing(kind), Growing()

    def add(self, lists: Ragged) -> None:
        self._values.add(lists.values)
        self._lengths.add(lists.lengths)

    def whole(self) -> Ragged:
        return Ragged(self._values.whole(), starts_of(self._lengths.whole()))


def narrowest(values: NDArray[Any]) -> Any:
    """The narrowest type of signed integers that holds all values: with others they never become floats.

    >>> narrowest(np.array([-129])).__name__
    'int16'
    """
    low, high = int(values.min(initial=0)), int(values.max(initial=0))
    return next(kind for kind in _WIDTHS if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max)
