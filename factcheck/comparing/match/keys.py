"""What a feature looks at of each claim: claims with equal keys are one claim to it, so that it is asked once for all
pairs of equal keys.

A feature without a key is asked about every pair. The key of a feature must hold all that its level depends on.

>>> sorted(KEYS)[:3]
['bound', 'counted', 'counterpart']
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping

from factcheck.comparing.match.features.about import ONE
from factcheck.comparing.match.features.value import rivals
from factcheck.comparing.profile import Profile
from factcheck.comparing.releases import NONE
from factcheck.lexicon.generic import generic
from factcheck.lexicon.measures import measure_names
from factcheck.lexicon.single_events import is_event

Key = Callable[[Profile], Hashable]


def _measure(profile: Profile) -> Hashable:
    """An event is told apart by its names, a count that the lexicon does not know by the other side's words."""
    same = (profile.measure, profile.dimension, profile.kind, profile.modifiers, profile.year)
    if profile.dimension in ("date", "clock"):
        if is_event(profile.measure):
            return (*same, profile.subject, profile.primary, profile.names, profile.words, profile.headings)
    elif profile.kind == "count" and profile.measure not in measure_names():
        return (*same, profile.words)
    return same


def _counted(profile: Profile) -> Hashable:
    """What says little when it is counted can be bounded under one name, or told beside an equal figure."""
    same = (profile.kind, profile.measure, profile.quote.lower() in ONE)
    generic_count = profile.measure in generic("generic counts")
    told = (profile.role, profile.modifiers, profile.lo, profile.hi, profile.others)
    return (*same, *told) if generic_count else same


def _age(profile: Profile) -> Hashable:
    if profile.kind != "age":
        return None
    of_whom = (profile.holder, profile.birthday, profile.people, profile.names, profile.subject)
    return (profile.lo, profile.hi, profile.verb, *of_whom)


def _release(profile: Profile) -> Hashable:
    return None if profile.release == NONE else (profile.release, profile.doc, profile.place, profile.measure)


def _bound(profile: Profile) -> Hashable:
    if profile.role not in ("limit", "default"):
        return None
    same = (profile.role, profile.measure, profile.modifiers, profile.names, profile.identifiers)
    ends = (profile.lo, profile.hi, profile.doc, profile.published)
    if profile.measure not in measure_names():
        return (*same, *ends) if profile.modifiers else None
    return (*same, *ends, profile.verb, profile.primary, profile.headings, profile.page)


KEYS: Mapping[str, Key] = {
    "bound": _bound,
    "counted": _counted,
    "counterpart": lambda p: (p.told, p.row) if p.told else None,
    "edition": lambda p: (p.editions, p.doc, p.title, p.quote, p.filed, p.words, p.names),
    "elsewhere": lambda p: (p.dimension, p.lo, p.hi, p.measure, p.measured, p.restated, "others" in p.qualifiers),
    "identifiers": lambda p: p.identifiers,
    "isolation": rivals,
    "lasting": lambda p: (p.subject, p.measure) if p.timeless else None,
    "measure": _measure,
    "modifiers": lambda p: (p.modifiers, p.measure),
    "other_values": lambda p: p.others,
    "person": _age,
    "qualifiers": lambda p: (p.qualifiers, p.words, p.headings, p.page, p.published) if p.qualifiers else None,
    "release": _release,
    "role": lambda p: (p.role, math.isinf(p.lo), math.isinf(p.hi)),
    "scope": lambda p: p.scope,
    "verb": lambda p: (p.verb, p.measure, p.dimension, p.kind),
}
"""The key of a claim by feature."""


def _digitless(profile: Profile) -> bool:
    return not profile.editions and not any(map(str.isdecimal, profile.title))


def _alone(profile: Profile) -> bool:
    return not profile.others and profile.restated is None and "others" not in profile.qualifiers


PLAIN: Mapping[str, Callable[[Profile], bool]] = {"edition": _digitless, "elsewhere": _alone}
"""By feature: a claim of which the feature has nothing to tell; of two such claims it always tells the same."""
