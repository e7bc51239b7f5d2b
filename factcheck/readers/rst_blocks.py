"""The blocks of a reStructuredText file, by indentation and first characters of its lines.

>>> text = "Limits\\n======\\n\\n.. note:: Up to 10 nodes.\\n\\n- 5 users\\n"
>>> outline = Outline(text)
>>> add_rst(outline, ())
>>> [(block.kind, block.span.of(text)) for block in outline.blocks]
[('title', 'Limits'), ('paragraph', 'Up to 10 nodes.'), ('item', '5 users')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from factcheck.model import Label, Span
from factcheck.model.omission import visible
from factcheck.readers.outline import Outline
from factcheck.readers.rst_inline import rst_markup
from factcheck.readers.rst_tables import RstTable
from factcheck.readers.table_outline import Cell, Row, add_table

_LINE = re.compile(r"([ \t]*+)([^\r\n]*+)(?:\r\n|\n|\r|\Z)")
_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}\Z")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]+|\Z)")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([A-Za-z][\w:.+-]*?)::(?:[ \t]+|\Z)")
_FOOTNOTE = re.compile(r"\.\.[ \t]+\[(?:#?[\w-]+|\*)\][ \t]+")
_FIELD = re.compile(r":([^:\n]{1,80}):(?:[ \t]+|\Z)")
_BULLET = re.compile(r"(?:[-*+•‣⁃]|\(?(?:\d{1,4}|#|[A-Za-z]|[ivxlIVXL]{1,6})[.)])[ \t]+(?=\S)")
# Directives whose content is the page's own prose; what any other holds is code, data or a picture.
_PROSE = frozenset(
    (
        *("note", "warning", "tip", "important", "hint", "attention", "caution", "danger", "error", "admonition"),
        *("seealso", "versionadded", "versionchanged", "deprecated", "topic", "sidebar", "container", "only", "rubric"),
        *("epigraph", "compound", "pull-quote", "glossary", "tab-set", "tab-item", "tabs", "tab", "group-tab"),
        *("dropdown", "grid", "grid-item", "grid-item-card", "card", "details", "list-table", "table", "rst-class"),
        *("class", "centered", "ifconfig", "hlist", "figure", "panels", "toggle", "collapse", "block-quote"),
    )
)
_TITLED = frozenset({"admonition", "topic", "sidebar", "table", "rubric", "tab-item", "tab", "dropdown", "card",
                     "grid-item-card", "centered", "details"})  # fmt: skip
_DEEPEST = 40
# An item this short names what stands below it.
_SHORT_ITEM = 80
_UNTITLED = frozenset({"figure", "only", "container", "class", "rst-class", "ifconfig", "hlist", "tab-set", "grid",
                       "grid-item", "versionadded", "versionchanged", "deprecated"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its indentation and line end."""

    start: int
    end: int
    indent: int


@dataclass(frozen=True, slots=True)
class _Place:
    labels: tuple[Label, ...] = ()
    group: int = -1
    quoted: bool = False
    depth: int = 0


@dataclass(slots=True)
class _Walk:
    outline: Outline
    text: str
    lines: Sequence[_Line]
    tables: Mapping[int, RstTable]
    levels: list[str] = field(default_factory=list)

    def words(self, number: int) -> str:
        line = self.lines[number]
        return self.text[line.start : line.end]

    def blank(self, number: int) -> bool:
        return self.lines[number].start == self.lines[number].end


def add_rst(outline: Outline, tables: Sequence[RstTable]) -> None:
    """Add the blocks of ``outline.text``, whose tables are already on one line a row. Literal blocks are left out."""
    walk = _Walk(outline, outline.text, tuple(_lines(outline.text)), {table.span.start: table for table in tables})
    _body(walk, 0, len(walk.lines), _Place())


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        if match.end() > match.start():
            end = match.start(2) + len(match[2].rstrip())
            yield _Line(match.start(2), max(match.start(2), end), len(match[1].expandtabs(8)))


def _body(walk: _Walk, number: int, stop: int, place: _Place) -> None:
    """The blocks of lines ``number`` to ``stop``."""
    while number < stop:
        if walk.blank(number):
            number += 1
        else:
            number = _block(walk, number, stop, place)


def _block(walk: _Walk, number: int, stop: int, place: _Place) -> int:
    """One block; the number of the line after it."""
    line, words = walk.lines[number], walk.words(number)
    table = walk.tables.get(line.start - line.indent) or walk.tables.get(line.start)
    if table is not None:
        return _table(walk, number, stop, table)
    heading = _heading(walk, number, stop)
    if heading > number:
        return heading
    if _RULE.match(words):
        return number + 1
    if _EXPLICIT.match(words):
        return _explicit(walk, number, stop, place)
    if words.startswith(">>>"):
        return _end_of_paragraph(walk, number, stop)
    if _BULLET.match(words):
        return _list(walk, number, stop, place)
    if mark := _FIELD.match(words):
        return _field(walk, number, stop, mark, place)
    below = number + 1
    if below < stop and not walk.blank(below) and walk.lines[below].indent > line.indent and place.depth < _DEEPEST:
        return _definition(walk, number, stop, place)
    return _paragraph(walk, number, stop, place)


def _heading(walk: _Walk, number: int, stop: int) -> int:
    """The line after a section title, or ``number`` if there is none. Levels are in the order of first use."""
    words = walk.words(number)
    over = bool(_RULE.match(words)) and number + 2 < stop and walk.words(number + 2) == words
    at = number + 1 if over else number
    if at + 1 >= stop or walk.blank(at) or _RULE.match(walk.words(at)):
        return number
    rule = walk.words(at + 1)
    title = walk.lines[at]
    if not _RULE.match(rule) or walk.lines[at + 1].indent > 0 or len(rule) < 0.7 * (title.end - title.start):
        return number
    style = rule[0] * (2 if over else 1)
    if style not in walk.levels:
        walk.levels.append(style)
    span = Span(title.start, title.end)
    walk.outline.heading(walk.levels.index(style) + 1, span, omitted=tuple(rst_markup(walk.text, span.start, span.end)))
    return at + 2


def _inside(walk: _Walk, number: int, stop: int, indent: int) -> int:
    """The number after the lines that are indented by more than ``indent``."""
    end = number
    while number < stop and (walk.blank(number) or walk.lines[number].indent > indent):
        end = end if walk.blank(number) else number + 1
        number += 1
    return end


def _explicit(walk: _Walk, number: int, stop: int, place: _Place) -> int:
    """A directive, footnote, target or comment."""
    line, words = walk.lines[number], walk.words(number)
    end = max(number + 1, _inside(walk, number + 1, stop, line.indent))
    if note := _FOOTNOTE.match(words):
        _add(walk, "paragraph", Span(line.start + note.end(), _last(walk, number, end)), place)
    match = _DIRECTIVE.match(words)
    if match is None or match[1].lower() not in _PROSE or place.depth > _DEEPEST:
        return end
    name, inner = match[1].lower(), number + 1
    while inner < end and not walk.blank(inner) and _FIELD.match(walk.words(inner)):
        inner += 1
    rest = Span(line.start + match.end(), line.end)
    if name == "list-table":
        return _list_table(walk, inner, end, rest)
    if name in (
        "figure",
        "only",
        "container",
        "class",
        "rst-class",
        "ifconfig",
        "hlist",
        "tab-set",
        "grid",
        "grid-item",
    ):
        rest = Span(line.end, line.end)
    below = replace(place, depth=place.depth + 1)
    if name in ("versionadded", "versionchanged", "deprecated"):
        rest = Span(rest.end, rest.end)
    if rest.start < rest.end:
        wraps = name not in _TITLED and inner == number + 1 and inner < end and not walk.blank(inner)
        last = _end_of_paragraph(walk, inner, end) if wraps else inner
        kind_end = _last(walk, number, last) if wraps else rest.end
        _add(walk, "caption" if name in _TITLED else "paragraph", Span(rest.start, kind_end), below)
        inner = last
    _body(walk, inner, end, below)
    return end


def _last(walk: _Walk, number: int, end: int) -> int:
    """Where the last line that is not blank ends."""
    return max(walk.lines[at].end for at in range(number, end) if not walk.blank(at))


def _end_of_paragraph(walk: _Walk, number: int, stop: int) -> int:
    while number < stop and not walk.blank(number):
        number += 1
    return number


def _list(walk: _Walk, number: int, stop: int, place: _Place) -> int:
    """The items of a list at one indentation, introduced by the paragraph above."""
    indent, intro = walk.lines[number].indent, walk.outline.introduction()
    labels = (*place.labels, *((Label("intro", intro),) if intro else ()))
    own = replace(place, labels=labels, group=walk.outline.new_group())
    style = _style(walk.words(number))
    while number < stop and walk.lines[number].indent == indent and _style(walk.words(number)) == style:
        mark = _BULLET.match(walk.words(number))
        number = _item(walk, number, stop, mark.end() if mark else 0, own)
        while number < stop and walk.blank(number):
            number += 1
    return number


def _style(words: str) -> str:
    """What kind of mark a list item has: its bullet, or that it is numbered; "" if it is none."""
    mark = _BULLET.match(words)
    return "" if mark is None else mark[0][0] if mark[0][0] in "-*+•‣⁃" else "#"


def _item(walk: _Walk, number: int, stop: int, mark: int, place: _Place) -> int:
    """A list item; what is indented below it is read as standing under it."""
    line = walk.lines[number]
    end = max(number + 1, _inside(walk, number + 1, stop, line.indent))
    last = number + 1
    while last < end and not walk.blank(last) and not _BULLET.match(walk.words(last)):
        last += 1
    span = Span(line.start + mark, _last(walk, number, last))
    _add(walk, "item", span, place, Span(line.start, span.end))
    if last < end and place.depth < _DEEPEST:
        words = visible(walk.text, span, rst_markup(walk.text, span.start, span.end))
        under = Label("intro", words if words.endswith(":") or len(words) <= _SHORT_ITEM else "")
        _body(walk, last, end, _Place((*place.labels, under), -1, place.quoted, place.depth + 1))
    return end


def _field(walk: _Walk, number: int, stop: int, mark: re.Match[str], place: _Place) -> int:
    line = walk.lines[number]
    end = max(number + 1, _inside(walk, number + 1, stop, line.indent))
    span = Span(line.start + mark.end(), _last(walk, number, end))
    labels = (*place.labels, Label("key", mark[1].strip()))
    _add(walk, "field", span, replace(place, labels=labels), Span(line.start, max(span.end, line.end)))
    return end


def _definition(walk: _Walk, number: int, stop: int, place: _Place) -> int:
    """A line with deeper lines right below it: a term and its definition."""
    line = walk.lines[number]
    span = Span(line.start, line.end)
    end = max(number + 1, _inside(walk, number + 1, stop, line.indent))
    _add(walk, "term", span, place)
    words = visible(walk.text, span, rst_markup(walk.text, span.start, span.end))
    below = replace(place, labels=(*place.labels, Label("term", words)), depth=place.depth + 1)
    _body(walk, number + 1, end, below)
    return end


def _paragraph(walk: _Walk, number: int, stop: int, place: _Place) -> int:
    """A paragraph; after ``::`` the indented lines are a literal block and not read."""
    line = walk.lines[number]
    end = number + 1
    while end < stop and not walk.blank(end) and walk.lines[end].start not in walk.tables:
        end += 1
    span = Span(line.start, _last(walk, number, end))
    literal = walk.text.endswith("::", span.start, span.end)
    if literal:
        span = Span(span.start, span.end - 1)
    _add(walk, "paragraph", span, place)
    return max(end, _inside(walk, end, stop, line.indent)) if literal else end


def _add(walk: _Walk, kind: str, span: Span, place: _Place, line: Span | None = None) -> None:
    omitted = tuple(rst_markup(walk.text, span.start, span.end))
    if not visible(walk.text, span, omitted).strip("| .:"):
        return
    block = "quote" if place.quoted and kind == "paragraph" else kind
    walk.outline.add(block, span, line, labels=place.labels, group=place.group, omitted=omitted)  # type: ignore[arg-type]


def _table(walk: _Walk, number: int, stop: int, table: RstTable) -> int:
    rows = [Row(tuple(_marked(walk.text, cell) for cell in row.cells), row.line) for row in table.rows]
    caption = walk.outline.blocks[-1] if walk.outline.blocks and walk.outline.blocks[-1].kind == "caption" else None
    named = visible(walk.text, caption.span, caption.omitted) if caption else ""
    add_table(walk.outline, rows, table.header_rows, named)
    end = number + 1
    while end < stop and walk.lines[end].start < table.span.end:
        end += 1
    return end


def _marked(text: str, cell: Cell) -> Cell:
    return replace(cell, omitted=tuple(rst_markup(text, cell.span.start, cell.span.end)))


def _list_table(walk: _Walk, number: int, end: int, title: Span) -> int:
    """A table written as a list of lists: ``* - cell``."""
    rows: list[Row] = []
    cells: list[Cell] = []
    row_start = 0
    for at in range(number, end):
        words, line = walk.words(at), walk.lines[at]
        fresh = re.match(r"\*[ \t]+-(?:[ \t]+|\Z)", words)
        cell = fresh or re.match(r"-(?:[ \t]+|\Z)", words)
        if fresh and cells:
            rows.append(Row(tuple(cells), Span(row_start, cells[-1].span.end)))
            cells = []
        if cell:
            row_start = line.start if fresh else row_start
            cells.append(Cell(Span(line.start + cell.end(), line.end)))
        elif cells and words:
            cells[-1] = Cell(Span(cells[-1].span.start, line.end))
    if cells:
        rows.append(Row(tuple(cells), Span(row_start, cells[-1].span.end)))
    marked = [Row(tuple(_marked(walk.text, cell) for cell in row.cells), row.line) for row in rows]
    if title.start < title.end:
        walk.outline.add("caption", title)
    add_table(walk.outline, marked, 1, title.of(walk.text))
    return end
