"""One call of a function on one item, such that a failure says which item and which stage it was.

>>> call(len, "abc", "measuring")
3
>>> call(int, "x", "parsing")
Traceback (most recent call last):
    ...
factcheck.errors.StageError: internal error while parsing x: ValueError: invalid literal for int() with base 10: 'x'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from factcheck.errors import StageError, UserError

Item = TypeVar("Item")
Group = TypeVar("Group")
Result = TypeVar("Result")


def call(function: Callable[[Item], Result], item: Item, stage: str) -> Result:
    """``function(item)``; a fault of the program becomes a StageError, a mistake of the user passes through."""
    try:
        return function(item)
    except (StageError, UserError):
        raise
    except Exception as fault:
        raise StageError(stage, name_of(item), f"{type(fault).__name__}: {fault}") from fault


def name_of(item: object) -> str:
    """What a person would call the item: the document's id, the file's path, the group's key.

    >>> name_of(("deaths ferry", [1, 2]))
    'deaths ferry'
    """
    for attribute in ("doc_id", "path"):
        if name := getattr(item, attribute, None):
            return str(name)
    if isinstance(item, tuple) and item:
        return name_of(item[0])
    text = str(item)
    return text if len(text) <= 80 else f"{text[:79]}…"


def call_all(function: Callable[[Item], Result], stage: str, batch: Sequence[Item]) -> list[Result]:
    """``call`` for every item of a batch: what engines that send batches to workers send with them."""
    return [call(function, item, stage) for item in batch]


def keep_key(function: Callable[[Group], Result], keyed: tuple[str, Group]) -> tuple[str, Result]:
    """
    >>> keep_key(sum, ("a", [1, 2]))
    ('a', 3)
    """
    key, group = keyed
    return key, function(group)


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """
    >>> list(batched("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def names_of(batch: Sequence[object]) -> str:
    """
    >>> names_of(["a.md", "b.md", "c.md"])
    'a.md … c.md'
    """
    return name_of(batch[0]) if len(batch) == 1 else f"{name_of(batch[0])} … {name_of(batch[-1])}"
