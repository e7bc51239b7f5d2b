"""HTML: main text, tables and metadata of a page; the reading text is without tags, with a map to the file.

>>> from factcheck.readers import SourceFile
>>> (document,) = read(SourceFile.of_bytes("a.html", b"<h1>Limits</h1><p>Up to <b>10</b>&nbsp;nodes.</p>"))
>>> document.text.split("\\n")
['Limits', 'Up to 10 nodes.']
>>> document.position_map.locate(document.text.index("10"))
(1, 28, None)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.model import Block, Document, PositionMap, Problem, Span
from factcheck.model.lens import Lens
from factcheck.model.omission import stand_in, visible
from factcheck.readers.decode import decode
from factcheck.readers.front_matter import read_front_matter
from factcheck.readers.html_blocks import add_html, tokens
from factcheck.readers.html_main import main_text, marked_date
from factcheck.readers.html_meta import read_meta
from factcheck.readers.html_tokens import Token
from factcheck.readers.outline import Outline
from factcheck.readers.page import flags_of, page_document
from factcheck.readers.source_file import SourceFile

SUFFIXES = (".html", ".htm", ".xhtml")
MOST_TAGS = 1_000_000
"""A tag takes some hundred bytes while its page is read, an element of a few characters a kilobyte."""
_SPACES = re.compile(r"[ \t]*+[\r\n]\s*+|[ \t]{2,}+|\{\{[^{}]{0,600}+\}\}|\{%(?:[^%]|%(?!\})){0,600}+%\}")


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """One document, and notes for what of its metadata could not be read. Raises OSError."""
    text, problems = decode(file.read_bytes(), file.path)
    yield from problems
    if text.count("<") > MOST_TAGS:
        yield Problem(file.path, file.path, 0, "error", "too-large", f"it has more than {MOST_TAGS:,} tags")
        return
    front = read_front_matter(text, file.path)
    yield from front.problems
    page = tokens(text, front.end)
    meta = read_meta(text, page)
    said = file.given.title or front.values.get("title", "") or meta.title
    outline = Outline(text, flags_of(file, said, front.values))
    outline.blocks.extend(front.blocks)
    add_html(outline, page)
    _leave_out(outline, main_text(text))
    lens = Lens.over(text, _edits(text, page, outline.blocks))
    seen = Outline(lens.text, blocks=[_seen(block, lens) for block in outline.blocks])
    position_map = PositionMap(PositionMap.of_text(text).line_starts, lens.pieces)
    values = {"language": meta.language, **front.values}
    published = front.published or meta.published or marked_date(text)
    title = file.given.title or front.values.get("title") or seen.title or meta.title
    yield page_document(
        file, lens.text, position_map, seen, values, title=title, url=meta.url, source=meta.source, published=published
    )


def _leave_out(outline: Outline, main: frozenset[str] | None) -> None:
    """Make boilerplate of the blocks that are not in the main text; without one, all stay."""
    if main is None:
        return
    words = [_grams(visible(outline.text, block.span, block.omitted)) for block in outline.blocks]
    inside = [bool(grams) and sum(gram in main for gram in grams) >= 0.6 * len(grams) for grams in words]
    length = sum(len(grams) for block, grams in zip(outline.blocks, words, strict=True) if block.kind != "boilerplate")
    kept = sum(len(grams) for grams, held in zip(words, inside, strict=True) if held)
    if kept < 0.25 * length:
        return
    for number, block in enumerate(outline.blocks):
        if not inside[number] and block.kind not in ("field", "title", "heading", "cell"):
            outline.blocks[number] = replace(block, kind="boilerplate")


def _grams(words: str) -> list[str]:
    """Runs of three words; all of them together if there are fewer."""
    folded = re.findall(r"\w+", words.lower())
    return [" ".join(folded[at : at + 3]) for at in range(max(1, len(folded) - 2))] if folded else []


def _edits(text: str, page: Sequence[Token], blocks: Sequence[Block]) -> Iterator[tuple[Span, str]]:
    """What is taken out of the source: all between the blocks' lines, and tags and spaces inside them."""
    position, number = 0, 0
    for line in _lines(blocks):
        if line.start > position:
            yield Span(position, line.start), "\n" if position else ""
        while number < len(page) and page[number].end <= line.start:
            number += 1
        while number < len(page) and page[number].start < line.end:
            yield from _inside(text, page[number], line)
            if page[number].end > line.end:
                break
            number += 1
        position = line.end
    if position < len(text):
        yield Span(position, len(text)), ""


def _lines(blocks: Sequence[Block]) -> list[Span]:
    merged: list[Span] = []
    for line in sorted(block.line for block in blocks):
        if merged and line.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, line.end))
        else:
            merged.append(line)
    return merged


def _inside(text: str, token: Token, line: Span) -> Iterator[tuple[Span, str]]:
    """The edits of one token, as far as it lies inside a line."""
    span = Span(max(token.start, line.start), min(token.end, line.end))
    if token.kind == "text":
        yield from ((Span(*match.span()), " ") for match in _SPACES.finditer(text, span.start, span.end))
    elif token.name in ("td", "th"):
        yield span, "| " if token.kind == "start" else " "
    else:
        yield span, stand_in(span.of(text))


def _seen(block: Block, lens: Lens) -> Block:
    line = lens.view(block.line)
    words = line.of(lens.text)
    line = Span(line.start + len(words) - len(words.lstrip()), line.start + len(words.rstrip()))
    return replace(block, span=lens.view(block.span), line=line, omitted=())
