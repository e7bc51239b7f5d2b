"""A document cut into passages: the reader's blocks, or blocks found in plain text, each with its sentences.

>>> from factcheck.model import PositionMap
>>> text = "Alma opens a pier\\n\\nIt cost $4 m. It holds 12 ships."
>>> document = Document("a.txt", "a.txt", text, PositionMap.of_text(text))
>>> [(passage.block.kind, len(passage.sentences)) for passage in segment(document)]
[('title', 1), ('paragraph', 2)]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Block, Document, Passage
from factcheck.reading.segment.boilerplate import boilerplate_extent, stamps_page
from factcheck.reading.segment.density import within_limit
from factcheck.reading.segment.legible import Legible, legible
from factcheck.reading.segment.plain import STAMP, plain_blocks, title_line
from factcheck.reading.segment.sentences import sentences

__all__ = ["Legible", "blocks", "furniture", "legible", "segment", "stamps", "titled", "within_limit"]

_PROSE = frozenset({"paragraph", "quote", "item", "caption"})


def blocks(document: Document) -> tuple[Block, ...]:
    """All blocks in the order of the text, with what is not of the article as kind ``boilerplate``."""
    if not document.outline:
        return plain_blocks(document.text, document.title)
    return tuple(_without_chrome(document.text, block) for block in document.outline)


def segment(document: Document, found: Sequence[Block] | None = None) -> tuple[Passage, ...]:
    """The passages to read, in the order of the text; boilerplate is left out. Linear in the text.

    ``found`` are the document's ``blocks``, where they are known already.
    """
    read = (block for block in (blocks(document) if found is None else found) if block.kind != "boilerplate")
    return tuple(_passage(document.text, block, index) for index, block in enumerate(read))


def stamps(found: Sequence[Block]) -> tuple[Passage, ...]:
    """The lines that tell of the page itself, each a passage: bylines and page stamps, none in a teaser or comment."""
    read = (block for block in found if _is_stamp(block))
    return tuple(Passage(block, (block.span,), index) for index, block in enumerate(read))


def furniture(found: Sequence[Block]) -> int:
    """How many blocks are of the page and not of the article, and are read by nobody: menus, teasers, forms."""
    return sum(block.kind == "boilerplate" and not _is_stamp(block) for block in found)


def _is_stamp(block: Block) -> bool:
    return block.kind == "boilerplate" and "stamp" in block.flags


def titled(document: Document) -> Document:
    """The document with the title that its text gives it, unless somebody said one."""
    if document.title or document.outline:
        return document
    return replace(document, title=title_line(document.text, plain_blocks(document.text)))


def _without_chrome(text: str, block: Block) -> Block:
    """A paragraph of an outline that is a byline, a credit or the like as boilerplate: readers know no words."""
    line = block.span.of(text) if block.kind == "paragraph" else ""
    if boilerplate_extent(line):
        return replace(block, kind="boilerplate", flags=block.flags | STAMP if stamps_page(line) else block.flags)
    return block


def _passage(text: str, block: Block, index: int) -> Passage:
    if block.kind in _PROSE:
        return Passage(block, sentences(text, block.span.start, block.span.end), index)
    return Passage(block, (block.span,), index)
