"""reStructuredText: the reading text is the file, but for tables, which stand on one line a row.

>>> from factcheck.readers import SourceFile
>>> (document,) = read(SourceFile.of_bytes("a.rst", b"Limits\\n======\\n\\nUp to *10* nodes.\\n"))
>>> (document.title, [block.kind for block in document.outline])
('Limits', ['title', 'paragraph'])
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Document, PositionMap, Problem
from factcheck.readers.decode import decode
from factcheck.readers.outline import Outline
from factcheck.readers.page import flags_of, page_document
from factcheck.readers.rst_blocks import add_rst
from factcheck.readers.rst_tables import one_line_rows
from factcheck.readers.source_file import SourceFile

SUFFIXES = (".rst",)


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """One document, and a note when its encoding had to be guessed. Raises OSError."""
    text, problems = decode(file.read_bytes(), file.path)
    yield from problems
    one_line = one_line_rows(text)
    outline = Outline(one_line.text, flags_of(file, file.given.title, {}))
    add_rst(outline, one_line.tables)
    position_map = PositionMap(PositionMap.of_text(text).line_starts, one_line.pieces)
    yield page_document(file, one_line.text, position_map, outline, {})
