"""The text of a PDF's pages, taken out in a process of its own that may use only so much time and memory.

What draws a page is a program: a kilobyte of it can ask for hours and gigabytes, inside a library that nothing but the
operating system can stop. This file is run as a script, imports nothing of the package, reads the PDF from standard
input and writes JSON to standard output.

>>> from factcheck.readers.pdf_pages import Limits
>>> Limits.of(2_000_000)
Limits(seconds=40, memory=1500000000)
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

MOST_PAGES = 5_000
MOST_TEXT = 50_000_000
"""Characters of all pages together, and of one."""


class PdfError(Exception):
    """A PDF that cannot be read; ``code`` is the code of its Problem."""

    def __init__(self, detail: str, code: str = "broken-pdf") -> None:
        super().__init__(detail)
        self.code = code


@dataclass(frozen=True, slots=True)
class Limits:
    """CPU seconds and bytes of memory that reading one file may take."""

    seconds: int
    memory: int

    @classmethod
    def of(cls, size: int) -> Limits:
        """More for a larger file: a page of text takes some milliseconds and about as many kilobytes."""
        megabytes = size // 1_000_000
        return cls(seconds=30 + 5 * megabytes, memory=1_500_000_000 + 20_000_000 * max(0, megabytes - 2))


@dataclass(frozen=True, slots=True)
class Pages:
    """The text of each page, the title of the file's metadata, and whether pages were left out."""

    texts: tuple[str, ...]
    title: str
    cut: bool


def pages_of(content: bytes) -> Pages:
    """The pages of a PDF. Raises PdfError for one that does not parse, or that asks for more than its limits."""
    limits = Limits.of(len(content))
    command = [sys.executable, "-I", __file__, str(limits.seconds), str(limits.memory)]
    try:
        # The clock stops what sleeps or where there are no limits for a process; a busy machine is given more of it.
        done = subprocess.run(command, input=content, capture_output=True, check=False, timeout=10 * limits.seconds)
        said: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        detail = f"its pages ask for more than {limits.seconds} s or {limits.memory // 1_000_000:,} MB to be drawn"
        raise PdfError(detail, "too-large") from None
    if "error" in said:
        raise PdfError(said["error"])
    return Pages(tuple(said["pages"]), said["title"], said["cut"])


def _limit(seconds: int, memory: int) -> None:
    """Let the operating system end this process when it has used so much; there is no such call on Windows."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(content: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except (pypdfium2.PdfiumError, ValueError) as error:
        return {"error": str(error) or "does not parse"}
    title = str(document.get_metadata_dict().get("Title", ""))
    pages: list[str] = []
    length = 0
    for number in range(min(len(document), MOST_PAGES)):
        if length > MOST_TEXT:
            break
        try:
            words = document[number].get_textpage().get_text_bounded()
        except pypdfium2.PdfiumError as error:
            return {"error": f"page {number + 1}: {error}"}
        pages.append(words[:MOST_TEXT])
        length += len(words)
    return {"pages": pages, "title": title, "cut": len(pages) < len(document) or length > MOST_TEXT}


if __name__ == "__main__":
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(json.dumps(_read(sys.stdin.buffer.read())))
