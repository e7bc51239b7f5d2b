"""The rows of a Parquet table. A script: it runs in a process of its own, whose limits ``confined`` sets.

The library ends the process on some files that are broken in one byte: what its C++ code throws passes by Python.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

_BATCH = 256
# A dictionary can stand for one long text in every row: how many rows there are is limited.
MOST_ROWS = 100_000
"""A table of more rows than this must have at least a byte for each."""
_MOST_BATCH = 100_000_000


def _answers(size: int) -> Iterator[dict[str, Any]]:
    """``names`` of the columns, then ``rows``, some at a time; or an ``error`` and its ``code``."""
    try:
        yield from _table(size)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 – what the library raises for a broken file is no list
        yield _error(str(error).splitlines()[0][:200] if str(error) else "does not parse")


def _table(size: int) -> Iterator[dict[str, Any]]:
    from pyarrow.parquet import ParquetFile

    table = ParquetFile(sys.stdin.buffer)
    names = [name.lower() for name in table.schema_arrow.names]
    yield {"names": names}
    if "text" not in names:
        return
    if table.metadata.num_rows > max(MOST_ROWS, size):
        yield _error(f"{table.metadata.num_rows:,} rows in {size:,} bytes are no articles", "too-large")
        return
    for batch in table.iter_batches(batch_size=_batch_size(table.metadata), use_threads=False):
        yield {"rows": [_row(row) for row in batch.to_pylist()]}


def _error(detail: str, code: str = "broken-parquet") -> dict[str, Any]:
    return {"error": detail, "code": code}


def _batch_size(metadata: Any) -> int:
    """Rows to read at once: no value is longer than its column chunk, so that so many fit into memory."""
    groups = (metadata.row_group(number) for number in range(metadata.num_row_groups))
    chunks = (group.column(number).total_uncompressed_size for group in groups for number in range(group.num_columns))
    return max(1, min(_BATCH, _MOST_BATCH // max(1, max(chunks, default=1))))


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as JSON can hold it: no bytes, days in ISO format, None for a text that is none."""
    known = {key.lower(): value for key, value in row.items() if not isinstance(value, bytes)}
    if not isinstance(known.get("text"), str):
        known["text"] = None
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in known.items()}


if __name__ == "__main__":
    for answer in _answers(int(sys.argv[1])):
        sys.stdout.write(json.dumps(answer, default=str) + "\n")
        sys.stdout.flush()
