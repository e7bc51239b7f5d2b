"""The card of a page: title, scope and flags, from what the user, the page and its path say.

>>> from factcheck.readers.outline import Outline
>>> page_document(SourceFile.of_bytes("docs/v2.1/a.rst", b""), "", PositionMap(), Outline(""), {}).scope
(('version', '2.1'),)
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Document, PositionMap
from factcheck.readers.outline import Outline
from factcheck.readers.scope import page_flags, scope_of
from factcheck.readers.source_file import SourceFile


def flags_of(file: SourceFile, title: str, values: Mapping[str, str]) -> frozenset[str]:
    """The flags that every block of the page carries."""
    return page_flags(file.path, title, values) | file.given.flags


def page_document(
    file: SourceFile,
    text: str,
    position_map: PositionMap,
    outline: Outline,
    values: Mapping[str, str],
    **said: str | None,
) -> Document:
    """The document of a page. ``values`` is its front matter; ``said`` may hold title, url, source and published.

    What ``sources.yaml`` says goes before what the page says; a page's own title before its first heading.
    """
    given = file.given
    title = given.title or (said.get("title") or "").strip() or outline.title
    scope = {**dict(scope_of(file.path, title, values)), **dict(given.scope)}
    return Document(
        doc_id=file.path,
        path=file.path,
        text=text,
        position_map=position_map,
        source=given.source or said.get("source") or "",
        title=title,
        url=given.url or said.get("url") or "",
        published=given.published or said.get("published"),
        scope=tuple(sorted(scope.items())),
        metadata=given.metadata,
        outline=tuple(outline.blocks),
    )
