"""Named word lists that the grammar of the frame asks for.

>>> "number" in word_list("light nouns")
True
"""

from __future__ import annotations

from functools import cache

from factcheck.lexicon.load import entries


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list of ``en/grammar.yaml``; KeyError for a list that is not there."""
    return {entry["list"]: frozenset(entry["words"]) for entry in entries("en/grammar.yaml")}[name]
