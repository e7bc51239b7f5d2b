"""Markdown and MDX: the file is its own reading text; the outline points into it.

>>> from factcheck.readers import SourceFile
>>> (document,) = read(SourceFile.of_bytes("a.md", b"# Limits\\n\\nUp to **10** nodes.\\n"))
>>> (document.title, [block.kind for block in document.outline])
('Limits', ['title', 'paragraph'])
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Document, PositionMap, Problem
from factcheck.readers.decode import decode
from factcheck.readers.front_matter import read_front_matter
from factcheck.readers.markdown_blocks import add_markdown, mask_markdown
from factcheck.readers.outline import Outline
from factcheck.readers.page import flags_of, page_document
from factcheck.readers.source_file import SourceFile

SUFFIXES = (".md", ".mdx", ".markdown")


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """One document, and notes for what of its metadata could not be read. Raises OSError."""
    text, problems = decode(file.read_bytes(), file.path)
    yield from problems
    front = read_front_matter(text, file.path)
    yield from front.problems
    said = file.given.title or front.values.get("title", "")
    outline = Outline(text, flags_of(file, said, front.values))
    outline.blocks.extend(front.blocks)
    add_markdown(outline, mask_markdown(text, front.end, modules=file.suffix == ".mdx"))
    position_map = PositionMap.of_text(text)
    for offset, detail in outline.broken:
        yield Problem(file.path, file.path, position_map.locate(offset)[0], "note", "broken-table", detail)
    yield page_document(file, text, position_map, outline, front.values, title=said, published=front.published)
