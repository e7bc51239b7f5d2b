"""Parquet article tables, read in batches; a record's ``line`` is its number, from 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from factcheck.errors import did_you_mean
from factcheck.model import Document, Problem
from factcheck.readers.record import of_row
from factcheck.readers.source_file import SourceFile

SUFFIXES = (".parquet",)
_BATCH = 256
# A dictionary can stand for one long text in every row: what it unpacks to, and how many rows there are, is limited.
MOST_ROWS = 100_000
"""A table of more rows than this must have at least a byte for each."""
MOST_TEXT = 200_000_000
"""Characters; a file may hold more only if it is no smaller than a hundredth of them."""
_RATIO = 100
_MOST_BATCH = 100_000_000


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """The documents of the table, in order; what cannot be read is a Problem. Raises OSError."""
    with file.open() as stream:
        try:
            yield from _rows(stream, file)
        except Exception as error:  # noqa: BLE001 – what the library raises for a broken file is no list
            yield _broken(file.path, str(error).splitlines()[0][:200] if str(error) else "does not parse")


def _rows(stream: BinaryIO, file: SourceFile) -> Iterator[Document | Problem]:
    from pyarrow.parquet import ParquetFile

    table = ParquetFile(stream)
    names = [name.lower() for name in table.schema_arrow.names]
    if "text" not in names:
        hint = did_you_mean("text", names)
        yield _broken(file.path, "no column 'text'" + (f" ({hint})" if hint else ""))
        return
    size = _file_size(stream)
    if table.metadata.num_rows > max(MOST_ROWS, size):
        yield _broken(file.path, f"{table.metadata.num_rows:,} rows in {size:,} bytes are no articles", "too-large")
        return
    number, length = 0, 0
    for batch in table.iter_batches(batch_size=_batch_size(table.metadata)):
        for row in batch.to_pylist():
            number += 1
            known = {key.lower(): value for key, value in row.items() if not isinstance(value, bytes)}
            length += sum(len(value) for value in known.values() if isinstance(value, str))
            if length > max(MOST_TEXT, _RATIO * size):
                yield _broken(file.path, f"more than {length // 1_000_000} MB of text; row {number} and those after "
                              "it were not read", "too-large")  # fmt: skip
                return
            yield from of_row(known, file.path, number, file.given)


def _file_size(stream: BinaryIO) -> int:
    """Bytes of a stream that can be wound."""
    here = stream.tell()
    size = stream.seek(0, 2)
    stream.seek(here)
    return size


def _batch_size(metadata: Any) -> int:
    """Rows to read at once: no value is longer than its column chunk, so that so many fit into memory."""
    groups = (metadata.row_group(number) for number in range(metadata.num_row_groups))
    chunks = (group.column(number).total_uncompressed_size for group in groups for number in range(group.num_columns))
    return max(1, min(_BATCH, _MOST_BATCH // max(1, max(chunks, default=1))))


def _broken(path: str, detail: str, code: str = "broken-parquet") -> Problem:
    return Problem(path, path, 0, "error", code, detail)
