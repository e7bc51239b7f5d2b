"""The YAML that nearly all front matter is written in, read line by line: nested keys and lists of plain values.

>>> [(entry.key, entry.value) for entry in block_entries("title: Limits\\nplans:  # all\\n  - free\\n  - team\\n")][0]
('title', 'Limits')
>>> block_entries("title: {short: Limits}") is None
True

Ten times faster than YAML; what it does not know for sure (flow collections, anchors, text over several lines, escapes,
a key given twice) it leaves to YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.readers.yaml_tree import Entry

_LINE = re.compile(
    r"""(?P<indent>[ ]*+)(?P<dash>-[ ]++)?
    (?:(?P<key>[A-Za-z_][\w.-]{0,99}+(?:[ ][\w.-]{1,99}+){0,9}+):(?=[ \t\r\n]|\Z))?
    (?:(?(key)[ \t]+)(?P<value>
        (?:[^\s&*!|>%@`{\["'#,?:-]|-(?=\S))[^ \t\r\n]*+(?:[ \t]++[^ \t\r\n\#][^ \t\r\n]*+)*+
        |"[^"\\\n\r]*+"|'[^'\n\r]*+'))?
    [ \t]*(?:[ \t]\#[^\n]*+)?(?:\r?\n|\Z)""",
    re.VERBOSE,
)
_SKIPPED = re.compile(r"[ \t]*+(?:#[^\n]*+)?\r?\n")
_DEEPEST = 20


class _Line(NamedTuple):
    """A line that says something: where its key or value begins, and what it says (None: nothing)."""

    number: int
    column: int
    dash: int | None
    key: str | None
    start: int
    value: str | None
    value_start: int
    value_end: int


class _UnknownError(Exception):
    """Something this reader leaves to YAML."""


def block_entries(text: str) -> tuple[Entry, ...] | None:
    """The entries of a mapping in plain block style, as ``mapping_entries`` gives them (but for where a nested value
    begins and ends), None for any other text. Linear."""
    try:
        lines = list(_lines(text))
        entries, read = _mapping(lines, 0, 0, 0) if lines else ((), 0)
    except _UnknownError:
        return None
    return entries if read == len(lines) else None


def _lines(text: str) -> Iterator[_Line]:
    position, number = 0, 0
    while position < len(text):
        number += 1
        skipped = _SKIPPED.match(text, position)
        if skipped is not None:
            position = skipped.end()
            continue
        match = _LINE.match(text, position)
        if match is None:
            raise _UnknownError
        position = match.end()
        yield _line(match, number)


def _line(match: re.Match[str], number: int) -> _Line:
    indent, dash, key, value = match.group("indent", "dash", "key", "value")
    if (key is None and (value is None or dash is None)) or (value is not None and _mapped(value)):
        raise _UnknownError
    column = len(indent) + len(dash or "")
    start, end = match.span("value") if value is not None else (match.end("key") + 1, match.end("key") + 1)
    return _Line(number, column, None if dash is None else len(indent), key, match.start() + column, value, start, end)


def _mapped(written: str) -> bool:
    """Whether a plain scalar is a mapping of its own."""
    return written[0] not in "'\"" and (": " in written or ":\t" in written or written[-1] == ":")


def _mapping(lines: Sequence[_Line], at: int, column: int, depth: int) -> tuple[tuple[Entry, ...], int]:
    """The entries of the mapping whose keys stand at a column, and the line after it. A dash before its first key is of
    the list that it is an item of."""
    first, entries, keys = at, [], set[str]()
    while at < len(lines) and lines[at].column == column and lines[at].key is not None:
        line = lines[at]
        key = line.key or ""
        if line.dash is not None and at > first:
            break
        if key in keys:
            raise _UnknownError
        keys.add(key)
        at += 1
        value: str | tuple[Entry, ...] = _unquoted(line.value or "")
        listed = False
        if line.value is None and at < len(lines):
            value, at, listed = _below(lines, at, column, depth)
        end = _end(value, line.value_end)
        entries.append(Entry(key, value, line.value_start, end, line.start, line.number, column + 1, is_list=listed))
    return tuple(entries), at


def _below(lines: Sequence[_Line], at: int, column: int, depth: int) -> tuple[str | tuple[Entry, ...], int, bool]:
    """What stands below a key without a value: a list (which may stand at the key's own column), a mapping, or nothing;
    the line after it, and whether it is a list."""
    line = lines[at]
    if depth > _DEEPEST:
        raise _UnknownError
    if line.dash is not None:
        if line.dash < column:
            return "", at, False
        return (*_list(lines, at, line.dash, depth + 1), True)
    if line.column <= column:
        return "", at, False
    return (*_mapping(lines, at, line.column, depth + 1), False)


def _list(lines: Sequence[_Line], at: int, dash: int, depth: int) -> tuple[tuple[Entry, ...], int]:
    """The items of the list whose dashes stand at a column, and the line after it."""
    items = []
    while at < len(lines) and lines[at].dash == dash:
        line = lines[at]
        value: str | tuple[Entry, ...] = _unquoted(line.value or "")
        start, end = line.value_start, line.value_end
        if line.key is None:
            at += 1
        else:
            value, at = _mapping(lines, at, line.column, depth)
            start, end = line.start, _end(value, end)
        items.append(Entry("", value, start, end, line.start, line.number, line.column + 1))
    return tuple(items), at


def _end(value: str | tuple[Entry, ...], end: int) -> int:
    return value[-1].end if isinstance(value, tuple) and value else end


def _unquoted(written: str) -> str:
    return written[1:-1] if written[:1] in ("'", '"') else written
