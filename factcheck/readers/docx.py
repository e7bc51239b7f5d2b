"""DOCX: paragraphs, headings, lists and tables in the order of the document; ``line`` counts paragraphs and rows."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.model import Document, Label, PositionMap, Problem, Span
from factcheck.readers.archive import TooLargeError, require_article
from factcheck.readers.outline import Outline
from factcheck.readers.page import flags_of, page_document
from factcheck.readers.source_file import SourceFile
from factcheck.readers.table_outline import Cell, Row, add_table

SUFFIXES = (".docx",)

# Word itself allows no more columns.
_MOST_COLUMNS = 63
_HEADING = re.compile(r"heading (\d)|title", re.IGNORECASE)


@dataclass(slots=True)
class _Part:
    """A paragraph or table with its place in the reading text."""

    span: Span
    style: str = ""
    rows: list[Row] = field(default_factory=list)


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """One document, or the Problem that kept it from being read. Raises OSError."""
    content = file.read_bytes()
    try:
        opened = _opened(content)
        text, parts = _parts(opened)
    except TooLargeError as error:
        yield Problem(file.path, file.path, 0, "error", "too-large", str(error))
        return
    except Exception as error:  # noqa: BLE001 – what the libraries raise for a broken or encrypted file is no list
        detail = str(error).splitlines()[0][:200] if str(error) else "does not parse"
        yield Problem(file.path, file.path, 0, "error", "broken-docx", detail)
        return
    title = str(opened.core_properties.title or "")
    outline = Outline(text, flags_of(file, file.given.title or title, {}))
    below = int(any(part.style.lower() == "title" for part in parts))
    for part in parts:
        _add(outline, part, below)
    yield page_document(file, text, PositionMap.of_text(text), outline, {}, title=outline.title or title)


def _opened(content: bytes) -> Any:
    import docx

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        require_article(archive.infolist(), len(content))
    return docx.Document(io.BytesIO(content))


def _parts(opened: Any) -> tuple[str, list[_Part]]:
    """The reading text, a line for every paragraph and table row, and the parts in it."""
    lines: list[str] = []
    parts: list[_Part] = []
    length = 0
    styles: dict[str | None, str] = {}
    for element in opened.iter_inner_content():
        if hasattr(element, "rows"):
            table = _Part(Span(length, length))
            for cells in _rows(element):
                table.rows.append(_row(cells, length))
                lines.append(" | ".join(words for words, _ in cells))
                length += len(lines[-1]) + 1
            parts.append(table)
            continue
        words = _plain(element.text)
        if words:
            parts.append(_Part(Span(length, length + len(words)), _style(element, styles)))
            lines.append(words)
            length += len(words) + 1
    return "\n".join(lines), parts


def _style(paragraph: Any, known: dict[str | None, str]) -> str:
    """The name of a paragraph's style; each is looked up once, since that walks through all of them."""
    key = paragraph._p.style
    if key not in known:
        known[key] = str(paragraph.style.name) if paragraph.style is not None else ""
    return known[key]


def _plain(words: str) -> str:
    """A paragraph on one line: soft line breaks and tabs are spaces."""
    return " ".join(words.split())


def _rows(table: Any) -> Iterator[list[tuple[str, int]]]:
    """The cells of each row as (text, columns covered); a cell merged downwards is empty in the rows below.

    The cells are taken as they stand in the file: written out, a cell could cover millions of columns. Tables inside a
    cell are read as the cell's text.
    """
    from docx.oxml.ns import qn

    for row in table._tbl.tr_lst:
        cells: list[tuple[str, int]] = []
        for cell in row.tc_lst:
            goes_on = cell.vMerge == "continue"
            words = "" if goes_on else _plain(" ".join(paragraph.text for paragraph in cell.iter(qn("w:p"))))
            cells.append((words, min(max(1, cell.grid_span), _MOST_COLUMNS)))
        yield cells


def _row(cells: list[tuple[str, int]], begin: int) -> Row:
    placed: list[Cell] = []
    start = begin
    for words, columns in cells:
        placed.append(Cell(Span(start, start + len(words)), columns=columns))
        start += len(words) + 3
    return Row(tuple(placed), Span(begin, max(begin, start - 3)))


def _add(outline: Outline, part: _Part, below: int) -> None:
    """Add a part; headings are ``below`` levels further down where the document has a title of its own."""
    if part.rows:
        add_table(outline, part.rows, header_rows=1)
        return
    heading = _HEADING.match(part.style)
    if heading:
        outline.heading(int(heading[1]) + below if heading[1] else 1, part.span)
    elif part.style.lower().startswith("list"):
        above = outline.blocks[-1] if outline.blocks else None
        goes_on = above is not None and above.kind == "item"
        labels = above.labels if goes_on and above else (Label("intro", outline.introduction()),)
        group = above.group if goes_on and above else outline.new_group()
        outline.add("item", part.span, labels=labels, group=group)
    elif part.style.lower() == "caption":
        outline.add("caption", part.span)
    else:
        outline.add("quote" if "quote" in part.style.lower() else "paragraph", part.span)
