"""One call of a function on one item, such that a failure says which item and which stage it was.

>>> call(len, "abc", "measuring")
3
>>> call(int, "x", "parsing")
Traceback (most recent call last):
    ...
factcheck.errors.StageError: internal error while parsing x: ValueError: invalid literal for int() with base 10: 'x'
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from factcheck.errors import StageError, UserError

Item = TypeVar("Item")
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
