"""Words of which no two hold for one figure: killed and wounded, revenue and profit, maximum and default.

>>> opposed("killed", "wounded"), opposed("killed", "dead"), opposed("killed", "maximum")
(True, False, False)
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.lexicon.load import entries


@cache
def sides(word: str) -> frozenset[tuple[str, int]]:
    """The (set, member) pairs a lemma or phrase stands for; empty if it is opposed to nothing."""
    return _sides().get(word.lower(), frozenset())


@cache
def opposed(left: str, right: str) -> bool:
    """Whether the two words stand on different sides of one opposition (and share no side of it)."""
    ours, theirs = dict(sides(left)), dict(sides(right))
    return any(name in theirs and theirs[name] != side for name, side in ours.items())


def contrast(left: Iterable[str], right: Iterable[str]) -> tuple[str, str] | None:
    """The first opposed pair between two bags of words in which each side lacks the other's word.

    >>> contrast(["maximum", "size"], ["default", "size"])
    ('maximum', 'default')
    >>> contrast(["import", "export"], ["import"]) is None
    True
    """
    ours, theirs = _held(left), _held(right)
    for name in sorted(ours.keys() & theirs.keys()):
        only_ours, only_theirs = ours[name], theirs[name]
        if not only_ours.keys() & only_theirs.keys():
            return min(only_ours.values()), min(only_theirs.values())
    return None


def _held(words: Iterable[str]) -> dict[str, dict[int, str]]:
    held: dict[str, dict[int, str]] = {}
    for word in words:
        for name, side in sides(word):
            held.setdefault(name, {}).setdefault(side, word)
    return held


@cache
def _sides() -> dict[str, frozenset[tuple[str, int]]]:
    found: dict[str, set[tuple[str, int]]] = {}
    for entry in entries("en/oppositions.yaml"):
        for number, member in enumerate(entry["members"]):
            for word in member:
                found.setdefault(str(word).lower(), set()).add((entry["set"], number))
    return {word: frozenset(pairs) for word, pairs in found.items()}
