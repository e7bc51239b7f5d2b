"""Where a text stops being one: a dump of numbers is read as far as an article's share of figures reaches.

What a claim costs does not depend on how much text stands around it, so without a limit a file of nothing but digits
would take twenty times as long as an article of its size.

>>> limit("Ten of 12 ships sailed in 1931."), limit("7 " * 40_000)
(None, 20000)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.model import Passage, Problem, Span
from factcheck.reading.segment.legible import Legible

# A large table of distances, shares and days has a figure in every ten characters; prose has one in fifty.
CHARACTERS_A_FIGURE = 10
MOST_IN_A_SHORT_TEXT = 10_000
_FIGURE = re.compile(r"\d++(?:[.,]\d{3}(?!\d))*+(?:\.\d++)?")


def limit(text: str) -> int | None:
    """The offset from which on the text is not read; None for all but large dumps of numbers."""
    most = _most(text)
    if len(text) < 2 * most:
        return None  # too short to hold so many
    return next((match.start() for number, match in enumerate(_FIGURE.finditer(text)) if number == most), None)


def within_limit(view: Legible, passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], tuple[Problem, ...]]:
    """The passages to read of the legible text, and the Problem of a document that was cut."""
    end = limit(view.document.text)
    if end is None:
        return tuple(passages), ()
    return tuple(_before(passages, end)), (_too_dense(view, end),)


def _too_dense(view: Legible, end: int) -> Problem:
    """The Problem of a document that is read up to that offset of the legible text only."""
    most = _most(view.document.text)
    detail = f"more than {most:,} figures, one in every {end // most} characters: from here on nothing was read"
    return Problem(view.source.doc_id, view.source.path, view.line(end), "error", "too-many-figures", detail)


def _most(text: str) -> int:
    return max(MOST_IN_A_SHORT_TEXT, len(text) // CHARACTERS_A_FIGURE)


def _before(passages: Iterable[Passage], end: int) -> Iterator[Passage]:
    for passage in passages:
        sentences = tuple(Span(span.start, min(span.end, end)) for span in passage.sentences if span.start < end)
        if sentences:
            yield replace(passage, sentences=sentences)
