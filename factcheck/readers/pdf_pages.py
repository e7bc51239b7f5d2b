"""The text of a PDF's pages. A script: it runs in a process of its own, whose limits ``confined`` sets.

What draws a page is a program: a kilobyte of it can ask for hours and gigabytes, inside a library that nothing but the
operating system can stop.
"""

from __future__ import annotations

import json
import sys
from typing import Any

MOST_PAGES = 5_000
MOST_TEXT = 50_000_000
"""Characters of all pages together, and of one."""


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
    sys.stdout.write(json.dumps(_read(sys.stdin.buffer.read())) + "\n")
