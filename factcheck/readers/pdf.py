"""PDF: the text of all pages as one reading text; every citation has its page.

Words torn by a hyphen at a line's end stay torn; page numbers and running heads are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from factcheck.model import Document, PositionMap, Problem
from factcheck.readers import pdf_pages
from factcheck.readers.confined import Limits, StoppedError, answers
from factcheck.readers.outline import Outline
from factcheck.readers.page import page_document
from factcheck.readers.source_file import SourceFile

SUFFIXES = (".pdf",)

_DIGITS = re.compile(r"\d+")
# A line at the edge of so many pages in a row of the document is a running head.
_RUNNING = 3
_EDGE_LINES = 2
_STOPS = (".", "!", "?", ":")
_LIST_MARK = re.compile(r"[ \t]*(?:[-•*–◦▪]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]")
_LEAST_WIDTH = 40


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """One document; its position map knows the pages. Raises OSError."""
    content = file.read_bytes()
    limits = Limits.of(len(content))
    try:
        (found,) = answers(Path(pdf_pages.__file__), BytesIO(content), limits)
    except StoppedError:
        yield _problem(file, "too-large", f"its pages ask for more than {limits} to be drawn")
        return
    if "error" in found:
        yield _problem(file, "broken-pdf", found["error"])
        return
    if found["cut"]:
        yield _problem(file, "too-large", f"only the first {len(found['pages'])} pages were read")
    pages = [_plain(page) for page in found["pages"]]
    title = "" if _is_file_name(found["title"]) else found["title"]
    if not any(page.strip() for page in pages):
        yield _problem(file, "no-text", "no page holds text; it may be scanned")
    lines, starts = _joined(_without_running_heads(pages))
    text = _flowing(lines)
    position_map = PositionMap(PositionMap.of_text(lines).line_starts, pages=starts)
    yield page_document(file, text, position_map, Outline(text), {}, title=title)


def _problem(file: SourceFile, code: str, detail: str) -> Problem:
    return Problem(file.path, file.path, 0, "error", code, detail)


def _plain(page: str) -> str:
    """A page with line feeds at its line ends, its soft hyphens shown and without NUL."""
    return page.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-").replace("\0", "")


def _is_file_name(title: str) -> bool:
    return bool(re.search(r"\.\w{2,4}\Z|\A(?:untitled|microsoft word)\b", title.strip(), re.IGNORECASE))


def _without_running_heads(pages: Sequence[str]) -> list[str]:
    """The pages without the lines that stand, but for their numbers, at the edge of many of them."""
    split = [page.strip().split("\n") for page in pages]
    counts = Counter(head for lines in split for head in {_head(line) for line in _edges(lines)})
    running = {head for head, count in counts.items() if count >= _RUNNING and head}
    return ["\n".join(_kept(lines, running)) for lines in split]


def _edges(lines: Sequence[str]) -> Sequence[str]:
    return [*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]]


def _head(line: str) -> str:
    """A line as a running head, "" for a sentence."""
    head = line.strip().casefold()
    return "" if head.endswith((".", "!", "?", ",", ";", ":")) else _DIGITS.sub("#", head)


def _kept(lines: list[str], running: set[str]) -> list[str]:
    last = len(lines) - _EDGE_LINES
    return [
        line
        for number, line in enumerate(lines)
        if not ((number < _EDGE_LINES or number >= last) and _head(line) in running)
    ]


def _joined(pages: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """All pages as one text, and where each begins. A sentence may go on over a page's end."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for page in pages:
        starts.append(length)
        words = page.strip()
        words += "\n\n" if words.endswith(_STOPS) or not words else "\n"
        parts.append(words)
        length += len(words)
    return "".join(parts), tuple(starts)


def _flowing(text: str) -> str:
    """The text with the line ends that only the width of the page made as spaces; its length stays."""
    lines = text.split("\n")
    widest = max(map(len, lines), default=0)
    parts: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        parts += (line, " " if _runs_on(line, following, widest) else "\n")
    return "".join(parts[:-1])


def _runs_on(line: str, following: str, widest: int) -> bool:
    """Whether a paragraph goes on: no blank line, no list mark, and no short line before a capital."""
    if not line.strip() or not following.strip() or _LIST_MARK.match(following):
        return False
    if following.lstrip()[0].islower():
        return not line.endswith(_STOPS)
    return len(line) + len(following.split()[0]) >= 0.9 * widest and widest >= _LEAST_WIDTH
