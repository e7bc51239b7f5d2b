"""Parquet article tables, read in batches in a process of its own; a record's ``line`` is its number, from 1."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from factcheck.errors import did_you_mean
from factcheck.model import Document, Problem
from factcheck.readers import parquet_rows
from factcheck.readers.confined import Limits, StoppedError, answers
from factcheck.readers.record import of_row
from factcheck.readers.source_file import SourceFile

SUFFIXES = (".parquet",)
# A dictionary can stand for one long text in every row: what it unpacks to is limited.
MOST_TEXT = 200_000_000
"""Characters; a file may hold more only if it is no smaller than a hundredth of them."""
_RATIO = 100
_MAGIC = b"PAR1"


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """The documents of the table, in order; what cannot be read is a Problem. Raises OSError."""
    with file.open() as stream:
        size = _file_size(stream)
        if size == 0:
            yield _broken(file.path, "it does not begin and end as Parquet does, or it was cut off")
            return
        limits = Limits.of(size)
        number, length = 0, 0
        try:
            for row in _rows(stream, size, limits, file.path):
                if isinstance(row, Problem):
                    yield row
                    continue
                number += 1
                length += sum(len(value) for value in row.values() if isinstance(value, str))
                if length > max(MOST_TEXT, _RATIO * size):
                    said = f"more than {length // 1_000_000} MB of text; row {number} and those after it were not read"
                    yield _broken(file.path, said, "too-large")
                    return
                yield from of_row(row, file.path, number, file.given)
        except StoppedError as stopped:
            yield _stopped(file.path, number, limits, stopped)


def _rows(stream: BinaryIO, size: int, limits: Limits, path: str) -> Iterator[dict[str, Any] | Problem]:
    """The rows, and what keeps them from being read. Raises StoppedError."""
    for answer in answers(Path(parquet_rows.__file__), stream, limits, str(size)):
        if "error" in answer:
            yield _broken(path, answer["error"], answer["code"])
        elif "text" not in answer.get("names", ("text",)):
            hint = did_you_mean("text", answer["names"])
            yield _broken(path, "no column 'text'" + (f" ({hint})" if hint else ""))
        yield from answer.get("rows", ())


def _stopped(path: str, number: int, limits: Limits, stopped: StoppedError) -> Problem:
    lost = f"row {number + 1} and those after it were not read"
    if stopped.limited:
        return _broken(path, f"it asks for more than {limits} to be read; {lost}", "too-large")
    return _broken(path, f"it is broken in a way that ends the library which reads it; {lost}")


def _file_size(stream: BinaryIO) -> int:
    """Bytes of a stream that begins and ends as Parquet does, 0 of any other; it is wound back."""
    begin, size = stream.read(len(_MAGIC)), stream.seek(0, 2)
    stream.seek(max(0, size - len(_MAGIC)))
    end = stream.read(len(_MAGIC))
    stream.seek(0)
    return size if begin == end == _MAGIC else 0


def _broken(path: str, detail: str, code: str = "broken-parquet") -> Problem:
    return Problem(path, path, 0, "error", code, detail)
