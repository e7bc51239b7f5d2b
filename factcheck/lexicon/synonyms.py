"""Words that name one thing when two places are compared.

>>> synonym_class("movie"), synonym_class("table"), synonymous("quake", "earthquake")
('film', 'table', True)
"""

from __future__ import annotations

from functools import cache

from factcheck.lexicon.load import entries


@cache
def synonym_class(word: str) -> str:
    """The key of the class a lemma or phrase belongs to, the word itself where it stands alone."""
    return _keys().get(word.lower(), word)


def synonymous(left: str, right: str) -> bool:
    """Whether two lemmas or phrases are equal or of one class."""
    return synonym_class(left) == synonym_class(right)


@cache
def _keys() -> dict[str, str]:
    keys: dict[str, str] = {}
    for entry in entries("en/synonyms.yaml"):
        for word in entry["words"]:
            keys.setdefault(str(word).lower(), str(entry["key"]))
    return keys
