"""Where the claims stand: same document, same list or table, under which headings, in which role.

>>> [feature.name for feature in FEATURES]
['bound', 'place', 'headings', 'role']
"""

from __future__ import annotations

import math

from factcheck.comparing.match.features.articles import are_articles, told_together
from factcheck.comparing.match.features.context import similarity
from factcheck.comparing.match.features.ladder import Feature, against, listed
from factcheck.comparing.match.features.value import of_one_size
from factcheck.comparing.names import alike, stands_above
from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics
from factcheck.lexicon.generic import generic
from factcheck.lexicon.measures import measure_names

SHARED_HEADINGS = 0.3
_TEMPLATE = 0.75
# The fewest words with content that make a sentence.
_SENTENCE = 4
_HEADLINES = ("title", "heading", "caption")


def place_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    """Two places of one document. Sentences made from one template there tell two things apart."""
    if left.doc != right.doc:
        return "other_document"
    if left.dimension != right.dimension:
        return "two_ways"
    if (left.block in _HEADLINES) != (right.block in _HEADLINES):
        return "headline"
    if _sums_up(left) != _sums_up(right):
        return "summary"
    if _said_again(left, right):
        return "said_again"
    if (left.block == "cell") != (right.block == "cell") and _told_in_table(left, right):
        return "table"
    if similarity(left, right, corpus) >= _TEMPLATE:
        return "template"
    return "two_bounds" if _one_bound(left, right) or _one_wait(left, right) else "same_document"


def _sums_up(profile: Profile) -> bool:
    """Whether a claim stands under a heading that says again what the page tells ("Results", "At a glance")."""
    own = profile.headings - profile.page
    return bool(own) and own <= generic("summaries")


def _alike(left: Profile, right: Profile) -> bool:
    """Figures for what has one name, narrowed alike, in one role."""
    return left.measure == right.measure and left.modifiers == right.modifiers and left.role == right.role


def _named(left: Profile, right: Profile) -> bool:
    return bool(left.names & right.names or left.identifiers & right.identifiers)


def _told_in_table(left: Profile, right: Profile) -> bool:
    """Prose that gives, with its row's name and its measure, what a table of the page has in a cell."""
    return left.measure == right.measure and left.measure != "" and alike(left.primary, right.primary)


def _one_bound(left: Profile, right: Profile) -> bool:
    """Two limits or defaults for what has one name, narrowed alike, of one thing that is named."""
    same = _alike(left, right) and bool(left.modifiers)
    return same and _named(left, right) and left.role in ("limit", "default")


def _one_wait(left: Profile, right: Profile) -> bool:
    """Two bounds on how long one thing that is named takes: "up to 20 minutes", "up to half an hour"."""
    bounds = math.isinf(left.lo) == math.isinf(right.lo) and math.isinf(left.hi) == math.isinf(right.hi)
    open_ended = math.isinf(left.lo) != math.isinf(left.hi)
    same = _alike(left, right) and left.kind == "duration" and left.subject == right.subject
    return same and bounds and open_ended and left.verb == right.verb != "" and _named(left, right)


def _said_again(left: Profile, right: Profile) -> bool:
    """One sentence that sets a limit or default twice under one heading, to the last word and name, but for the figure.

    A page that goes through several samples says of each in the same words what its values are.
    """
    words = left.words == right.words and left.names == right.names and left.identifiers == right.identifiers
    same = words and left.headings == right.headings and left.figures == right.figures and left.subject == right.subject
    set_ = left.role in ("limit", "default") and len(left.words) >= _SENTENCE
    return same and set_ and _alike(left, right) and _named(left, right)


def headings_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    if not left.headings or not right.headings:
        return "none"
    if left.headings == right.headings:
        return "same"
    share = corpus.mass(left.headings & right.headings) / max(1, corpus.mass(left.headings | right.headings))
    if share >= SHARED_HEADINGS:
        return "shared"
    return "none" if told_together(left, right) else "differs"


def role_level(left: Profile, right: Profile, _: Statistics) -> str:
    """The same role; or a limit and what is written as a bound ("you can add up to 25")."""
    if left.role == right.role:
        return "same"
    value = left if left.role == "value" else right
    bound = math.isinf(value.lo) and math.isfinite(value.hi)
    return "bound" if bound and {left.role, right.role} == {"limit", "value"} else "differs"


_PLACES = {
    "other_document": "two documents",
    "two_ways": "one document that tells it in two ways",
    "headline": "headline or caption and text of one document",
    "summary": "a summary and text of one document",
    "table": "a table and the text beside it",
    "same_document": "two places of one document",
    "two_bounds": "two places of one document that set the same bound",
    "said_again": "one sentence that stands twice under one heading",
    "template": "two sentences of one document made from one template",
}


def bound_level(left: Profile, right: Profile, _: Statistics) -> str:
    """Two bounds of one size on what both narrow alike, of something that both name, or on what a measure says of one
    thing."""
    one = _one_bound(left, right) or _one_rule(left, right)
    return "one" if one and of_one_size(left, right) and not are_articles(left, right) else "none"


def _one_rule(left: Profile, right: Profile) -> bool:
    """ "Parcels are kept for 30 days": a measure that the lexicon knows, under one verb, of one thing, on two pages of
    which the one is headed with what the other names."""
    same = _alike(left, right) and left.measure in measure_names() and left.verb == right.verb != ""
    headed = any(stands_above(name, right) for name in left.names) or any(
        stands_above(name, left) for name in right.names
    )
    limits = left.role in ("limit", "default") and left.doc != right.doc
    return same and limits and alike(left.primary, right.primary) and headed


FEATURES: tuple[Feature, ...] = (
    Feature("bound", bound_level, lambda a, b, _: listed(a.modifiers | {a.measure})),
    Feature("place", place_level, lambda a, b, corpus: _PLACES[place_level(a, b, corpus)]),
    Feature(
        "headings",
        headings_level,
        lambda a, b, _: listed(a.headings & b.headings) if a.headings & b.headings else against(a.headings, b.headings),
    ),
    Feature("role", role_level, lambda a, b, _: a.role if a.role == b.role else f"{a.role} | {b.role}"),
)
