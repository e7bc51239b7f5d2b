"""AsciiDoc: the file is its own reading text; headings, lists, tables and paragraphs, listings left out.

>>> from factcheck.readers import SourceFile
>>> content = b"= Limits\\n\\nUp to *10* nodes.\\n\\n|===\\n|Plan |Users\\n\\n|Pro |5\\n|===\\n"
>>> (document,) = read(SourceFile.of_bytes("a.adoc", content))
>>> [(block.kind, block.span.of(document.text)) for block in document.outline][2:]
[('cell', 'Pro'), ('cell', '5')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.model import Document, Label, PositionMap, Problem, Span
from factcheck.model.omission import visible
from factcheck.readers.decode import decode
from factcheck.readers.outline import Outline
from factcheck.readers.page import flags_of, page_document
from factcheck.readers.source_file import SourceFile
from factcheck.readers.table_outline import Cell, Row, add_table

SUFFIXES = (".adoc", ".asciidoc")

_LINE = re.compile(r"([ \t]*+)([^\r\n]*+)(?:\r\n|\n|\r|\Z)")
_HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_ITEM = re.compile(r"(?:[*-]{1,5}|\.{1,5}|\d{1,4}\.)[ \t]+(?:\[[ x*]\][ \t]+)?(?=\S)")
_TERM = re.compile(r"(\S[^\n]{0,120}?)(?:::{1,3}|;;)(?:[ \t]+|\Z)")
_LABELLED = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_ATTRIBUTE = re.compile(r":!?[\w-]+!?:(?:[ \t]|\Z)")
_CLOSED = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,})\Z")
_FRAME = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--)\Z")
_COLUMNS = re.compile(r"""cols\s*=\s*["']?([^"'\]]+)""")
_CELL = re.compile(r"(?<![\\\w])(?:\d+\*)?(?:\d*\.?\d*\+)?[<^>]?[aehlmsvd]?\|")
_INLINE = re.compile(
    r"""(?P<code>`[^`\n]++`)
    |(?P<anchor>\[\[[^\[\]\n]*+\]\]|\[\#[^\[\]\n]*+\])
    |<<(?P<target>[^<>,\n]*+)(?:,(?P<words>[^<>\n]*+))?>>
    |(?P<link>(?:link:|xref:|mailto:|image:{1,2}|https?://|include::)[^\s\[\]]*+\[)(?P<shown>[^\]\n]*+)\]
    |(?P<url>\bhttps?://[^\s\[\]<>]++)
    |(?P<substitution>\{[\w-]{1,40}\})
    |(?P<marks>(?<![\w*_])[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?![\w*_]))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    words: str


@dataclass(slots=True)
class _Walk:
    outline: Outline
    lines: Sequence[_Line]
    group: int = -1
    intro: str = ""
    term: str = ""
    columns: int = 0
    caption: str = ""
    labels: tuple[Label, ...] = field(default=())


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """One document, and a note when its encoding had to be guessed. Raises OSError."""
    text, problems = decode(file.read_bytes(), file.path)
    yield from problems
    outline = Outline(text, flags_of(file, file.given.title, {}))
    walk = _Walk(outline, tuple(_lines(text)))
    number = 0
    while number < len(walk.lines):
        number = _block(walk, number)
    yield page_document(file, text, PositionMap.of_text(text), outline, {})


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        if match.end() > match.start():
            words = match[2].rstrip()
            yield _Line(match.start(2), match.start(2) + len(words), words)


def _block(walk: _Walk, number: int) -> int:
    """One block; the number of the line after it."""
    line = walk.lines[number]
    words = line.words
    if words in ("", "+") or (words.startswith("//") and words[:4] != "////") or _ATTRIBUTE.match(words):
        return number + 1
    if words.startswith("|==="):
        return _table(walk, number)
    if _CLOSED.match(words):
        return _closing(walk, number)
    if words.startswith("[") and words.endswith("]"):
        columns = _COLUMNS.search(words)
        walk.columns = _column_count(columns[1]) if columns else walk.columns
        return number + 1
    if _FRAME.match(words):
        return number + 1
    if heading := _HEADING.match(words):
        walk.group, walk.term = -1, ""
        span = Span(line.start + heading.end(), line.end)
        walk.outline.heading(len(heading[1]), span, Span(line.start, line.end), _markup(walk.outline.text, span))
        return number + 1
    if words.startswith(".") and len(words) > 1 and words[1] not in ". \t":
        walk.caption = words[1:]
        return number + 1
    return _prose(walk, number)


def _closing(walk: _Walk, number: int) -> int:
    """The line after a listing; one that is never closed is only its opening line."""
    words = walk.lines[number].words
    for end in range(number + 1, len(walk.lines)):
        if walk.lines[end].words == words:
            return end + 1
    return number + 1


def _prose(walk: _Walk, number: int) -> int:
    """A list item, a definition or a paragraph."""
    line = walk.lines[number]
    item, term, note = (pattern.match(line.words) for pattern in (_ITEM, _TERM, _LABELLED))
    end = number + 1
    while end < len(walk.lines) and walk.lines[end].words and not _begins(walk.lines[end].words):
        end += 1
    if term and not item:
        return _definition(walk, line, term, end)
    begin = line.start + (item.end() if item else note.end() if note else 0)
    span = Span(begin, walk.lines[end - 1].end)
    if not item:
        below_term = number > 0 and bool(walk.lines[number - 1].words)
        walk.group, walk.term = -1, walk.term if below_term else ""
        below = (Label("term", walk.term),)
        walk.outline.add("paragraph", span, labels=below, omitted=_markup(walk.outline.text, span))
        return end
    if walk.group < 0:
        walk.group, walk.intro = walk.outline.new_group(), walk.outline.introduction() or walk.caption
    labels = (Label("intro", walk.intro), Label("term", walk.term))
    whole = Span(line.start, span.end)
    walk.outline.add("item", span, whole, labels=labels, group=walk.group, omitted=_markup(walk.outline.text, span))
    return end


def _begins(words: str) -> bool:
    """Whether a line begins a block of its own although no blank line is above it."""
    return bool(
        _ITEM.match(words) or _TERM.match(words) or words == "+" or _CLOSED.match(words) or _FRAME.match(words)
        or words.startswith(("|===", "//", "["))
    )  # fmt: skip


def _definition(walk: _Walk, line: _Line, term: re.Match[str], end: int) -> int:
    span = Span(line.start, line.start + term.end(1))
    walk.outline.add("term", span, omitted=_markup(walk.outline.text, span))
    walk.term, walk.group = visible(walk.outline.text, span, _markup(walk.outline.text, span)), -1
    stop = walk.lines[end - 1].end
    rest = Span(line.start + term.end(), stop)
    if rest.start < rest.end:
        labels = (Label("term", walk.term),)
        walk.outline.add("item", rest, Span(line.start, stop), labels=labels, omitted=_markup(walk.outline.text, rest))
    return end


def _table(walk: _Walk, number: int) -> int:
    """A table: cells begin with a bar; rows are filled by the number of columns."""
    text, end = walk.outline.text, number + 1
    while end < len(walk.lines) and not walk.lines[end].words.startswith("|==="):
        end += 1
    body = walk.lines[number + 1 : end]
    first = next((line for line in body if line.words), None)
    if first is None:
        return end + 1
    columns = walk.columns or max(1, len(_CELL.findall(first.words)))
    cells = tuple(_cells(text, Span(first.start, body[-1].end)))
    rows = [
        Row(cells[at : at + columns], Span(cells[at].span.start, cells[min(at + columns, len(cells)) - 1].span.end))
        for at in range(0, len(cells), columns)
    ]
    header = "header" in walk.lines[number - 1].words if number else False
    after = body.index(first) + 1
    header = header or (after < len(body) and not body[after].words and len(_CELL.findall(first.words)) == columns)
    add_table(walk.outline, rows, int(header), walk.caption)
    walk.columns, walk.caption, walk.group = 0, "", -1
    return end + 1


def _cells(text: str, span: Span) -> Iterator[Cell]:
    """The cells of a table's body; what stands before the first bar is one too."""
    marks = [match.span() for match in _CELL.finditer(text, span.start, span.end)]
    if not marks or marks[0][0] > span.start:
        marks.insert(0, (span.start, span.start))
    for number, (_, start) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else span.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        cell = Span(start, end)
        yield Cell(cell, _markup(text, cell))


def _column_count(written: str) -> int:
    """The number of columns of ``cols="1,2"`` or ``cols=3*``."""
    repeated = re.match(r"\s*(\d{1,2})\*", written)
    return int(repeated[1]) if repeated else written.count(",") + 1 if "," in written else 1


def _markup(text: str, span: Span) -> tuple[Span, ...]:
    """The stretches of a span that are markup; what a link shows stays."""
    found: list[Span] = []
    for match in _INLINE.finditer(text, span.start, span.end):
        if match["code"]:
            continue
        shown = match.span("words") if match["words"] else match.span("shown") if match["shown"] else None
        if shown and not (match["link"] or "").startswith("image"):
            found += (Span(match.start(), shown[0]), Span(shown[1], match.end()))
        else:
            found.append(Span(*match.span()))
    return tuple(found)
