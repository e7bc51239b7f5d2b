"""Which lines of a page are not of the article: teasers, reply forms, galleries, bylines, page chrome.

>>> boilerplate_extent("You May Also Like"), boilerplate_extent("Related articles of the treaty name 14 islands.")
('section', None)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.lexicon import load
from factcheck.model import Span

# A line longer than this is prose, whatever it begins with.
_SHORT = 160
_EDGES = " \t*_#>|:;.!?…-–—•»«“”\"'[]()`"


@cache
def _lines() -> dict[str, str]:
    return {
        _folded(line): entry["extent"]
        for entry in load.entries("en/boilerplate.yaml")
        for line in entry.get("lines", ())
    }


@cache
def _starts() -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple(
        (tuple(start.casefold() for start in entry["starts"]), entry["extent"])
        for entry in load.entries("en/boilerplate.yaml")
        if "starts" in entry
    )


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile("|".join(f"(?:{pattern})" for pattern in entry["patterns"]), re.IGNORECASE), entry["extent"])
        for entry in load.entries("en/boilerplate.yaml")
        if "patterns" in entry
    )


@cache
def _inside() -> re.Pattern[str]:
    patterns = (pattern for entry in load.entries("en/boilerplate.yaml") for pattern in entry.get("inside", ()))
    return re.compile("|".join(patterns))


def _folded(line: str) -> str:
    return " ".join(line.replace("’", "'").strip(_EDGES).casefold().split())


def boilerplate_extent(line: str) -> str | None:
    """``line``, ``section`` or ``rest`` when a line is no part of the article, else None."""
    if len(line) > _SHORT or not line.strip():
        return None
    folded = _folded(line)
    if folded in _lines():
        return _lines()[folded]
    bare = " ".join(line.replace("’", "'").split()).strip()
    lowered = bare.casefold().lstrip(_EDGES)
    for starts, extent in _starts():
        if lowered.startswith(starts):
            return extent
    for pattern, extent in _patterns():
        if pattern.fullmatch(bare) or pattern.fullmatch(bare.strip(_EDGES)):
            return extent
    return None


def boilerplate_inside(text: str, start: int, end: int) -> Iterator[Span]:
    """Stretches of a block that are not of the article ("Caption 3 of 25")."""
    for match in _inside().finditer(text, start, end):
        yield Span(*match.span())
