"""What the figures are about: measure, modifiers, subject, qualifiers, verb, person.

>>> [feature.name for feature in FEATURES]
['measure', 'modifiers', 'subject', 'qualifiers', 'verb', 'anonymous', 'counted', 'person']
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.comparing.match.features.articles import are_of_one_group, are_undated
from factcheck.comparing.match.features.ladder import Feature, against, listed
from factcheck.comparing.match.features.value import of_one_size
from factcheck.comparing.match.features.wording import word_for_word
from factcheck.comparing.names import alike, any_alike, own_names, stands_above
from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics
from factcheck.lexicon.generic import generic
from factcheck.lexicon.measures import is_person, measure_names
from factcheck.lexicon.oppositions import contrast, opposed
from factcheck.lexicon.single_events import happens_once, is_event
from factcheck.lexicon.verbs import verb_class, verb_kind

# The words beside the measure that two sentences share when they say the same of something that only a title names.
_TOLD = 3
ONE = ("one", "1", "a single")
# Two ages of one person told in one story differ by a birthday or a slip; more, and another time is meant.
_BIRTHDAY = 1.5
# Tenths of a nat: in at most one document in twelve or so.
_RARE = 25


def measure_level(left: Profile, right: Profile, _: Statistics) -> str:
    """For a date the measure is what happened: one that the lexicon does not know as an event says little."""
    if not left.measure or not right.measure:
        return "unknown"
    if left.measure != right.measure:
        if _is_compound(left, right) or _is_compound(right, left):
            return "compound"
        if _is_wider(left, right) or _is_wider(right, left):
            return "wider"
        if left.dimension != "date" and contrast(_parts(left.measure), _parts(right.measure)):
            return "opposed"
        if _two_events(left, right):
            return "two_events"
        return "two_things" if _two_things(left, right) else "differs"
    if left.dimension in ("date", "clock"):
        return _event_level(left, right)
    known = left.measure in measure_names() or verb_kind(left.measure) == "act"
    return "same_class" if known else "same"


def _parts(measure: str) -> tuple[str, ...]:
    """ "begin museum" is opposed to "end museum" as "operating_profit" is to "profit"."""
    return (measure, *measure.split())


def _two_things(left: Profile, right: Profile) -> bool:
    """Counts of two kinds of things, each of which only its own sentence names ("crates", "visitors")."""
    if {left.kind, right.kind} != {"count"} or (is_person(left.measure) and is_person(right.measure)):
        return False
    known = measure_names()
    return not ({left.measure, right.measure} & known or left.measure in right.words or right.measure in left.words)


def _two_events(left: Profile, right: Profile) -> bool:
    """Two dates of acts that are not one ("was born", "married")."""
    acts = is_event(left.measure) and is_event(right.measure)
    return left.dimension == right.dimension == "date" and acts


def _is_wider(left: Profile, right: Profile) -> bool:
    """ "A 40-metre well" gives a length; that it is the depth, the other says."""
    return left.measure == "length" and right.measure in ("depth", "height", "width", "distance")


def _is_compound(left: Profile, right: Profile) -> bool:
    """ "Nine read replicas" and "nine read replica nodes": all words of the one narrow the noun of the other."""
    own = left.modifiers | {left.measure}
    return len(own) > 1 and own <= right.modifiers and left.dimension not in ("date", "clock")


def _event_level(left: Profile, right: Profile) -> str:
    if not is_event(left.measure):
        year = left.year or right.year
        return "eventless" if year else "same_words"
    if not happens_once(left.measure) and not left.subject & right.subject:
        return "same_words"
    two_things = own_names(left, right) and own_names(right, left)
    named = any_alike(left.names, right.names) and alike(left.primary, right.primary)
    return "single_event" if happens_once(left.measure) and named and not two_things else "same_event"


def modifiers_level(left: Profile, right: Profile, _: Statistics) -> str:
    if contrast(left.modifiers, right.modifiers):
        return "opposed"
    if left.modifiers == right.modifiers:
        return "same" if left.modifiers else "none"
    if left.modifiers and right.modifiers and not left.modifiers & right.modifiers:
        return "disjoint"
    return "unlike" if left.measure == right.measure in generic("dimension nouns") else "open"


def subject_level(left: Profile, right: Profile, _: Statistics) -> str:
    """An age is said of whom it describes, whoever else the sentence is about."""
    ours, theirs = left.subject - {left.measure}, right.subject - {right.measure}
    if not ours or not theirs:
        return "unknown"
    if left.subject == right.subject:
        return "same" if any(name[:1].isupper() for name in ours) else "noun"
    if alike(left.primary, right.primary):
        return "primary"
    if any_alike(left.subject, right.subject | right.names) or any_alike(right.subject, left.names):
        return "shared"
    if _one_described(left, right):
        return "noun"
    return "unknown" if word_for_word(left, right) and _lent(left) and _lent(right) else "differs"


def _lent(profile: Profile) -> bool:
    """Whether a claim has its subjects from the page: what the sentence itself does not say, two pages with the same
    sentence can leave to their headings."""
    return all(stands_above(name, profile) for name in profile.subject - {profile.measure})


def _one_described(left: Profile, right: Profile) -> bool:
    """Whether both are ages of somebody described alike ("the boy") in sentences with the same names."""
    return bool(left.holder) and left.holder == right.holder and bool(left.names) and left.names == right.names


def qualifiers_level(left: Profile, right: Profile, _: Statistics) -> str:
    if contrast(left.qualifiers, right.qualifiers):
        return "opposed"
    if left.qualifiers == right.qualifiers:
        return "same" if left.qualifiers else "none"
    ours, theirs = _reach(left), _reach(right)
    if ours and theirs and not ours & theirs and not _about_both(left, right, ours | theirs):
        return "elsewhere"
    return "differs" if _unanswered(left, right) and _unanswered(right, left) else "one_sided"


def _reach(profile: Profile) -> frozenset[str]:
    """How far a claim reaches: the places it is told of, or all of them ("worldwide")."""
    places = (name[3:] for name in profile.qualifiers if name.startswith("in ") and name[3:4].isupper())
    return frozenset((*places, *(profile.qualifiers & generic("everywhere"))))


def _about_both(left: Profile, right: Profile, places: frozenset[str]) -> bool:
    """Whether both of two pages without a date are headed with one of the places: "in Halden Server", on pages of the
    manual of that server, is no other place than "in the chart room"."""
    return are_undated(left, right) and any(
        stands_above(place, left) and stands_above(place, right) for place in places
    )


def _unanswered(profile: Profile, other: Profile) -> bool:
    """Whether a qualifier ("in Lorvik", "per day") says something that the other says neither in its sentence nor above
    it."""
    own, said = profile.qualifiers - other.qualifiers, other.words | other.headings
    return any(not set(qualifier.lower().split()) - _SMALL <= said for qualifier in own)


_SMALL = frozenset({"in", "on", "at", "of", "the", "for", "from", "to"})


def verb_level(left: Profile, right: Profile, _: Statistics) -> str:
    lasting = left.kind == right.kind == "duration" and left.verb == right.verb in generic("lasting verbs")
    if lasting:
        return "same"
    if not _tells(left.verb) or not _tells(right.verb):
        return "unknown"
    if verb_class(left.verb) == verb_class(right.verb):
        return "same"
    if left.dimension in ("date", "clock"):
        return "event_differs" if left.measure != right.measure else "differs"
    return "opposed" if opposed(left.verb, right.verb) else "differs"


def _tells(verb: str) -> bool:
    """Whether a verb says what happens: "be" and "hold talks" leave that to the noun."""
    return bool(verb) and verb_kind(verb) not in ("light", "speech")


def anonymous_level(left: Profile, right: Profile, _: Statistics) -> str:
    """A count of something without a name or an identifier anywhere near is a count of anything.

    Where the sentences share words enough, the name can stand in the heading or the title; ports, which count nothing,
    and bounds on one narrowed kind of thing then need none. Documents of a group were given as telling of one thing.
    """
    if left.kind not in ("count", "number", "ordinal") or left.measure in measure_names():
        return "not_a_count"
    if (left.names or left.identifiers) and (right.names or right.identifiers):
        return "named"
    told = len((left.words & right.words) - {left.measure, right.measure}) >= _TOLD
    titled = any(name[:1].isupper() for name in left.subject & right.subject)
    one = titled or left.dimension == "port" or _one_limit(left, right)
    if told and one:
        return "named"
    return "grouped" if are_of_one_group(left, right) else "anonymous"


def _one_limit(left: Profile, right: Profile) -> bool:
    """Bounds on the number of one kind of thing, which both narrow alike: "custom fields"."""
    same = left.measure == right.measure and left.modifiers == right.modifiers
    return same and bool(left.modifiers) and "limit" in (left.role, right.role) and of_one_size(left, right)


def counted_level(left: Profile, right: Profile, _: Statistics) -> str:
    """Counts of ways, parts and kinds differ from text to text, unless another equal figure says which are counted;
    "one" mostly says "a"; the first is not the second."""
    kinds = {left.kind, right.kind}
    if "ordinal" in kinds:
        return "ordinal"
    if not kinds <= {"count", "number"} or left.measure in measure_names():
        return "other"
    if any(quote.lower() in ONE for quote in (left.quote, right.quote)):
        return "one"
    told = left.measure == right.measure and bool(left.others & right.others)
    known = told or _one_limit(left, right)
    return "generic" if left.measure in generic("generic counts") and not known else "other"


def person_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    """Ages need one person, and one time of their life. "The boy" is one person where a rare name is near."""
    if left.kind != "age" or right.kind != "age":
        return "not_an_age"
    years = abs((left.lo + left.hi) / 2 - (right.lo + right.hi) / 2)
    if left.holder and right.holder and not _one_holder(left.holder, right.holder):
        return "another"
    if left.birthday != right.birthday:
        return "nameless"
    if any_alike(left.people, right.people):
        return "named" if years <= _BIRTHDAY or _at_death(left, right) else "years_apart"
    rare = {name for name in _named(left) & _named(right) if corpus.rarity(name) >= _RARE}
    if not left.holder or not right.holder or not rare:
        return "nameless"
    return "described" if years <= _BIRTHDAY else "another"


def _named(profile: Profile) -> frozenset[str]:
    """The names of a sentence, and those that its title lends its subject."""
    return profile.names | {name for name in profile.subject if name[:1].isupper()}


def _at_death(left: Profile, right: Profile) -> bool:
    """Whether both say at what age somebody died: there is one such age."""
    return "kill" == verb_class(left.verb) == verb_class(right.verb)


def _one_holder(left: str, right: str) -> bool:
    """ "A boy" and "a child" can be one; "a boy" and "a girl" are two."""
    return left == right or not {left, right}.isdisjoint(generic("anybody"))


def _detail(of: Callable[[Profile], frozenset[str]]) -> Callable[[Profile, Profile, Statistics], str]:
    def detail(left: Profile, right: Profile, _: Statistics) -> str:
        a, b = of(left), of(right)
        return listed(a) if a == b else against(a, b)

    return detail


def _measure_detail(left: Profile, right: Profile, _: Statistics) -> str:
    sign = "=" if left.measure == right.measure else "|"
    return f"{left.measure or '–'} {sign} {right.measure or '–'}"


def _verb_detail(left: Profile, right: Profile, _: Statistics) -> str:
    return left.verb if left.verb == right.verb else f"{left.verb or '–'} | {right.verb or '–'}"


FEATURES: tuple[Feature, ...] = (
    Feature("measure", measure_level, _measure_detail),
    Feature("modifiers", modifiers_level, _detail(lambda p: p.modifiers)),
    Feature("subject", subject_level, _detail(lambda p: p.subject)),
    Feature("qualifiers", qualifiers_level, _detail(lambda p: p.qualifiers)),
    Feature("verb", verb_level, _verb_detail),
    Feature("anonymous", anonymous_level, _detail(lambda p: p.names)),
    Feature("counted", counted_level, lambda a, b, _: f"{a.quote} | {b.quote}"),
    Feature("person", person_level, _detail(lambda p: p.subject)),
)
