"""The report as a Parquet table with typed columns: one row for each citation.

>>> columns_of(("line", "lo", "lo_open", "quote"))
{'line': 'int64', 'lo': 'float64', 'lo_open': 'bool', 'quote': 'string'}
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Report
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.rows import (
    BOOLEAN_COLUMNS,
    CONFLICT_COLUMNS,
    INTEGER_COLUMNS,
    NUMBER_COLUMNS,
    Cell,
    Row,
    report_rows,
)  # fmt: skip

NAME = "parquet"
SUFFIXES = (".parquet",)


def write(report: Report, layout: Layout = PLAIN) -> bytes:
    return parquet_bytes(CONFLICT_COLUMNS, list(report_rows(report)))


def columns_of(names: Sequence[str]) -> dict[str, str]:
    """Arrow type of each column; a table without rows has the same types as a full one."""
    types = dict.fromkeys(names, "string")
    types |= {name: "int64" for name in names if name in INTEGER_COLUMNS}
    types |= {name: "float64" for name in names if name in NUMBER_COLUMNS}
    types |= {name: "bool" for name in names if name in BOOLEAN_COLUMNS}
    return types


def parquet_bytes(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """The rows as a Parquet file. Text is kept as it is, but for lone surrogates, which UTF-8 cannot hold."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in columns_of(columns).items()])
    arrays = {name: [_encodable(row.get(name)) for row in rows] for name in columns}
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(arrays, schema=schema), sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _encodable(value: Cell) -> Cell:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
