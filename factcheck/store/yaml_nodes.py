"""A YAML file that is a list of flat entries under one key, read with places and written without losing comments.

>>> [entry.values for entry in entries_of("notes:\\n  - {id: a, text: 1}\\n", "n.yaml", "notes")]
[{'id': 'a', 'text': '1'}]
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.errors import UserError

_PLAIN = re.compile(r"[A-Za-z0-9_./ -]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """The scalars of one mapping as they are written, with the place of the mapping and of each key."""

    values: dict[str, str]
    path: str
    line: int
    column: int
    places: dict[str, tuple[int, int]]
    lines: tuple[str, ...]

    def mistake(self, message: str, key: str = "", hint: str = "") -> UserError:
        """An error at a key of the entry, or at the entry."""
        line, column = self.places.get(key, (self.line, self.column))
        return _mistake(message, self.path, line, column, self.lines, hint)


def entries_of(text: str, path: str, key: str) -> Iterator[Entry]:
    """The entries under ``key``. Raises UserError for text that is not such a list, with its place."""
    lines = tuple(text.splitlines())
    root = _compose(text, path, lines)
    if root is None:
        return
    for name, node in _pairs(root, path, lines):
        if name != key:
            raise _at(node, f"unknown key {name!r}", path, lines, f"known: {key}")
        for item in _items(node, path, lines):
            values, places = {}, {}
            for each, value in _pairs(item, path, lines):
                if value.id != "scalar":
                    raise _at(value, f"{each} is not a plain value", path, lines)
                if each in values:
                    raise _at(value, f"{each} is given twice", path, lines)
                values[each] = "" if value.tag.endswith(":null") else str(value.value)
                places[each] = (value.start_mark.line + 1, value.start_mark.column + 1)
            yield Entry(values, path, item.start_mark.line + 1, item.start_mark.column + 1, places, lines)


def with_entries(text: str, key: str, identity: Sequence[str], entries: Sequence[dict[str, str | date]]) -> str:
    """The text with the entries under ``key``: one with the same identity is replaced in its place, others are added at
    the end. What else is in the file stays, comments and quotes too."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    yaml = _round_trip()
    root = yaml.load(text) or CommentedMap()
    listed = root.get(key)
    if listed is None or (not listed and isinstance(listed, CommentedSeq) and listed.fa.flow_style()):
        root[key] = listed = CommentedSeq()
    at = {tuple(str(item.get(name, "")) for name in identity): number for number, item in enumerate(listed)}
    for plain in entries:
        entry = {name: _written(value) for name, value in plain.items()}
        number = at.get(tuple(str(entry.get(name, "")) for name in identity))
        if number is None:
            listed.append(CommentedMap(entry))
        else:
            for name in [name for name in listed[number] if name not in entry]:
                del listed[number][name]
            listed[number].update({name: value for name, value in entry.items() if listed[number].get(name) != value})
    out = io.StringIO()
    yaml.dump(root, out)
    return out.getvalue()


def _written(value: str | date) -> Any:
    """A value of an entry's own: one that two entries share would be written as an anchor and a reference to it."""
    return _quoted(value) if isinstance(value, str) else date(value.year, value.month, value.day)


def _quoted(text: str) -> str:
    """The text so that it is written in double quotes unless it is plain: only there are all characters escaped."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    return text if _PLAIN.fullmatch(text) else DoubleQuotedScalarString(text)


def _round_trip() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 2**20
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _compose(text: str, path: str, lines: tuple[str, ...]) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as fault:
        mark = fault.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
        raise _mistake(str(fault.problem or fault.context), path, line, column, lines) from fault
    except RecursionError as fault:
        raise UserError("nested too deeply", path=path) from fault
    except (YAMLError, ValueError) as fault:
        raise UserError(f"not YAML: {str(fault).splitlines()[0]}", path=path) from fault


def _pairs(node: Any, path: str, lines: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    if node.id != "mapping":
        raise _at(node, "expected keys and values here", path, lines)
    for name, value in node.value:
        yield str(name.value), value


def _items(node: Any, path: str, lines: tuple[str, ...]) -> Iterator[Any]:
    if node.id == "sequence":
        yield from node.value
    elif not node.tag.endswith(":null"):
        raise _at(node, "expected a list here", path, lines)


def _at(node: Any, message: str, path: str, lines: tuple[str, ...], hint: str = "") -> UserError:
    return _mistake(message, path, node.start_mark.line + 1, node.start_mark.column + 1, lines, hint)


def _mistake(message: str, path: str, line: int, column: int, lines: tuple[str, ...], hint: str = "") -> UserError:
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    return UserError(message, path=path, line=line, column=column, hint=hint, source=source)
