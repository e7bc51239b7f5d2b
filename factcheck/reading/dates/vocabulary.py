"""The words of time: which class the grammar gives a word, and what the word is worth.

>>> vocabulary()["Tuesday"].value
2
>>> vocabulary()["may"].kind, vocabulary()["May"].kind
('MONTH_LOWER', 'MONTH_TITLE')
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.reading.dates.holidays import feast_words
from factcheck.reading.dates.zones import zone_names

# Words that join others or have a place of their own in a pattern, where they stand for themselves.
JOINERS = (
    "the", "a", "an", "of", "in", "on", "at", "by", "since", "until", "till", "before", "after", "from", "to",
    "through", "thru", "during", "between", "and", "or", "for", "within", "throughout", "over", "as", "more",
    "less", "than", "least", "most", "up", "not", "no", "time", "times", "age", "year's", "era", "period", "date",
    "moment", "ahead", "starting", "beginning", "commencing", "rest", "remainder", "part", "anniversary",
    "birthday", "working", "business", "calendar", "consecutive", "straight", "full", "whole", "further",
    "additional", "good", "so", "far", "s", "present", "modern", "being", "fewer", "per", "its", "their", "his",
    "her", "our", "your", "my", "it", "these", "those", "soon", "long", "brief", "short", "very", "later",
    "earlier", "other", "right", "latter", "then", "prior",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """``kind`` is a class of the grammar; ``value`` a number or a code, as the lexicon gives it."""

    kind: str
    value: int | float | str


@cache
def vocabulary() -> dict[str, Word]:
    """Every known spelling (lower, Title and UPPER case) of every word. Read-only."""
    words: dict[str, Word] = {}
    for joiner in JOINERS:
        _add(words, joiner, Word(joiner, 0), Word(joiner, 0))
    for entry in entries("en/dates.yaml"):
        kind = entry["class"]
        for word, value in entry["words"].items():
            _add(words, str(word), Word(entry.get("lower", kind), value), Word(kind, value))
    for word in feast_words().difference(words):
        _add(words, word, Word("FEAST_WORD", 0), Word("FEAST_WORD", 0))
    words["9/11"] = Word("FEAST_WORD", 0)
    words |= {zone: Word("ZONE", minutes) for zone, (minutes, _) in zone_names().items() if zone not in words}
    return words


def _add(words: dict[str, Word], word: str, lower: Word, title: Word) -> None:
    words[word] = lower
    words[word.capitalize()] = title
    words[word.upper()] = title
