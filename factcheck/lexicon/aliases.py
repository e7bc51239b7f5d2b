"""Names folded to one: demonyms, spelling variants, acronyms.

>>> canonical_name("Zelenskyy"), canonical_name("Russian"), canonical_name("Lorvik") is None
('Volodymyr Zelensky', 'Russia', True)
"""

from __future__ import annotations

from functools import cache

from factcheck.lexicon.load import entries


@cache
def canonical_name(name: str) -> str | None:
    """The name to which a written name folds, None if the lexicon does not know it. Case matters (US, us)."""
    found = _names().get(name)
    return found[0] if found else None


@cache
def name_kind(name: str) -> str:
    """``country``, ``region``, ``city``, ``organisation`` or ``person`` of a written or canonical name, else ""."""
    found = _names().get(name)
    return found[1] if found else ""


def is_place(name: str) -> bool:
    """Whether the lexicon knows the name as a country, region or city.

    >>> is_place("Crimea"), is_place("NATO")
    (True, False)
    """
    return name_kind(name) in {"country", "region", "city"}


def longest_name(first: str) -> int:
    """Words in the longest known name that begins with a word, 0 if none does.

    >>> longest_name("Volodymyr"), longest_name("Lorvik")
    (2, 0)
    """
    return _longest().get(first, 0)


@cache
def _longest() -> dict[str, int]:
    found: dict[str, int] = {}
    for words in (name.split() for name in _names()):
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


@cache
def _names() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for entry in entries("en/aliases.yaml"):
        for name, variants in entry["names"].items():
            for variant in (name, *variants):
                found.setdefault(variant, (name, entry["kind"]))
    return found
