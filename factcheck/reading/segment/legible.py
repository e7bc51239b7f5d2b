"""A document as its reader sees it: markup, comments and addresses taken out, and the claims put back in place.

>>> from factcheck.model import PositionMap
>>> text = "Up to **5**&nbsp;GB."
>>> gaps = (Span(6, 8), Span(9, 11), Span(11, 17))
>>> block = Block("paragraph", Span(0, 20), Span(0, 20), omitted=gaps)
>>> legible(Document("a.md", "a.md", text, PositionMap.of_text(text), outline=(block,))).document.text
'Up to 5 GB.'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factcheck.model import Block, Citation, Claim, Document, Span
from factcheck.model.lens import Lens
from factcheck.model.omission import stand_in
from factcheck.reading.segment.plain import plain_blocks


@dataclass(frozen=True, slots=True)
class Legible:
    """``document`` is what is read; ``source`` is the document itself. Without omitted spans they are the same."""

    document: Document
    source: Document
    lens: Lens | None = None

    def restored(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Claims on the legible text as claims on the document: quotes and offsets are those of its text."""
        if self.lens is None:
            return tuple(claims)
        return tuple(replace(claim, citation=self.cited(claim.citation)) for claim in claims)

    def cited(self, citation: Citation) -> Citation:
        """A citation of the legible text as one of the document's text."""
        return citation if self.lens is None else self._cited(citation, self.lens)

    def line(self, offset: int) -> int:
        """The line, from 1, on which a place of the legible text stands in the document's file."""
        at = offset if self.lens is None else self.lens.back(Span(offset, offset)).start
        return self.source.position_map.locate(at)[0]

    def _cited(self, citation: Citation, lens: Lens) -> Citation:
        span, sentence = lens.back(citation.span), lens.back(citation.sentence_span)
        return Citation.at(self.source, span, sentence, before=citation.before, after=citation.after)


def legible(document: Document) -> Legible:
    """The document to read. Linear in the text and its blocks."""
    found = document.outline or plain_blocks(document.text, document.title)
    edits = tuple(_edits(document.text, found))
    if not edits:
        return Legible(document, document)
    lens = Lens.over(document.text, edits)
    outline = tuple(_seen(block, lens) for block in found)
    return Legible(replace(document, text=lens.text, outline=outline), document, lens)


def _edits(text: str, found: Iterable[Block]) -> Iterator[tuple[Span, str]]:
    """What is taken out, each stretch once: blocks may share a line, and so what is omitted of it."""
    position = 0
    for start, end in sorted({(gap.start, gap.end) for block in found for gap in block.omitted}):
        if start >= position and end > start:
            yield Span(start, end), stand_in(text[start:end])
            position = end


def _seen(block: Block, lens: Lens) -> Block:
    span = lens.view(block.span)
    line = span if block.line == block.span else lens.view(block.line)
    return Block(block.kind, span, line, block.headings, block.labels, block.group, block.flags)
