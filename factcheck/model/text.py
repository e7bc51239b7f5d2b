"""Documents and places in them.

>>> document = Document(doc_id="a.txt", path="a.txt", text="One\\nTwo", position_map=PositionMap.of_text("One\\nTwo"))
>>> document.position_map.locate(4)
(2, 1, None)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import Literal

BlockKind = Literal["title", "heading", "paragraph", "item", "term", "cell", "field", "caption", "quote", "boilerplate"]
LabelKind = Literal["row", "column", "stub", "intro", "term", "key", "table"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points, ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Label:
    """What structure says a block is about: a row or column header, a list introduction, a definition term, a key.

    A ``stub`` is what stands over the row headers ("Version" over 1.17, 1.18 …).
    """

    kind: LabelKind
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table cell or front-matter field, and what structure says it is about.

    ``span`` is what is read; ``line`` is what is cited as the sentence (the whole table row, the whole list item,
    ``key: value``), and equals ``span`` for paragraphs. ``headings`` is the path above it, outermost first.
    ``group`` numbers the list or table it belongs to (-1: none). ``flags`` may hold ``example`` (sample values) and
    ``history`` (was true then). A ``boilerplate`` block (teaser, reply form, menu) is read by nobody; it is kept so
    that coverage can count it. One with the flag ``stamp`` (byline, page stamp) is read for the times of the page.
    ``omitted`` spans inside ``span`` (code, comments, URLs, markup) are not read either.
    """

    kind: BlockKind
    span: Span
    line: Span
    headings: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    group: int = -1
    flags: frozenset[str] = frozenset()
    omitted: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A block cut into sentences, in the order of the text."""

    block: Block
    sentences: tuple[Span, ...]
    index: int


@dataclass(frozen=True, slots=True)
class PositionMap:
    """From an offset in the reading text to line, column and page of the file.

    ``pieces`` are (text offset, file offset) pairs from which both run in step; ``line_starts`` are file offsets of
    line beginnings; ``pages`` are text offsets at which pages 1, 2, … begin. ``record`` is the line of a table row,
    which then is the answer for every offset.
    """

    line_starts: tuple[int, ...] = (0,)
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)
    pages: tuple[int, ...] = ()
    record: int | None = None

    @classmethod
    def of_text(cls, text: str) -> PositionMap:
        """The map of a file that is its own reading text. Lines end at \\n, \\r\\n or \\r."""
        return cls(line_starts=tuple(_line_starts(text)))

    @classmethod
    def of_record(cls, line: int) -> PositionMap:
        return cls(record=line)

    def locate(self, offset: int) -> tuple[int, int, int | None]:
        """1-based (line, column, page) of the file for an offset of the text."""
        page = bisect_right(self.pages, offset) if self.pages else None
        if self.record is not None:
            return self.record, 1, page
        piece = self.pieces[max(0, bisect_right(self.pieces, (offset, float("inf"))) - 1)]
        at = piece[1] + offset - piece[0]
        line = max(1, bisect_right(self.line_starts, at))
        return line, at - self.line_starts[line - 1] + 1, page


def _line_starts(text: str) -> Iterator[int]:
    if text.count("\r") == text.count("\r\n"):
        lines = text.split("\n")
        lines.pop()
        return accumulate([len(line) + 1 for line in lines], initial=0)
    return chain((0,), (line_end.end() for line_end in re.finditer(r"\r\n|\n|\r", text)))


@dataclass(frozen=True, slots=True)
class Document:
    """One article or page. ``text`` is never rewritten; it is what spans index.

    ``published`` is an ISO date or datetime, or None when nobody said. ``outline`` is empty for plain text, whose
    blocks are found by ``reading.segment``. ``scope`` holds (key, value) pairs such as ("version", "2.1");
    ``metadata`` further columns of an article table, e.g. ("group", "7").
    """

    doc_id: str
    path: str
    text: str
    position_map: PositionMap = field(repr=False)
    source: str = ""
    title: str = ""
    url: str = ""
    published: str | None = None
    scope: tuple[tuple[str, str], ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    outline: tuple[Block, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """A quoted place: ``document.text[span.start:span.end] == quote``; line and column are 1-based, in the file.

    ``before`` and ``after`` are the neighbouring sentences of the passage, for readers who want the context.
    """

    doc_id: str
    path: str
    span: Span
    quote: str
    sentence: str
    sentence_span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    page: int | None = None
    before: str = ""
    after: str = ""

    @property
    def offset(self) -> int:
        """Where in the sentence the quote begins."""
        return self.span.start - self.sentence_span.start

    @property
    def behind(self) -> str:
        """What of the sentence stands behind the quote."""
        return self.sentence[self.span.end - self.sentence_span.start :]

    @classmethod
    def at(cls, document: Document, span: Span, sentence: Span, *, before: str = "", after: str = "") -> Citation:
        """What stands at ``span`` of the document, with the sentence (or whole line) that is cited for it."""
        line, column, page = document.position_map.locate(span.start)
        end_line, end_column, _ = document.position_map.locate(span.end)
        return cls(
            doc_id=document.doc_id,
            path=document.path,
            span=span,
            quote=span.of(document.text),
            sentence=sentence.of(document.text),
            sentence_span=sentence,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            page=page,
            before=before,
            after=after,
        )
