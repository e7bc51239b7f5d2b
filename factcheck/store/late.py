"""Claims that are read from the cache one by one, when somebody asks for them.

A run that finds most of its pages unchanged looks at few of their claims: their number is known from the start, the
rest is decoded when it is needed.

>>> claims = Late(2, lambda at: ["41 people", "29 people"][at])
>>> len(claims), claims[1], tuple(claims) == claims
(2, '29 people', True)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

Item = TypeVar("Item", covariant=True)


class Late(Sequence[Item], Generic[Item]):
    """``count`` items, each made by ``make(index)`` when it is first asked for, or, where none is ``kept``, whenever it
    is asked for; equal to a tuple of the same items."""

    __slots__ = ("_count", "_made", "_make")

    def __init__(self, count: int, make: Callable[[int], Item], *, kept: bool = True) -> None:
        self._count, self._make = count, make
        self._made: dict[int, Item] | None = {} if kept else None

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Item: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Item, ...]: ...

    def __getitem__(self, at: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(self._count)))
        index = at + self._count if at < 0 else at
        if not 0 <= index < self._count:
            raise IndexError(at)
        if self._made is None:
            return self._make(index)
        if index not in self._made:
            self._made[index] = self._make(index)
        return self._made[index]

    def __iter__(self) -> Iterator[Item]:
        return (self[index] for index in range(self._count))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == (tuple(other) if isinstance(other, Late) else other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Late({self._count} items)"

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process they go as they are kept, and are made there."""
        return Late, (self._count, self._make)
