"""Editions: a number that is part of a name ("Halden Server 2019", "release 4.2") says which one is meant; so does a
tier ("Halden Card Plus").

>>> sorted(editions("Halden Server 2019 runs for 90 days", ("Halden Server",), "90 days"))
[('server', '2019')]
>>> sorted(editions("The Halden Phone 4 Pro weighs 90 g", ("Halden Phone",), "90 g"))
[('phone', '4'), ('phone', 'pro')]
>>> titles_differ_in_edition("Harbour Suite 3 end of support", "Harbour Suite 4 end of support", frozenset())
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from factcheck.lexicon.generic import generic

# A designation is a number right behind a word: "Server 2019", "v2.1".
_BEHIND = re.compile(r"([A-Za-z][\w.+#-]*)[ -]v?(\d+(?:\.\w+)*)\b")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
# Words that say of the number behind them that it names something, be they part of a name or not.
_EDITION_WORDS = frozenset({"version", "release", "edition", "update", "v", "generation", "tier", "phase", "pack"})


def editions(sentence: str, names: Iterable[str], quote: str) -> frozenset[tuple[str, str]]:
    """(last word of a name, number) for every numbered name or tier of a sentence, what the figure itself says left
    out, and (word, tier) for every tier behind a word.

    >>> sorted(editions("The Arda Gold 6140 has 18 cores", ("Arda",), "18"))
    [('arda', 'gold'), ('gold', '6140')]
    """
    ends = {name.split()[-1].lower() for name in names if name} | _EDITION_WORDS | generic("tiers")
    said = frozenset(_NUMBER.findall(quote))
    numbered = ((word, number) for word, number in _designations(sentence) if word in ends and number not in said)
    return frozenset((*numbered, *_tiers(sentence)))


@cache
def _tiered() -> re.Pattern[str]:
    return re.compile(rf"([A-Za-z][\w+#-]*)(?: \d[\w.]*)? ({'|'.join(map(str.capitalize, generic('tiers')))})\b")


@lru_cache(maxsize=1024)
def _tiers(sentence: str) -> tuple[tuple[str, str], ...]:
    return tuple((word.lower(), tier.lower()) for word, tier in _tiered().findall(sentence))


@lru_cache(maxsize=1024)
def _designations(sentence: str) -> tuple[tuple[str, str], ...]:
    """Every word with a number behind it; the claims of one sentence ask in turn."""
    return tuple((word.lower(), number) for word, number in _BEHIND.findall(sentence))


def editions_differ(left: frozenset[tuple[str, str]], right: frozenset[tuple[str, str]]) -> bool:
    """Whether both sides number one name, and no number of it is the same."""
    both = {word for word, _ in left} & {word for word, _ in right}
    return any(
        not {number for name, number in left if name == word} & {number for name, number in right if name == word}
        for word in both
    )


def is_of_a_tier(
    editions: frozenset[tuple[str, str]], others: frozenset[tuple[str, str]], said: frozenset[str]
) -> bool:
    """Whether one side names the tier of what the other side, which also says its word, names without one.

    >>> is_of_a_tier(frozenset({("card", "plus")}), frozenset(), frozenset({"card", "fee"}))
    True
    """
    tiered = {word for word, tier in others if tier.isalpha()}
    return any(tier.isalpha() and word in said and word not in tiered for word, tier in editions)


def titles_differ_in_edition(left: str, right: str, said: frozenset[str]) -> bool:
    """Titles that are alike but for their numbers, none of which is a figure in question (``said``)."""
    if left == right or _NUMBER.sub("#", left) != _NUMBER.sub("#", right):
        return False
    return not said & {*_NUMBER.findall(left), *_NUMBER.findall(right)}


# Few: a text that is kept keeps the memory around it from being used again.
@lru_cache(maxsize=1024)
def numbers(text: str) -> frozenset[str]:
    """The numbers of a text, as written."""
    return frozenset(_NUMBER.findall(text))
