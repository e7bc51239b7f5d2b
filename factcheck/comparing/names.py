"""Whether two names can be of one person, place or body: one is a part of the other, or they are spelled alike.

>>> alike("Emma Watson", "Emma Charlotte Watson"), alike("Lorvik", "Lorvick"), alike("Alma", "Alva")
(True, True, False)
>>> alike("Lake Ostrandel", "Lake Ostrandell"), alike("Harbour Institute Vesk", "Harbour Institute Lunt")
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from factcheck.comparing.profile import Profile
from factcheck.lexicon.lemmas import lemma
from factcheck.lexicon.stopwords import is_stop

# Two spellings of one name differ in a letter or so of a long word; short names differ in a letter and are others.
_SPELLED_ALIKE = 88.0
# Words in common do not make other words alike, so each word is compared: so many letters may differ.
_MISSPELLED = 1
_LONG_ENOUGH = 6
# "Al" and "el" before a name are one; a longer word that begins otherwise is another.
_PARTICLE = 3


@lru_cache(maxsize=1 << 14)
def alike(left: str, right: str) -> bool:
    """Symmetric. A name is alike one that has all its words, in order ("Ortega" and "Amancio Ortega Gaona")."""
    short, long = sorted((_parts(left), _parts(right)), key=len)
    if not short:
        return False
    words = iter(long)
    if all(word in words for word in short):
        return True
    if len(short) != len(long) or min(len(left), len(right)) < _LONG_ENOUGH:
        return False
    from rapidfuzz.fuzz import ratio

    if ratio(left.casefold(), right.casefold()) < _SPELLED_ALIKE:
        return False
    return all(_one_word(ours, theirs) for ours, theirs in zip(_parts(left), _parts(right), strict=True))


def _one_word(left: str, right: str) -> bool:
    """Whether two words can be spellings of one: they begin alike, differ in a letter or none, and no number tells them
    apart ("X200", "X300")."""
    from rapidfuzz.distance.Levenshtein import distance

    if left == right:
        return True
    if distance(left, right) > _MISSPELLED:
        return False
    numbered = any(letter.isdigit() for letter in left + right)
    return not numbered and (left[0] == right[0] or min(len(left), len(right)) < _PARTICLE)


def _parts(name: str) -> list[str]:
    """ "Port-au-Alma" and "Port au Alma" are one name."""
    return name.casefold().replace("-", " ").split()


def any_alike(left: Iterable[str], right: Iterable[str]) -> bool:
    others = tuple(right)
    return any(alike(a, b) for a in left for b in others)


def stands_above(name: str, profile: Profile) -> bool:
    """Whether the headings or the title of a page say every word of a name: then it may be the page's alone, and not
    its sentence's."""
    telling = [word for word in name.casefold().split() if not is_stop(word)]
    return bool(telling) and all(
        lemma(word) in profile.headings or profile.page.issuperset(_parts(word)) for word in telling
    )


def own_names(profile: Profile, other: Profile) -> frozenset[str]:
    """Names of one side that the other has neither in its sentence nor above it."""
    said = other.words | other.headings
    return frozenset(
        name
        for name in profile.names
        if not any_alike((name,), other.names) and not said.issuperset(name.lower().split())
    )
