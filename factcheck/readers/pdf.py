"""PDF: the text of all pages as one reading text; every citation has its page.

Words torn by a hyphen at a line's end stay torn; page numbers and running heads are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model import Document, PositionMap, Problem
from factcheck.readers.outline import Outline
from factcheck.readers.page import page_document
from factcheck.readers.source_file import SourceFile

SUFFIXES = (".pdf",)

_MOST_PAGES = 5_000
_MOST_TEXT = 50_000_000
_DIGITS = re.compile(r"\d+")
# A line at the edge of so many pages in a row of the document is a running head.
_RUNNING = 3
_EDGE_LINES = 2
_STOPS = (".", "!", "?", ":")
_LIST_MARK = re.compile(r"[ \t]*(?:[-•*–◦▪]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]")
_LEAST_WIDTH = 40


def read(file: SourceFile) -> Iterator[Document | Problem]:
    """One document; its position map knows the pages. Raises OSError."""
    import pypdfium2

    try:
        pages, title, cut = _pages(file.read_bytes())
    except (pypdfium2.PdfiumError, ValueError) as error:
        yield Problem(file.path, file.path, 0, "error", "broken-pdf", str(error) or "does not parse")
        return
    if cut:
        detail = f"only the first {len(pages)} pages were read"
        yield Problem(file.path, file.path, 0, "error", "too-large", detail)
    if not any(page.strip() for page in pages):
        yield Problem(file.path, file.path, 0, "error", "no-text", "no page holds text; it may be scanned")
    lines, starts = _joined(_without_running_heads(pages))
    text = _flowing(lines)
    position_map = PositionMap(PositionMap.of_text(lines).line_starts, pages=starts)
    yield page_document(file, text, position_map, Outline(text), {}, title=title)


def _pages(content: bytes) -> tuple[list[str], str, bool]:
    """The text of each page, the title of the file's metadata, and whether pages were left out."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        title = str(document.get_metadata_dict().get("Title", ""))
        pages: list[str] = []
        length = 0
        for number in range(min(len(document), _MOST_PAGES)):
            if length > _MOST_TEXT:
                break
            page = document[number]
            words = page.get_textpage().get_text_bounded()
            pages.append(words.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-").replace("\0", ""))
            length += len(words)
        return pages, "" if _is_file_name(title) else title, len(pages) < len(document)
    finally:
        document.close()


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
