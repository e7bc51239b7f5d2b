"""CSV article tables: comma, semicolon or tab, quoted fields with line breaks; read record by record.

The standard module has a limit on the length of a field that only a process-wide switch lifts; articles are longer.

>>> from factcheck.readers import SourceFile
>>> content = b'id,text\\na,"One ship,\\ntwo masts."\\n'
>>> [document.text for document in read(SourceFile.of_bytes("t.csv", content))]
['One ship,\\ntwo masts.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.errors import did_you_mean
from factcheck.model import Document, Problem
from factcheck.readers.jsonl import numbered_lines
from factcheck.readers.record import of_row
from factcheck.readers.source_file import SourceFile

SUFFIXES = (".csv", ".tsv")


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """The documents of the table, in order; a broken record is a Problem and the others are still read.

    Raises OSError.
    """
    header: list[str] | None = None
    delimiter = ","
    for line, record in _records(file):
        if isinstance(record, Problem):
            yield record
            continue
        if header is None:
            delimiter = max(",;\t", key=record.count)
        fields = _fields(record, delimiter)
        if fields is None:
            yield _broken(file.path, line, "text after a closing quotation mark")
        elif header is None:
            header = [name.strip().lower() for name in fields]
            if "text" not in header:
                hint = did_you_mean("text", header)
                yield _broken(file.path, line, "no column 'text'" + (f" ({hint})" if hint else ""))
                return
        elif len(fields) > len(header):
            yield _broken(file.path, line, f"{len(fields)} fields, but the header has {len(header)}")
        else:
            yield from of_row(dict(zip(header, fields, strict=False)), file.path, line, file.given)


def _records(file: SourceFile) -> Iterator[tuple[int, str | Problem]]:
    """(line it begins at, record): lines are put together while a quotation mark is open.

    A mark that is never closed loses its own line only: what follows is read line by line.
    """
    begun, parts, open_quote = 0, list[str](), False
    with file.open() as stream:
        for number, text, problems in numbered_lines(stream, file.path):
            yield from ((number, problem) for problem in problems)
            begun = begun or number
            parts.append(text)
            open_quote ^= text.count('"') % 2 == 1
            if not open_quote:
                yield from _whole(begun, parts)
                begun, parts = 0, []
    if parts:
        yield begun, _broken(file.path, begun, "a quotation mark is never closed; this line was left out")
        for number, text in enumerate(parts[1:], begun + 1):
            yield from _whole(number, [text])


def _whole(line: int, parts: list[str]) -> Iterator[tuple[int, str]]:
    record = "".join(parts).rstrip("\r\n")
    if record:
        yield line, record


@cache
def _field_pattern(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf'(?:[ ]*+"((?:[^"]++|"")*+)"[ ]*+|(?![ ]*+")([^{delimiter}]*+))({delimiter}|\Z)')


def _fields(record: str, delimiter: str) -> list[str] | None:
    """The fields of a record, or None if its quotation marks do not stand around whole fields."""
    fields: list[str] = []
    position = 0
    while match := _field_pattern(delimiter).match(record, position):
        fields.append(match[1].replace('""', '"') if match[1] is not None else match[2])
        position = match.end()
        if not match[3]:
            return fields
    return None


def _broken(path: str, line: int, detail: str) -> Problem:
    return Problem(f"{path}:{line}", path, line, "error", "broken-csv", detail)
