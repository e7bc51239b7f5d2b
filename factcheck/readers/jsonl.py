"""JSON Lines article tables, also on standard input: one record a line, read as they come.

>>> from factcheck.readers import SourceFile
>>> content = b'{"id": "a", "text": "One ship."}\\n{"id": }\\n{"id": "c", "text": "Two ships."}\\n'
>>> [getattr(item, "code", item.doc_id) for item in read(SourceFile.of_bytes("t.jsonl", content))]
['a', 'broken-json', 'c']
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from factcheck.model import Document, Problem
from factcheck.readers.decode import decode
from factcheck.readers.record import of_row
from factcheck.readers.source_file import Given, SourceFile

SUFFIXES = (".jsonl", ".ndjson")
MOST_LINE = 100_000_000
"""Bytes of one line; an article of that length would be a hundred books."""


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """The documents of the table, in order; a broken line is a Problem, the others are still read. Raises OSError."""
    with file.open() as stream:
        for number, line, problems in numbered_lines(stream, file.path):
            yield from problems
            if line.strip():
                yield from _record(line.rstrip("\r\n"), file.path, number, file.given)


def numbered_lines(stream: BinaryIO, path: str) -> Iterator[tuple[int, str, tuple[Problem, ...]]]:
    """(number, text, notes) of each line; each is decoded by itself."""
    for number, content in enumerate(iter(lambda: stream.readline(MOST_LINE), b""), 1):
        if len(content) >= MOST_LINE and not content.endswith(b"\n"):
            yield number, "", (_too_long(stream, path, number),)
            continue
        text, problems = decode(content, path)
        yield number, text, tuple(_at_line(problem, number) for problem in problems)


def _too_long(stream: BinaryIO, path: str, line: int) -> Problem:
    """The Problem of a line beyond the limit, whose rest is passed over."""
    while (rest := stream.readline(MOST_LINE)) and not rest.endswith(b"\n"):
        pass
    detail = f"the line has more than {MOST_LINE // 1_000_000} MB and was left out"
    return Problem(f"{path}:{line}", path, line, "error", "too-large", detail)


def _at_line(problem: Problem, line: int) -> Problem:
    return Problem(problem.doc_id, problem.path, line, problem.level, problem.code, problem.detail)


def _record(line: str, path: str, number: int, given: Given) -> Iterator[Document | Problem]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        yield _broken(path, number, f"{error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:
        yield _broken(path, number, "nested too deeply" if isinstance(error, RecursionError) else str(error))
    else:
        if isinstance(row, dict):
            yield from of_row(row, path, number, given)
        else:
            yield _broken(path, number, f"expected an object with id and text, not {type(row).__name__}")


def _broken(path: str, line: int, detail: str) -> Problem:
    return Problem(f"{path}:{line}", path, line, "error", "broken-json", detail)
