"""Vague words: "dozens", "thousands" name an order of size and no figure.

>>> is_vague("Dozens"), is_vague("tens of thousands"), is_vague("two dozen")
(True, True, False)
"""

from __future__ import annotations

from functools import cache

from factcheck.lexicon.load import entries


def is_vague(quote: str) -> bool:
    """Whether a figure is no more than such a word; what stands before it ("many", "several") adds nothing."""
    words = quote.lower()
    return any(words == vague or words.endswith(f" {vague}") for vague in _vague())


@cache
def _vague() -> tuple[str, ...]:
    return tuple(str(entry["words"]) for entry in entries("en/vague.yaml"))
