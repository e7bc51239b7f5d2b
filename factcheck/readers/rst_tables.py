"""Grid and simple tables of reStructuredText put on one line a row, with the way back to where each cell stood.

A wrapped cell is torn over several lines of the file, with its neighbours in between; on one line it can be read.

>>> rule = "+------+-------+\\n"
>>> text = rule + "| Plan | Users |\\n" + rule.replace("-", "=") + "| Free | up to |\\n|      | 5     |\\n" + rule
>>> one = one_line_rows(text)
>>> one.text, one.tables[0].header_rows
('| Plan | Users |\\n| Free | up to 5 |\\n', 1)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.model import Span
from factcheck.readers.table_outline import Cell, Row

_LINE = re.compile(r"[^\n]*\n?")
_GRID_RULE = re.compile(r"[ \t]*\+(?:[-=]+\+)+[ \t\r]*\n?\Z")
_GRID_LINE = re.compile(r"[ \t]*[+|].*[+|][ \t\r]*\n?\Z")
_SIMPLE_RULE = re.compile(r"[ \t]*={2,}(?:[ \t]+={2,})+[ \t\r]*\n?\Z")
_SUB_RULE = re.compile(r"[ \t]*-{2,}(?:[ \t]+-{2,})*[ \t\r]*\n?\Z")


@dataclass(frozen=True, slots=True)
class RstTable:
    """A table by its offsets in the one-line text."""

    span: Span
    rows: tuple[Row, ...]
    header_rows: int


@dataclass(frozen=True, slots=True)
class OneLineRows:
    """``text`` is the file with its tables rewritten; ``pieces`` lead back to the file, as in PositionMap."""

    text: str
    pieces: tuple[tuple[int, int], ...]
    tables: tuple[RstTable, ...] = ()


@dataclass(slots=True)
class _Building:
    source: str
    parts: list[str] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def copy(self, span: Span) -> Span:
        """Append a stretch of the source; its place in the new text."""
        self.pieces.append((self.length, span.start))
        return self.write(span.of(self.source))

    def write(self, words: str) -> Span:
        self.parts.append(words)
        self.length += len(words)
        return Span(self.length - len(words), self.length)


def one_line_rows(text: str) -> OneLineRows:
    """The text with every table on one line a row. Everything else is as it was; linear in the length."""
    if not ("+-" in text or "==" in text):
        return OneLineRows(text, ((0, 0),))
    lines = [Span(*match.span()) for match in _LINE.finditer(text) if match.end() > match.start()]
    building, tables, number = _Building(text), list[RstTable](), 0
    while number < len(lines):
        end = _table_end(text, lines, number)
        if end > number:
            grid = _is_grid(text, lines[number])
            rows, header_rows = (_grid_rows if grid else _simple_rows)(text, lines[number:end])
            if rows:
                tables.append(_write_table(building, rows, header_rows, lines[number]))
            number = end
        else:
            building.copy(lines[number])
            number += 1
    return OneLineRows("".join(building.parts), tuple(building.pieces), tuple(tables))


def _is_grid(text: str, line: Span) -> bool:
    return bool(_GRID_RULE.match(text, line.start, line.end))


def _table_end(text: str, lines: Sequence[Span], number: int) -> int:
    """The number of the line after the table that begins at a line; that line itself if none begins there."""
    if _is_grid(text, lines[number]):
        end = number + 1
        while end < len(lines) and _GRID_LINE.match(text, lines[end].start, lines[end].end):
            end += 1
        return end if end - number > 2 and _is_grid(text, lines[end - 1]) else number
    if not _SIMPLE_RULE.match(text, lines[number].start, lines[number].end):
        return number
    rules = [number]
    for end in range(number + 1, len(lines)):
        blank = not lines[end].of(text).strip()
        if _SIMPLE_RULE.match(text, lines[end].start, lines[end].end):
            rules.append(end)
            if len(rules) == 3 or end + 1 == len(lines) or not lines[end + 1].of(text).strip():
                return end + 1
        elif blank and end + 1 < len(lines) and not lines[end + 1].of(text).strip():
            break
    return number


Fragments = list[Span]


def _grid_rows(text: str, lines: Sequence[Span]) -> tuple[list[list[Fragments]], int]:
    """Rows of cells, each the stretches of its lines; and how many of them are above the ``===`` rule."""
    bars = sorted({at - line.start for line in lines if _is_grid(text, line) for at in _bars(text, line)})
    rows: list[list[Fragments]] = []
    cells: list[Fragments] = [[] for _ in bars[1:]]
    header_rows = 0
    for line in lines[1:]:
        if _is_grid(text, line):
            if any(cells):
                rows.append(cells)
            cells = [[] for _ in bars[1:]]
            header_rows = len(rows) if "=" in line.of(text) else header_rows
            continue
        for column, fragment in _columns(text, line, bars):
            if fragment.of(text).strip("-=+| \t"):
                cells[column].append(fragment)
    return rows, header_rows


def _bars(text: str, line: Span) -> Iterator[int]:
    return (at for at in range(line.start, line.end) if text[at] == "+")


def _columns(text: str, line: Span, bars: Sequence[int]) -> Iterator[tuple[int, Span]]:
    """The stretches between the bars of a line; where there is no bar the cell goes on."""
    begun = 0
    for column in range(1, len(bars)):
        at = line.start + bars[column]
        if at >= line.end or text[at] in "|+" or column == len(bars) - 1:
            fragment = _trimmed(text, Span(line.start + bars[begun] + 1, min(at, line.end)))
            if fragment.start < fragment.end:
                yield begun, fragment
            begun = column


def _simple_rows(text: str, lines: Sequence[Span]) -> tuple[list[list[Fragments]], int]:
    """Rows of a simple table: a line whose first column is blank goes on with the row above."""
    starts = [match.start() for match in re.finditer(r"=+", lines[0].of(text))]
    rows: list[list[Fragments]] = []
    header_rows = 0
    for line in lines[1:]:
        if _SIMPLE_RULE.match(text, line.start, line.end):
            header_rows = header_rows or len(rows)
            continue
        if _SUB_RULE.match(text, line.start, line.end) or not line.of(text).strip():
            continue
        cells = list(_simple_cells(text, line, starts))
        if rows and cells and not cells[0]:
            for column, cell in enumerate(cells):
                rows[-1][column].extend(cell)
        else:
            rows.append(cells)
    return rows, header_rows if len([1 for line in lines if _SIMPLE_RULE.match(text, line.start, line.end)]) > 2 else 0


def _simple_cells(text: str, line: Span, starts: Sequence[int]) -> Iterator[Fragments]:
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else line.end - line.start
        fragment = _trimmed(text, Span(min(line.start + start, line.end), min(line.start + end, line.end)))
        yield [fragment] if fragment.start < fragment.end else []


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _write_table(building: _Building, rows: list[list[Fragments]], header_rows: int, first: Span) -> RstTable:
    """Write the rows, one a line, and note where each cell came to stand."""
    begin, written = building.length, list[Row]()
    building.pieces.append((building.length, first.start))
    for cells in rows:
        row_start, placed = building.length, list[Cell]()
        for fragments in cells:
            building.write("| ")
            cell_start = building.length
            for number, fragment in enumerate(fragments):
                if number:
                    building.write(" ")
                building.copy(fragment)
            placed.append(Cell(Span(cell_start, building.length)))
            building.write(" ")
        line = Span(row_start, building.write("|").end)
        building.write("\n")
        written.append(Row(tuple(placed), line))
    return RstTable(Span(begin, building.length), tuple(written), header_rows)
