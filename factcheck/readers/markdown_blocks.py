"""The blocks of a Markdown text, from the syntax tree of its mask, with the offsets of the text itself.

>>> text = "# Plans\\n\\nEach plan has:\\n\\n- 5 users\\n\\n| Plan | Price |\\n|---|---|\\n| Pro | $5 |\\n"
>>> outline = Outline(text)
>>> add_markdown(outline, mask_markdown(text))
>>> [(block.kind, block.span.of(text)) for block in outline.blocks][2:]
[('item', '5 users'), ('cell', 'Pro'), ('cell', '$5')]
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.model import Label, Span
from factcheck.model.omission import visible
from factcheck.model.text import BlockKind
from factcheck.readers.html_table import add_html_table, trimmed
from factcheck.readers.inline import inline_markup
from factcheck.readers.markdown_mask import Mask, mask_markdown
from factcheck.readers.outline import Outline
from factcheck.readers.table_outline import Cell, Row, add_table

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

__all__ = ["add_markdown", "mask_markdown"]

_PIPE = re.compile(r"(?:[^|\\\n]++|\\.)*+")
_ROWS = frozenset({"pipe_table_header", "pipe_table_row"})
_RULE = re.compile(r"[|:\s-]*")
_LOOSE_RULE = re.compile(r"[ \t>]*+\|?[ \t]*+:?-{2,}[|:\s-]*+")
_WHOLE_LINE = re.compile(r"[^\n]+")
_PROSE_WORDS = 8
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,60}\]:[ \t]*")
_REFERENCE = re.compile(r"^[ \t>]*\[[^\]\n]+\]:[ \t]*\S+[^\n]*$", re.MULTILINE)
_LIST_MARK = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_DEEPEST = 60
# Inline marks that are no part of what stands beside them.
_EDGE_MARKS = ("[^", "{", "![", "[!")


class _Place(NamedTuple):
    """Where in the tree a node stands: what introduces it, its list, how deep, and inside a quotation or not."""

    labels: tuple[Label, ...] = ()
    group: int = -1
    quoted: bool = False
    item: Span | None = None
    depth: int = 0


@dataclass(slots=True)
class _Walk:
    outline: Outline
    text: str
    mask: Mask
    starts: list[int]
    tables: list[Span]

    def masked(self, span: Span) -> Iterator[Span]:
        """The blanked stretches that begin inside a span."""
        for number in range(bisect_left(self.starts, span.start), len(self.starts)):
            if self.starts[number] >= span.end:
                return
            yield self.mask.spans[number]


@cache
def _parser() -> Parser:
    import tree_sitter_markdown
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_markdown.language()))


def add_markdown(outline: Outline, mask: Mask) -> None:
    """Add the blocks of ``outline.text`` to the outline, in order. Code is left out; nothing else is."""
    tree = _parser().parse(mask.parsed.encode("ascii"))
    starts = [span.start for span in mask.spans]
    walk = _Walk(outline, outline.text, mask, starts, list(reversed(mask.tables)))
    _children(walk, tree.root_node, _Place())
    _tables_before(walk, len(walk.text))


def _children(walk: _Walk, node: Node, place: _Place) -> None:
    for child in node.named_children:
        _node(walk, child, child.type, place)


def _node(walk: _Walk, node: Node, kind: str, place: _Place) -> None:
    if walk.tables and kind in _LEAVES:
        _tables_before(walk, node.start_byte)
    match kind:
        case "section" | "document":
            _children(walk, node, place)
        case "atx_heading" | "setext_heading":
            _heading(walk, node)
        case "paragraph" | "html_block" | "link_reference_definition" | "ERROR":
            _paragraph(walk, Span(node.start_byte, node.end_byte), place, node)
        case "block_quote":
            _children(walk, node, place._replace(quoted=True))
        case "list":
            _list(walk, node, place)
        case "pipe_table":
            _pipe_table(walk, node, place)
        case "indented_code_block":
            _indented(walk, node, place)


_LEAVES = frozenset({"atx_heading", "setext_heading", "paragraph", "html_block", "pipe_table", "indented_code_block"})


def _tables_before(walk: _Walk, offset: int) -> None:
    """HTML tables in their place among the blocks."""
    while walk.tables and walk.tables[-1].start < offset:
        add_html_table(walk.outline, walk.tables.pop())


def _heading(walk: _Walk, node: Node) -> None:
    marker = next(child.type for child in node.children if "_h" in child.type)
    level = int(re.sub(r"\D", "", marker))
    inline = next((child for child in node.children if child.type in ("inline", "paragraph")), None)
    if inline is not None:
        span, omitted = _trimmed(walk, Span(inline.start_byte, inline.end_byte), inline)
        walk.outline.heading(level, span, _line(walk, Span(node.start_byte, node.end_byte)), omitted)


def _paragraph(walk: _Walk, span: Span, place: _Place, node: Node | None = None) -> None:
    if "|" not in span.of(walk.mask.parsed) or not _loose_table(walk, span, place):
        _prose(walk, span, place, node)


def _prose(walk: _Walk, span: Span, place: _Place, node: Node | None = None) -> None:
    span, omitted = _trimmed(walk, span, node)
    if span.start >= span.end or (walk.text[span.start] == "[" and _only_references(walk.text, span)):
        return
    kind: BlockKind = "quote" if place.quoted else "paragraph"
    line = None
    if place.item is not None:
        kind, line = "item", Span(place.item.start, span.end)
    walk.outline.add(kind, span, line, labels=place.labels, group=place.group, omitted=omitted)


def _only_references(text: str, span: Span) -> bool:
    return not _NOTE_MARK.match(text, span.start) and not _REFERENCE.sub("", span.of(text)).strip()


def _list(walk: _Walk, node: Node, place: _Place) -> None:
    """The items of a list, introduced by the paragraph above it or by the item it stands in."""
    if place.depth > _DEEPEST:
        _paragraph(walk, Span(node.start_byte, node.end_byte), place)
        return
    intro = walk.outline.introduction() if place.item is None or not place.labels else ""
    labels = place.labels or ((Label("intro", intro),) if intro else ())
    group = walk.outline.new_group()
    inside = place._replace(labels=labels, group=group, depth=place.depth + 1)
    for item in node.named_children:
        if item.type == "list_item":
            _item(walk, item, inside)


def _item(walk: _Walk, item: Node, place: _Place) -> None:
    """One list item: its first paragraph is the item, what follows stands below it."""
    span = Span(item.start_byte, item.end_byte)
    own = place._replace(item=span)
    if span.of(walk.text).lstrip()[:1] == ":":
        own = own._replace(labels=_term(walk))
    for child in item.named_children:
        kind = child.type
        if "marker" in kind or kind == "block_continuation":
            continue
        before = len(walk.outline.blocks)
        _node(walk, child, kind, own)
        if kind == "paragraph" and own.item is not None and len(walk.outline.blocks) > before:
            first = walk.outline.blocks[before]
            words = visible(walk.text, first.span, first.omitted)
            below = (*place.labels, Label("intro", words)) if words.endswith(":") or len(words) <= 80 else place.labels
            own = own._replace(item=None, labels=below)


def _term(walk: _Walk) -> tuple[Label, ...]:
    """The term that a definition stands under: the paragraph before it, which becomes a term."""
    for number in range(len(walk.outline.blocks) - 1, -1, -1):
        block = walk.outline.blocks[number]
        if block.kind == "term":
            return (Label("term", visible(walk.text, block.span, block.omitted)),)
        if block.kind == "paragraph":
            walk.outline.blocks[number] = replace(block, kind="term")
            return (Label("term", visible(walk.text, block.span, block.omitted)),)
        if block.kind != "item":
            break
    return ()


def _pipe_table(walk: _Walk, node: Node, place: _Place) -> None:
    lines = [Span(row.start_byte, row.end_byte) for row in node.children if row.type in _ROWS]
    if "|" not in lines[0].of(walk.mask.parsed):
        # The parser takes a line of bare bars ("|||") for the rule below this one: it is the header, and empty.
        _prose(walk, lines[0], place)
        lines[0] = Span(lines[0].end, lines[0].end)
    _table_rows(walk, lines, place)


def _table_rows(walk: _Walk, lines: list[Span], place: _Place) -> None:
    """A table given as the lines of its rows, the header first; rules between rows are none."""
    shown = [_line(walk, line) for line in lines if line == lines[0] or not _RULE.fullmatch(line.of(walk.mask.parsed))]
    rows = [Row(tuple(_cells(walk, line)), line) for line in shown]
    add_table(walk.outline, rows, header_rows=1, above=place.labels)
    width = len(rows[0].cells)
    wide = next((row for row in rows if len(row.cells) > width > 0), None)
    if wide is not None:
        walk.outline.broken.append((wide.line.start, f"a row of {len(wide.cells)} cells below a header of {width}"))


def _loose_table(walk: _Walk, span: Span, place: _Place) -> bool:
    """Read a paragraph that is a table but for its header (of other cells than its rule, or empty) as a table."""
    parsed = walk.mask.parsed
    lines = [Span(span.start + line.start(), span.start + line.end()) for line in _WHOLE_LINE.finditer(span.of(parsed))]
    rule = next((at for at, line in enumerate(lines) if at and _LOOSE_RULE.fullmatch(line.of(parsed))), 0)
    end = rule
    while rule and end < len(lines) and "|" in lines[end].of(parsed):
        end += 1
    if end - rule < 2 or "|" not in lines[rule - 1].of(parsed):
        return False
    if rule > 1:
        _prose(walk, Span(span.start, lines[rule - 2].end), place)
    _table_rows(walk, [lines[rule - 1], *lines[rule + 1 : end]], place)
    if end < len(lines):
        _prose(walk, Span(lines[end].start, span.end), place)
    return True


def _cells(walk: _Walk, line: Span) -> Iterator[Cell]:
    """The cells between the bars of a row; an escaped bar belongs to its cell."""
    parsed, position = walk.mask.parsed, line.start
    if parsed[position : position + 1] == "|":
        position += 1
    while position < line.end:
        match = _PIPE.match(parsed, position, line.end)
        end = match.end() if match else line.end
        span, omitted = _trimmed(walk, Span(position, end))
        yield Cell(span, omitted)
        position = end + 1


def _indented(walk: _Walk, node: Node, place: _Place) -> None:
    """Indented code is left out, but indented prose is read: pages are full of lists indented by mistake."""
    span = Span(node.start_byte, node.end_byte)
    for line in re.finditer(r"[^\n]+", span.of(walk.mask.parsed)):
        words = line[0].split()
        plain = sum(word.strip(".,:;()\"'*").isalpha() for word in words)
        if len(words) >= _PROSE_WORDS and plain >= 0.8 * len(words) and words[-1][-1] in ".,:;!?)*":
            begin = _LIST_MARK.match(line[0])
            start = span.start + line.start() + (begin.end() if begin else 0)
            _paragraph(walk, Span(start, span.start + line.end()), place)


def _line(walk: _Walk, span: Span) -> Span:
    start, end = span.start, span.end
    while end > start and walk.text[end - 1].isspace():
        end -= 1
    while start < end and walk.text[start].isspace():
        start += 1
    return Span(start, end)


def _trimmed(walk: _Walk, span: Span, node: Any = None) -> tuple[Span, tuple[Span, ...]]:
    """A span without blanks, tags and marks at its edges, and the markup inside it."""
    text = walk.text
    edges = list(walk.masked(span))
    if node is not None and text.find(">", span.start, span.end) >= 0:
        edges += _continuations(node, text)
    inline = inline_markup(text, span.start, span.end)
    apart = not edges  # then nothing overlaps
    edges += (gap for gap in inline if text.startswith(_EDGE_MARKS, gap.start))
    omitted = inline if apart else tuple(_merged([*edges, *inline]))
    return trimmed(text, span, edges if apart else sorted(edges)), omitted


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            if span.end > merged[-1].end:
                merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return merged


def _continuations(node: Node, text: str) -> Iterator[Span]:
    """Quotation marks at the beginning of the lines of a block quote."""
    for child in node.children:
        if child.type == "block_continuation" and text[child.start_byte : child.end_byte].strip():
            yield Span(child.start_byte, child.end_byte)
        elif child.type == "inline":
            yield from _continuations(child, text)
