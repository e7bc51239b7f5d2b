"""YAML as a tree of entries with exact offsets; scalars stay as written (``no`` is "no", ``12:30:00`` is "12:30:00").

>>> [(entry.key, entry.value, entry.line, entry.column) for entry in mapping_entries("a: 1\\nb: no")]
[('a', '1', 1, 1), ('b', 'no', 2, 1)]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

_MOST_ENTRIES = 50_000


class YamlError(Exception):
    """A text that is no YAML mapping; ``line`` and ``column`` are 1-based."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line, self.column = line, column


@dataclass(frozen=True, slots=True)
class Entry:
    """``key: value`` of a mapping, or an item of a list (whose key is ""). A nested value is a tuple of entries.

    ``start`` and ``end`` are the value's offsets in the YAML text, ``key_start`` is where the entry begins;
    ``line`` and ``column`` are its 1-based place; ``is_list`` tells an (empty) list from a mapping.
    """

    key: str
    value: str | tuple[Entry, ...]
    start: int
    end: int
    key_start: int
    line: int
    column: int
    is_list: bool = False


def mapping_entries(text: str) -> tuple[Entry, ...]:
    """The entries of a YAML mapping, in order; an empty text has none.

    Raises YamlError for what does not parse, is no mapping, gives a key twice, or grows without measure by its aliases.
    """
    node = _composed(text)
    if node is None:
        return ()
    if node.id != "mapping":
        raise YamlError("expected a mapping (key: value)", node.start_mark.line + 1, node.start_mark.column + 1)
    try:
        return tuple(_entries(node, count(1)))
    except RecursionError:
        raise YamlError("nested too deeply", 1, 1) from None


def _composed(text: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = str(error.problem or error.context or "does not parse").strip()
        raise YamlError(message, mark.line + 1 if mark else 1, mark.column + 1 if mark else 1) from None
    except RecursionError:
        raise YamlError("nested too deeply", 1, 1) from None
    except (YAMLError, ValueError) as error:
        position = getattr(error, "position", 0)
        line_start = text.rfind("\n", 0, position) + 1
        message = str(getattr(error, "reason", error)).splitlines()[0]
        raise YamlError(message, text.count("\n", 0, position) + 1, position - line_start + 1) from None


def _entries(node: Any, counter: Iterator[int]) -> Iterator[Entry]:
    """The entries of a mapping or list node. What an alias stands for is walked again, up to a limit for the whole."""
    keys: set[str] = set()
    for child in node.value:
        key, value = child if isinstance(child, tuple) else (None, child)
        first = value if key is None else key
        line, column = first.start_mark.line + 1, first.start_mark.column + 1
        name = "" if key is None else str(key.value)
        if name and name in keys:
            raise YamlError(f"duplicate key {name!r}", line, column)
        if next(counter) > _MOST_ENTRIES:
            raise YamlError("too large once its aliases are followed", line, column)
        keys.add(name)
        yield Entry(
            key=name,
            value=str(value.value) if value.id == "scalar" else tuple(_entries(value, counter)),
            start=value.start_mark.index,
            end=value.end_mark.index,
            key_start=first.start_mark.index,
            line=line,
            column=column,
            is_list=value.id == "sequence",
        )
