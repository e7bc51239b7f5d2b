"""Which lines of a page are not of the article: teasers, reply forms, galleries, bylines, page chrome.

>>> boilerplate_extent("You May Also Like"), boilerplate_extent("Related articles of the treaty name 14 islands.")
('section', None)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.lexicon import load
from factcheck.model import Span

# A line longer than this is prose, whatever it begins with.
_SHORT = 160
_EDGES = " \t*_#>|:;.!?…-–—•»«“”\"'[]()`"


@dataclass(frozen=True, slots=True)
class _Entry:
    extent: str
    longest: int
    lines: frozenset[str]
    starts: tuple[str, ...]
    pattern: re.Pattern[str] | None
    begins: re.Pattern[str] | None
    stamp: bool


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(
        _Entry(
            extent=entry["extent"],
            longest=entry.get("longest", _SHORT),
            lines=frozenset(map(_folded, entry.get("lines", ()))),
            starts=tuple(start.casefold() for start in entry.get("starts", ())),
            pattern=_any(entry.get("patterns", ()), re.IGNORECASE),
            begins=_any(entry.get("begins", ())),
            stamp=entry.get("stamp", False),
        )
        for entry in load.entries("en/boilerplate.yaml")
    )


def _any(patterns: Sequence[str], flags: int = 0) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags) if patterns else None


@cache
def _inside() -> re.Pattern[str]:
    patterns = (pattern for entry in load.entries("en/boilerplate.yaml") for pattern in entry.get("inside", ()))
    return re.compile("|".join(patterns))


@cache
def _beginning() -> re.Pattern[str]:
    patterns = (entry.begins.pattern for entry in _entries() if entry.begins)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _folded(line: str) -> str:
    return " ".join(line.replace("’", "'").strip(_EDGES).casefold().split())


def boilerplate_extent(line: str) -> str | None:
    """``line``, ``section`` or ``rest`` when a line is no part of the article, else None."""
    entry = _entry_of(line)
    return entry.extent if entry else None


def stamps_page(line: str) -> bool:
    """Whether a line that is no part of the article tells of the page: when, and by whom.

    >>> stamps_page("By Ada Harlow | May 3, 2024"), stamps_page("Leave a Reply")
    (True, False)
    """
    entry = _entry_of(line)
    return entry is not None and entry.stamp


def _entry_of(line: str) -> _Entry | None:
    if len(line) > _SHORT:
        if _beginning().match(line) is None:
            return None  # as of nearly all paragraphs
        return next((entry for entry in _entries() if entry.begins and entry.begins.match(line)), None)
    return _entry_of_short(line)


@lru_cache(maxsize=1 << 14)
def _entry_of_short(line: str) -> _Entry | None:
    """Remembered: the chrome of a page is that of its neighbours, and a line is asked about several times."""
    bare = " ".join(line.replace("’", "'").split())
    folded, lowered, inner = _folded(line), bare.casefold().lstrip(_EDGES), bare.strip(_EDGES)
    if not bare:
        return None
    for entry in _entries():
        if entry.begins and entry.begins.match(bare):
            return entry
        if len(bare) > entry.longest:
            continue
        if folded in entry.lines or (entry.starts and lowered.startswith(entry.starts)):
            return entry
        if entry.pattern and (entry.pattern.fullmatch(bare) or entry.pattern.fullmatch(inner)):
            return entry
    return None


def boilerplate_inside(text: str, start: int, end: int) -> Iterator[Span]:
    """Stretches of a block that are not of the article ("Caption 3 of 25")."""
    for match in _inside().finditer(text, start, end):
        yield Span(*match.span())
