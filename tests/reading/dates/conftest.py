"""Documents made of plain sentences, and what is read from them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from factcheck.model import Block, Document, Passage, PositionMap, Span, TimeMention
from factcheck.reading.dates import read_times

PUBLISHED = "2024-05-15"  # a Wednesday


def document(text: str, published: str | None = PUBLISHED, url: str = "") -> Document:
    return Document(
        doc_id="a.txt", path="a.txt", text=text, url=url, published=published, position_map=PositionMap.of_text(text)
    )


def passages(text: str) -> tuple[Passage, ...]:
    """One passage a line; a sentence ends at a full stop before a capital."""
    found = []
    for number, line in enumerate(match for match in re.finditer(r"[^\n]+", text)):
        block = Span(line.start(), line.end())
        ends = [line.start() + match.end() for match in re.finditer(r"[.!?] +(?=[A-Z])", line.group())] + [line.end()]
        sentences = tuple(Span(start, end) for start, end in zip([line.start(), *ends], ends, strict=False))
        found.append(Passage(Block("paragraph", block, block), sentences, number))
    return tuple(found)


def times(text: str, published: str | None = PUBLISHED) -> tuple[TimeMention, ...]:
    return read_times(document(text, published), passages(text))


@pytest.fixture
def read() -> Callable[..., tuple[TimeMention, ...]]:
    return times
