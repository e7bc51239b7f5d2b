"""Documents that are given as telling of one thing: what only one place of each can answer answers for both.

>>> [feature.name for feature in FEATURES]
['counterpart']
"""

from __future__ import annotations

from factcheck.comparing.match.features.about import measure_level
from factcheck.comparing.match.features.articles import are_of_one_group
from factcheck.comparing.match.features.ladder import Feature
from factcheck.comparing.names import any_alike
from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics

# So many figures a few sentences have; in a longer text the same words come up again about something else.
_SHORT = 8
# Levels of a date's measure that say that nothing names what happened.
_NO_EVENT = ("eventless", "same_words")


def counterpart_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    """Whether each document of a group has just one figure for this measure, and how long the documents are."""
    if not are_of_one_group(left, right):
        return "not_grouped"
    if not left.measure or left.measure != right.measure or left.role != right.role:
        return "none"
    if left.alike > 1 or right.alike > 1:
        return "several"
    if _of_two_things(left, right) or measure_level(left, right, corpus) in _NO_EVENT:
        return "none"
    if max(left.size, right.size) <= _SHORT:
        return "sole_of_short"
    # In a longer text a bare number is rather an age or a mark than the count of the other.
    return "sole" if min(left.size, right.size) <= _SHORT and left.kind == right.kind else "none"


def _of_two_things(left: Profile, right: Profile) -> bool:
    """Whether the sides are said of two things, each of which has a name or a noun ("uploads", "downloads")."""
    named = bool(left.primary and right.primary)
    return named and not any_alike(left.subject, right.subject)


FEATURES: tuple[Feature, ...] = (
    Feature("counterpart", counterpart_level, lambda a, b, _: f"{a.alike} | {b.alike} figures for {a.measure}"),
)
