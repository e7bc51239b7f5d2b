"""Tables as blocks: every data cell with its row and column headers.

>>> text = "Plan|Users\\nFree|5"
>>> cells = [[Cell(Span(0, 4)), Cell(Span(5, 10))], [Cell(Span(11, 15)), Cell(Span(16, 17))]]
>>> outline = Outline(text)
>>> add_table(outline, [Row(cells[0], Span(0, 10)), Row(cells[1], Span(11, 17))], header_rows=1)
>>> [(block.span.of(text), [label.text for label in block.labels]) for block in outline.blocks]
[('Free', ['Plan']), ('5', ['Free', 'Users'])]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Label, Span
from factcheck.readers.outline import Outline

_VALUE = re.compile(r"[-+~<>≤≥≈]? ?(?:[$£€¥] ?)?\d")
_YEAR = re.compile(r"(?:FY ?)?(?:19|20)\d\d(?:[-/]\d\d)?")
_RELEASE = re.compile(r"v?\d+(?:\.\d+){2,3}")
_WORDY = re.compile(r"[^\W\d_]{3}")
_BOLD = ("**", "__", "<b>", "<strong")
# Merged cells of one table are written out at most so often; a bomb of spans is cut here.
_MOST_SPAN = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands in the file. ``rows`` and ``columns`` are how many it covers."""

    span: Span
    omitted: tuple[Span, ...] = ()
    header: bool = False
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells and the stretch that is cited for it."""

    cells: Sequence[Cell]
    line: Span


def add_table(
    outline: Outline, rows: Sequence[Row], header_rows: int, caption: str = "", above: Sequence[Label] = ()
) -> None:
    """Add the data cells of a table to an outline, in the order of the text.

    ``header_rows`` rows at the top are column headers. A first row that holds values is data, whatever its format
    says. An empty first cell stands for the one above it, as in merged cells. A row header without a word ("1.17")
    comes with what stands over it ("Version"). ``caption`` names the table; ``above`` are the labels of the list item
    that it stands in.
    """
    grid = _grid(rows)
    words = [[outline.seen(cell.span, cell.omitted) if cell else "" for cell in line] for line in grid]
    header_rows = _header_rows(outline.text, rows, words, header_rows)
    columns = _column_headers(words[:header_rows])
    table = Label("table", caption or outline.introduction())
    group, stub = outline.new_group(), ""
    seconds = _second_headers(words, header_rows)
    for number in range(header_rows, len(rows)):
        stub = (words[number][0] if words[number] else "") or stub
        own = {cell.span for cell in rows[number].cells}
        for column, cell in enumerate(grid[number]):
            if cell is None or cell.span not in own:
                continue
            own.remove(cell.span)
            row = _row_header(words[number], column, stub)
            head = columns[column] if column < len(columns) else ""
            over = columns[0] if column and columns and not _WORDY.search(row) else ""
            second = seconds[number] if column > 1 else ""
            labels = (
                Label("row", row),
                Label("row", second),
                Label("stub", over),
                Label("column", head),
                table,
                *above,
            )
            outline.add("cell", cell.span, rows[number].line, labels=labels, group=group, omitted=cell.omitted)


def _grid(rows: Sequence[Row]) -> list[list[Cell | None]]:
    """The cells by row and column, merged cells in every place that they cover."""
    grid: list[list[Cell | None]] = []
    covered: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        line: list[Cell | None] = []
        below: dict[int, tuple[int, Cell]] = {}
        cells = iter(row.cells)
        while True:
            width = 1
            if len(line) in covered:
                left, cell = covered.pop(len(line))
            elif (fresh := next(cells, None)) is not None:
                cell, left, width = fresh, min(fresh.rows, _MOST_SPAN), min(fresh.columns, _MOST_SPAN)
            elif covered and max(covered) > len(line):
                line.append(None)
                continue
            else:
                break
            for _ in range(max(1, width)):
                if left > 1:
                    below[len(line)] = (left - 1, cell)
                line.append(cell)
        grid.append(line)
        covered = below
    return grid


def _header_rows(text: str, rows: Sequence[Row], words: Sequence[Sequence[str]], said: int) -> int:
    """How many rows at the top are headers: none if the first holds values, two if it is empty above a bold row."""
    if not said or not rows:
        return said
    if _holds_data(words[0]):
        return 0
    bold = (
        len(rows) > 2 and bool(rows[1].cells) and all(text.startswith(_BOLD, cell.span.start) for cell in rows[1].cells)
    )
    return said + 1 if bold and not any(words[0]) else said


def _holds_data(first: Sequence[str]) -> bool:
    """Whether a first row is data: words first, then nothing but values that are not all years."""
    values = [cell for cell in first[1:] if cell]
    if not values or not _WORDY.search(first[0]):
        return False
    return all(map(_VALUE.match, values)) and not all(map(_YEAR.fullmatch, values))


def _column_headers(rows: Sequence[Sequence[str]]) -> list[str]:
    """The header of each column: what its header cells say from top to bottom, each once."""
    width = max((len(row) for row in rows), default=0)
    found = ([row[column] for row in rows if column < len(row) and row[column]] for column in range(width))
    return [" ".join(dict.fromkeys(cells)) for cells in found]


def _second_headers(words: Sequence[Sequence[str]], first: int) -> list[str]:
    """The cells beside the row headers, where several rows share one and they tell them apart: "North" has "SSD" and
    "Tape". "" for rows before ``first`` and where there is nothing to tell apart."""
    stub, pairs = "", []
    for row in words:
        stub = (row[0] if row else "") or stub
        pairs.append((stub, row[1] if len(row) > 1 else ""))
    shared = Counter(pair[0] for pair in pairs[first:])
    unlike = len(set(pairs[first:])) == len(pairs[first:])
    if not unlike or not any(number > 1 for number in shared.values()):
        return [""] * len(words)
    return ["" if at < first else _telling(pair[1], shared[pair[0]]) for at, pair in enumerate(pairs)]


def _telling(second: str, rows: int) -> str:
    """A cell that tells rows apart: words, or a release where another row has the same header."""
    if rows > 1 and _RELEASE.fullmatch(second):
        return second
    return second if _WORDY.search(second) and not _VALUE.match(second) else ""


def _row_header(words: Sequence[str], column: int, stub: str) -> str:
    """What a row is about, seen from one of its cells: its first cell; for that one the first wordy cell after it."""
    if column:
        return stub
    if not _VALUE.match(words[0]):
        return ""
    return next((cell for cell in words[1:] if _WORDY.search(cell)), "")
