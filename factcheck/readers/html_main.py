"""The main text of a full HTML page, as runs of words (what menus, teasers and comments are not), and its date."""

from __future__ import annotations

import re

_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
# Beyond these, finding the main text would take longer than reading all of it.
_LARGEST = 5_000_000
_MOST_TAGS = 50_000


def main_text(text: str) -> frozenset[str] | None:
    """The runs of three words of a page's main text, None if the page is a fragment or has none that stands out."""
    if not _PAGE.search(text) or len(text) > _LARGEST or text.count("<") > _MOST_TAGS:
        return None
    from logging import getLogger

    from trafilatura import extract

    getLogger("trafilatura").setLevel("CRITICAL")  # what it says of broken pages would go to standard error
    try:
        found = extract(text, fast=True, include_comments=False, include_tables=True, deduplicate=False)
    except (ValueError, TypeError, AttributeError, RecursionError, MemoryError):
        return None
    if not found:
        return None
    runs: set[str] = set()
    for line in found.splitlines():
        words = re.findall(r"\w+", line.lower())
        runs.update(" ".join(words[at : at + size]) for size in (1, 2, 3) for at in range(len(words) - size + 1))
    return frozenset(runs)


def marked_date(text: str) -> str | None:
    """The publication date that a page's markup or address gives, None if only its words do: those are read later.

    The bounds are fixed, so that the answer does not depend on the day of the run.
    """
    if not _PAGE.search(text) or len(text) > _LARGEST or text.count("<") > _MOST_TAGS:
        return None
    from logging import getLogger

    from htmldate import find_date

    getLogger("htmldate").setLevel("CRITICAL")
    try:
        found = find_date(
            text, extensive_search=False, original_date=True, min_date="1990-01-01", max_date="2100-01-01"
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return found if isinstance(found, str) else None
