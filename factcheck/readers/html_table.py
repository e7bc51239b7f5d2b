"""HTML tables as rows of cells, with merged cells and the offsets of the source.

>>> text = "<table><tr><th>Plan</th><th>Users</th></tr><tr><td>Free</td><td>5&nbsp;of 9</td></tr></table>"
>>> outline = Outline(text)
>>> add_html_table(outline, Span(0, len(text)))
>>> [(block.span.of(text), [label.text for label in block.labels]) for block in outline.blocks]
[('Free', ['Plan']), ('5&nbsp;of 9', ['Free', 'Users'])]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.model import Span
from factcheck.model.omission import stand_in, visible
from factcheck.readers.html_tokens import Token, tokens
from factcheck.readers.outline import Outline
from factcheck.readers.table_outline import Cell, Row, add_table


@dataclass(slots=True)
class _Open:
    """The table while its tokens go by."""

    rows: list[Row] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    row_start: int = 0
    cell: Token | None = None
    gaps: list[Span] = field(default_factory=list)
    header_rows: int = 0
    caption: Span | None = None
    caption_gaps: tuple[Span, ...] = ()


def add_html_table(outline: Outline, span: Span) -> None:
    """Add the cells of the table at a span of ``outline.text``. A table inside a cell is read as the cell's text."""
    add_table_tokens(outline, tokens(outline.text, span.start, span.end))


def add_table_tokens(outline: Outline, table: Sequence[Token]) -> None:
    """Add the cells of a table that is given as its tokens, ``<table>`` first."""
    state, depth = _Open(), 0
    for token in table:
        if token.name == "table":
            depth += 1 if token.kind == "start" else -1
        if depth == 1 and token.name in ("tr", "td", "th", "caption", "table", "tbody", "thead", "tfoot"):
            _structure(outline.text, state, token)
        elif state.cell is not None and token.kind != "text":
            state.gaps.append(Span(token.start, token.end))
    end = table[-1].end if table else 0
    _close_cell(outline.text, state, end)
    _close_row(state, end)
    caption = visible(outline.text, state.caption, state.caption_gaps) if state.caption else ""
    if state.caption:
        outline.add("caption", state.caption, omitted=state.caption_gaps)
    add_table(outline, state.rows, state.header_rows, caption)


def _structure(text: str, state: _Open, token: Token) -> None:
    """A tag that begins or ends a row or cell; a missing end tag is made good by the next beginning."""
    _close_cell(text, state, token.start)
    if token.name in ("tr", "table", "tbody", "thead", "tfoot"):
        _close_row(state, token.start)
        state.row_start = token.end if token.name != "tr" else token.start
    elif token.kind == "start":
        state.cell = token


def _close_cell(text: str, state: _Open, end: int) -> None:
    opened = state.cell
    if opened is None:
        return
    state.cell, gaps, state.gaps = None, state.gaps, []
    span = trimmed(text, Span(opened.end, end), gaps)
    if opened.name == "caption":
        state.caption, state.caption_gaps = span, tuple(gaps)
        return
    rows, columns = (_number(opened.attributes.get(name, "")) for name in ("rowspan", "colspan"))
    state.cells.append(Cell(span, tuple(gaps), opened.name == "th", rows, columns))


def _close_row(state: _Open, end: int) -> None:
    if not state.cells:
        return
    if all(cell.header for cell in state.cells) and len(state.rows) == state.header_rows:
        state.header_rows += 1
    start = state.row_start
    state.rows.append(Row(tuple(state.cells), Span(min(start, state.cells[0].span.start), end)))
    state.cells = []


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 5 and int(written) else 1


def trimmed(text: str, span: Span, gaps: Sequence[Span]) -> Span:
    """A span without white space and gaps at its edges; a gap that shows a character ("&gt;") stays."""
    start, end = span.start, span.end
    shut = [gap for gap in gaps if not stand_in(gap.of(text)).strip()]
    for gap in shut:
        start = _after_space(text, start, end)
        if gap.start <= start < gap.end:
            start = gap.end
    for gap in reversed(shut):
        end = _before_space(text, start, end)
        if gap.start < end <= gap.end:
            end = max(start, gap.start)
    start = _after_space(text, start, end)
    return Span(start, max(start, _before_space(text, start, end)))


def _after_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _before_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
