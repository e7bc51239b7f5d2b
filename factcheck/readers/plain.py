"""Plain text: the file is its own reading text; blocks and title are found by ``reading.segment``.

>>> from factcheck.readers import SourceFile
>>> [document.text for document in read(SourceFile.of_bytes("a.txt", b"One ship."))]
['One ship.']
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Document, PositionMap, Problem
from factcheck.readers.decode import decode
from factcheck.readers.source_file import SourceFile

SUFFIXES = (".txt",)


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """One document, and a note when its encoding had to be guessed. Raises OSError."""
    text, problems = decode(file.read_bytes(), file.path)
    yield from problems
    given = file.given
    yield Document(
        doc_id=file.path,
        path=file.path,
        text=text,
        position_map=PositionMap.of_text(text),
        source=given.source,
        title=given.title,
        url=given.url,
        published=given.published,
        scope=given.scope,
        metadata=given.metadata,
    )
