"""One sentence said of two: but for a name or a word each, both sides say the same.

>>> [feature.name for feature in FEATURES]
['exchange']
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.comparing.match.features.ladder import Feature, against
from factcheck.comparing.names import alike, is_own, stands_above
from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics
from factcheck.lexicon.generic import generic
from factcheck.lexicon.measures import is_person
from factcheck.lexicon.oppositions import opposed
from factcheck.lexicon.synonyms import synonymous

# Share of the rarity in common, but for what each side has for itself, from which one sentence is said of two things.
_SAME_SENTENCE = 0.75
# Words with so many first letters in common are forms of one.
_STEM = 4


def exchange_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    """Whether each side has one name, or one word, where the other has another, and else they are alike."""
    ours, theirs = _own_names(left, right), _own_names(right, left)
    if len(ours) == len(theirs) == 1 and _alike_without(left, right, ours, theirs, corpus):
        return "names"
    if ours or theirs:
        return "none"
    mine, yours = _own_words(left, right), _own_words(right, left)
    if len(mine) != 1 or len(yours) != 1 or not _alike_without(left, right, mine, yours, corpus):
        return "none"
    (one,), (other,) = mine, yours
    if opposed(one, other):
        return "opposites"
    verbs = {left.verb, right.verb}
    return "none" if verbs & {one, other} or _one_meaning(one, other) else "things"


def _own_names(profile: Profile, other: Profile) -> frozenset[str]:
    """The names of one side, that of a pronoun among them, which the other side does not give. Whoever says it does not
    count: two sources may speak of one thing."""
    known = {*other.names, *other.subject, profile.attribution}
    return frozenset([name for name in _named(profile) if is_own(name, known, other)])


def _named(profile: Profile) -> frozenset[str]:
    """The names of a sentence; a subject that the page lends it is none of them."""
    primary = profile.primary
    said = primary[:1].isupper() and not stands_above(primary, profile)
    return profile.names | {primary} if said else profile.names


def _own_words(profile: Profile, other: Profile) -> frozenset[str]:
    """The words of one side but for those of names and of what is counted, which neither the other sentence nor what
    stands above it has."""
    own = profile.words - other.words - other.headings - profile.modifiers - {profile.measure}
    for name in profile.names:
        own = _without(own, name)
    return own


def _alike_without(
    left: Profile, right: Profile, ours: frozenset[str], theirs: frozenset[str], corpus: Statistics
) -> bool:
    a, b = _without(left.words, *ours), _without(right.words, *theirs)
    both = corpus.mass(a) + corpus.mass(b)
    return bool(a & b) and 2 * corpus.mass(a & b) >= _SAME_SENTENCE * both


def _without(words: frozenset[str], name: str) -> frozenset[str]:
    """Words but for those of a name, in whatever form: "Norwegian" of Norway, "LHA" of the Lorvik Harbour Authority."""
    forms, stems = _forms(name)
    return frozenset([word for word in words if word not in forms and not word.startswith(stems)])


@lru_cache(maxsize=100_000)
def _forms(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a name and its initials, and how other forms of the words begin."""
    parts = name.lower().split()
    initials = "".join(part[0] for part in parts)
    return frozenset((*parts, initials)), tuple(part[:_STEM] for part in parts if len(part) >= _STEM)


def _one_meaning(one: str, other: str) -> bool:
    """Two words that may say the same of one thing: forms of one word, people, and what says nothing itself."""
    if synonymous(one, other) or one[:_STEM] == other[:_STEM] or alike(one, other):
        return True
    words = (one, other)
    vague = generic("generic counts") | generic("dimension nouns") | generic("anybody")
    return any(is_person(word) or word in vague for word in words)


FEATURES: tuple[Feature, ...] = (
    Feature(
        "exchange",
        exchange_level,
        lambda a, b, _: against(
            _own_names(a, b) or _own_words(a, b),
            _own_names(b, a) or _own_words(b, a),
        ),
    ),
)
