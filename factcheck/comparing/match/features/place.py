"""When and for what the claims hold: as-of time, publication, scope.

>>> [feature.name for feature in FEATURES]
['time', 'lasting', 'scope', 'edition']
"""

from __future__ import annotations

import math

from factcheck.comparing.editions import editions_differ, is_of_a_tier, numbers, titles_differ_in_edition
from factcheck.comparing.match.features.articles import are_undated
from factcheck.comparing.match.features.ladder import Feature, listed
from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics
from factcheck.model.minutes import DAY


def time_level(left: Profile, right: Profile, _: Statistics) -> str:
    """As-of times where both have one, else publication within a day; no matter for what does not change."""
    if left.timeless and right.timeless:
        return "unknown"
    if left.as_of is not None and right.as_of is not None:
        return "same" if left.as_of.coincides(right.as_of) else "differs"
    if are_undated(left, right):
        return "unknown"
    if math.isnan(left.published) or math.isnan(right.published):
        return "one_sided"
    return "same" if abs(left.published - right.published) <= DAY else "days_apart"


def lasting_level(left: Profile, right: Profile, _: Statistics) -> str:
    """The distance, height or depth of one thing: told twice, it is told of one and the same."""
    things = {name for name in left.subject & right.subject if not name[:1].isupper()} - {left.measure, right.measure}
    return "same_thing" if left.timeless and right.timeless and things else "other"


def scope_level(left: Profile, right: Profile, _: Statistics) -> str:
    a, b = dict(left.scope), dict(right.scope)
    shared = a.keys() & b.keys()
    if any(a[key] != b[key] for key in shared):
        return "differs"
    return "same" if shared else "none"


def edition_level(left: Profile, right: Profile, _: Statistics) -> str:
    """Numbers and tiers that are part of names: in the sentences, or as all that two titles differ in."""
    if editions_differ(left.editions, right.editions) or _of_two_tiers(left, right):
        return "differs"
    if left.doc == right.doc:
        return "none"
    # What also numbers the files is no figure that two pages dispute.
    said = (numbers(left.quote) | numbers(right.quote)) - left.filed - right.filed
    return "differs" if titles_differ_in_edition(left.title, right.title, said) else "none"


def _of_two_tiers(left: Profile, right: Profile) -> bool:
    """ "The Orvane Card Plus" and "the Orvane card": two products, where both sides give the name they share."""
    one = is_of_a_tier(left.editions, right.editions, right.words)
    other = is_of_a_tier(right.editions, left.editions, left.words)
    return (one or other) and bool(left.names & right.names)


def _editions(profile: Profile) -> str:
    return listed(f"{word} {number}" for word, number in profile.editions) or profile.title


def _days(profile: Profile) -> str:
    if profile.as_of is None:
        return "unknown"
    return f"{profile.as_of.start or '…'} to {profile.as_of.end or '…'}"


FEATURES: tuple[Feature, ...] = (
    Feature("time", time_level, lambda a, b, _: f"{_days(a)} | {_days(b)}"),
    Feature("lasting", lasting_level, lambda a, b, _: listed(a.subject & b.subject)),
    Feature(
        "scope",
        scope_level,
        lambda a, b, _: (
            f"{', '.join(f'{k} {v}' for k, v in a.scope) or '–'} | {', '.join(f'{k} {v}' for k, v in b.scope) or '–'}"
        ),
    ),
    Feature("edition", edition_level, lambda a, b, _: f"{_editions(a)} | {_editions(b)}"),
)
