"""Classes of what figures measure, by the nouns, states, verbs and cues that name them.

>>> measure_of_noun(("net", "income")), measure_of_state("killed"), is_person("miner")
('profit', 'deaths', True)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.lexicon.load import entries

LONGEST = 4


def measure_of_noun(lemmas: Sequence[str]) -> str:
    """The measure named by the end of a noun phrase (its last words matter most), "" if none.

    >>> measure_of_noun(("quarterly", "operating", "profit"))
    'operating_profit'
    """
    table = _by_noun()
    for length in range(min(LONGEST, len(lemmas)), 0, -1):
        found = table.get(" ".join(lemmas[-length:]))
        if found:
            return found
    return ""


@cache
def measure_of_state(word: str) -> str:
    """The measure of people of whom this lower-case word is said ("wounded"), "" if none."""
    return _table("states").get(word, "")


@cache
def measure_of_verb(lemma: str, of: str) -> str:
    """The measure of a figure that is the object of this verb, for a figure of ``of`` (person, place, money …).

    >>> measure_of_verb("kill", "person"), measure_of_verb("kill", "money")
    ('deaths', '')
    """
    for entry in entries("en/nouns.yaml"):
        if lemma in entry.get("verbs", ()) and _fits(entry.get("of", ""), entry.get("units", ()), of):
            return str(entry["measure"])
    return ""


@cache
def measure_of_cue(word: str, dimension: str) -> str:
    """The measure that a word beside a figure of this dimension points to ("deep", "[length]"), "" if none."""
    for entry in entries("en/nouns.yaml"):
        if word in entry.get("cues", ()) and dimension in entry.get("units", (dimension,)):
            return str(entry["measure"])
    return ""


@cache
def is_person(lemma: str) -> bool:
    """Whether a noun lemma names people, whom a state or an act then classes."""
    return lemma in _persons()


@cache
def measure_names() -> frozenset[str]:
    """Every class of the lexicon, for the rules that name them."""
    return frozenset(str(entry["measure"]) for entry in entries("en/nouns.yaml"))


def _fits(wanted: str, units: Sequence[str], of: str) -> bool:
    if wanted:
        return wanted == of
    return of in units if units else of in {"money", "count", "percent"}


@cache
def _by_noun() -> dict[str, str]:
    return _table("nouns")


@cache
def _table(field: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries("en/nouns.yaml"):
        for word in entry.get(field, ()):
            found.setdefault(word, entry["measure"])
    return found


@cache
def _persons() -> frozenset[str]:
    return frozenset(noun for entry in entries("en/persons.yaml") for noun in entry["nouns"])
