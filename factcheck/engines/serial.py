"""The engine that works in this process, one item after the other.

>>> list(group_map(sum, [("a", [1, 2]), ("b", [3])]))
[('a', 3), ('b', 3)]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from factcheck.engines._calls import call
from factcheck.errors import StageError

Item = TypeVar("Item")
Group = TypeVar("Group")
Result = TypeVar("Result")


def map(
    function: Callable[[Item], Result], items: Iterable[Item], *, stage: str = "working on", jobs: int = 1
) -> Iterator[Result]:
    """``function(item)`` for every item, lazily. ``jobs`` is accepted so that engines can be exchanged."""
    for item in items:
        yield call(function, item, stage)


@contextmanager
def parts(*, stage: str = "comparing", jobs: int = 1) -> Iterator[Callable[..., Iterator[Result]]]:
    """``map`` for this stage."""
    yield partial(map, stage=stage)


def group_map(
    function: Callable[[Group], Result],
    groups: Iterable[tuple[str, Group]],
    *,
    stage: str = "comparing",
    jobs: int = 1,
) -> Iterator[tuple[str, Result]]:
    """``(key, function(group))`` for every group, lazily."""
    for key, group in groups:
        try:
            yield key, call(function, group, stage)
        except StageError as fault:
            raise StageError(stage, key, fault.cause) from fault
