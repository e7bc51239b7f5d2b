"""Word sets of the lexicon that decide between readings, as sets and as sources of patterns.

>>> "sprint" in context_words("metre context"), "|" in alternatives("month")
(True, True)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from factcheck.lexicon.load import entries


@cache
def context_words(name: str) -> frozenset[str]:
    """The words of one named context. Raises KeyError for an unknown name."""
    return {entry["name"]: frozenset(entry["words"]) for entry in entries("en/contexts.yaml")}[name]


@cache
def alternatives(name: str) -> str:
    """The words of a context as alternatives of a regular expression, longest first."""
    return any_of(context_words(name))


def any_of(words: Iterable[str]) -> str:
    """Alternatives of a regular expression, longest first, so that no word hides a longer one."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
