"""How parts of a comparison are worked on: one after the other, or by an engine that the caller brings.

>>> list(in_turn(abs, [3, -4]))
[3, 4]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Spread(Protocol):
    """``function(item)`` for every item, in the order of the items; both can be sent to another process."""

    def __call__(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]: ...


def in_turn(function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
    """One after the other, here."""
    return map(function, items)


HERE: AbstractContextManager[Spread] = nullcontext(in_turn)
"""Where nothing has to be opened, nor closed when the parts are done."""
