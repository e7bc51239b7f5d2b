"""The report as a table: one row for each citation, ready for a spreadsheet (no cell can start a formula).

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> write(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ()))[:28]
'record,id,status,severity,cl'
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from factcheck.model import Report
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import table_cell
from factcheck.writers.rows import CONFLICT_COLUMNS, Cell, Row, report_rows

NAME = "csv"
SUFFIXES = (".csv",)


def write(report: Report, layout: Layout = PLAIN) -> str:
    return "".join(csv_lines(CONFLICT_COLUMNS, report_rows(report)))


def csv_lines(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[str]:
    """Header and rows as RFC 4180 text with line feeds; a value that is not known is an empty cell."""
    yield _line(list(columns))
    for row in rows:
        yield _line([_cell(row.get(column)) for column in columns])


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return table_cell(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else repr(value)


def _line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
