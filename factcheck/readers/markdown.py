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
from factcheck.readers.scope import page_flags, scope_of
from factcheck.readers.source_file import SourceFile

SUFFIXES = (".md", ".mdx", ".markdown")


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """One document, and notes for what of its metadata could not be read. Raises OSError."""
    text, problems = decode(file.read_bytes(), file.path)
    yield from problems
    front = read_front_matter(text, file.path)
    yield from front.problems
    given = file.given
    said = given.title or front.values.get("title", "").strip()
    outline = Outline(text, page_flags(file.path, said, front.values) | given.flags)
    outline.blocks.extend(front.blocks)
    add_markdown(outline, mask_markdown(text, front.end, modules=file.suffix == ".mdx"))
    title = said or outline.title
    scope = {**dict(scope_of(file.path, title, front.values)), **dict(given.scope)}
    yield Document(
        doc_id=file.path,
        path=file.path,
        text=text,
        position_map=PositionMap.of_text(text),
        source=given.source,
        title=title,
        url=given.url,
        published=given.published or front.published,
        scope=tuple(sorted(scope.items())),
        metadata=given.metadata,
        outline=tuple(outline.blocks),
    )
