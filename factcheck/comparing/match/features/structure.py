"""Where the claims stand: same document, same list or table, under which headings, in which role.

>>> [feature.name for feature in FEATURES]
['place', 'headings', 'role']
"""

from __future__ import annotations

from factcheck.comparing.match.features.articles import are_articles
from factcheck.comparing.match.features.context import similarity
from factcheck.comparing.match.features.ladder import Feature, against, listed
from factcheck.comparing.names import alike
from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics

SHARED_HEADINGS = 0.3
_TEMPLATE = 0.75
_HEADLINES = ("title", "heading", "caption")


def place_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    """Two places of one document. Sentences made from one template there tell two things apart."""
    if left.doc != right.doc:
        return "other_document"
    if left.dimension != right.dimension:
        return "two_ways"
    if (left.block in _HEADLINES) != (right.block in _HEADLINES):
        return "headline"
    if (left.block == "cell") != (right.block == "cell") and _told_in_table(left, right):
        return "table"
    if similarity(left, right, corpus) >= _TEMPLATE:
        return "template"
    return "two_bounds" if _one_bound(left, right) else "same_document"


def _told_in_table(left: Profile, right: Profile) -> bool:
    """Prose that gives, with its row's name and its measure, what a table of the page has in a cell."""
    return left.measure == right.measure and left.measure != "" and alike(left.primary, right.primary)


def _one_bound(left: Profile, right: Profile) -> bool:
    """Two limits or defaults for what has one name, narrowed alike, of one thing that is named."""
    same = left.measure == right.measure and left.modifiers == right.modifiers and left.role == right.role
    named = bool(left.names & right.names or left.identifiers & right.identifiers)
    return same and named and bool(left.modifiers) and left.role in ("limit", "default")


def headings_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    if not left.headings or not right.headings:
        return "none"
    if left.headings == right.headings:
        return "same"
    share = corpus.mass(left.headings & right.headings) / max(1, corpus.mass(left.headings | right.headings))
    if share >= SHARED_HEADINGS:
        return "shared"
    return "none" if are_articles(left, right) else "differs"


def role_level(left: Profile, right: Profile, _: Statistics) -> str:
    return "same" if left.role == right.role else "differs"


_PLACES = {
    "other_document": "two documents",
    "two_ways": "one document that tells it in two ways",
    "headline": "headline or caption and text of one document",
    "table": "a table and the text beside it",
    "same_document": "two places of one document",
    "two_bounds": "two places of one document that set the same bound",
    "template": "two sentences of one document made from one template",
}

FEATURES = (
    Feature("place", place_level, lambda a, b, corpus: _PLACES[place_level(a, b, corpus)]),
    Feature(
        "headings",
        headings_level,
        lambda a, b, _: listed(a.headings & b.headings) if a.headings & b.headings else against(a.headings, b.headings),
    ),
    Feature("role", role_level, lambda a, b, _: a.role if a.role == b.role else f"{a.role} | {b.role}"),
)
