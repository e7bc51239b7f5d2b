"""Whether two names can be of one person, place or body: one is a part of the other, or they are spelled alike.

>>> alike("Emma Watson", "Emma Charlotte Watson"), alike("Lorvik", "Lorvick"), alike("Alma", "Alva")
(True, True, False)
>>> alike("Lake Ostrandel", "Lake Ostrandell"), alike("Harbour Institute Vesk", "Harbour Institute Lunt")
(True, False)
"""

from __future__ import annotations

from collections.abc import Collection
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


@lru_cache(maxsize=100_000)
def words_of(name: str) -> frozenset[str]:
    return frozenset(name.lower().split())


def any_alike(left: Collection[str], right: Collection[str]) -> bool:
    # Most names that are alike are equal.
    return any(name in right for name in left) or any(alike(a, b) for a in left for b in right)


def stands_above(name: str, profile: Profile) -> bool:
    """Whether the headings or the title of a page say every word of a name: then it may be the page's alone, and not
    its sentence's."""
    return _stands_above(name, profile.headings, profile.page)


@lru_cache(maxsize=20_000)
def _stands_above(name: str, headings: frozenset[str], page: frozenset[str]) -> bool:
    telling = [word for word in name.casefold().split() if not is_stop(word)]
    return bool(telling) and all(lemma(word) in headings or page.issuperset(_parts(word)) for word in telling)


def own_names(profile: Profile, other: Profile) -> frozenset[str]:
    """Names of one side that the other has neither in its sentence nor above it."""
    return frozenset([name for name in profile.names if is_own(name, other.names, other)])


def is_own(name: str, known: Collection[str], other: Profile) -> bool:
    """Whether no name that is ``known`` of the other side is alike, and neither its sentence nor what stands above it
    says every word of the name."""
    if any_alike((name,), known):
        return False
    words, headings = other.words, other.headings
    return not all(word in words or word in headings for word in words_of(name))
