"""Parquet article tables, read in batches; a record's ``line`` is its number, from 1."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import did_you_mean
from factcheck.model import Document, Problem
from factcheck.readers.record import of_row
from factcheck.readers.source_file import SourceFile

SUFFIXES = (".parquet",)
_BATCH = 256


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """The documents of the table, in order; what cannot be read is a Problem. Raises OSError."""
    import pyarrow

    with file.open() as stream:
        try:
            yield from _rows(stream, file)
        except (pyarrow.ArrowException, ValueError, OSError) as error:
            yield _broken(file.path, str(error).splitlines()[0][:200] if str(error) else "does not parse")


def _rows(stream: object, file: SourceFile) -> Iterator[Document | Problem]:
    from pyarrow.parquet import ParquetFile

    table = ParquetFile(stream)
    names = [name.lower() for name in table.schema_arrow.names]
    if "text" not in names:
        hint = did_you_mean("text", names)
        yield _broken(file.path, "no column 'text'" + (f" ({hint})" if hint else ""))
        return
    number = 0
    for batch in table.iter_batches(batch_size=_BATCH):
        for row in batch.to_pylist():
            number += 1
            known = {key.lower(): value for key, value in row.items() if not isinstance(value, bytes)}
            yield from of_row(known, file.path, number, file.given)


def _broken(path: str, detail: str) -> Problem:
    return Problem(path, path, 0, "error", "broken-parquet", detail)
