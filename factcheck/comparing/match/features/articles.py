"""Articles: texts with a day of their own, where a headline says no more than what is new on that day.

A page is filed under its title, and two titles that differ name two things. Two reports of one week on one event have
two headlines as a rule.

>>> published_together(0.0, 2880.0), published_together(0.0, float("nan"))
(True, False)
"""

from __future__ import annotations

import math

from factcheck.comparing.profile import Profile
from factcheck.model.minutes import DAY, EPOCH

WEEK = 7 * DAY
AROUND = 45.0
"""The days around its publication that an announcement tells."""
ONE_STORY = 3.0
"""Articles of so few days can tell of one event."""


def published_together(left: float, right: float) -> bool:
    """Whether two times of publication, in minutes, are known and lie within a week."""
    return abs(left - right) <= WEEK  # false where one is NaN


def are_undated(left: Profile, right: Profile) -> bool:
    """Whether both stand on pages without a date."""
    return math.isnan(left.published) and math.isnan(right.published)


def are_articles(left: Profile, right: Profile) -> bool:
    """Whether both are reports of one week, of two documents."""
    return left.doc != right.doc and published_together(left.published, right.published)


def are_of_one_group(left: Profile, right: Profile) -> bool:
    """Whether both are from two documents that were given as telling of one thing."""
    return left.doc != right.doc and bool(left.told) and left.told == right.told


def told_together(left: Profile, right: Profile) -> bool:
    """Whether what two documents are headed says nothing of whether they are about one thing: articles of one week, and
    documents of one group."""
    return are_articles(left, right) or are_of_one_group(left, right)


def each_of_its_own_day(left: Profile, right: Profile) -> bool:
    """Whether each of two dates lies around the day its own page came out, and further from that of the other page:
    "the new release comes on Tuesday" is of another Tuesday every time."""
    ours, theirs = left.published / DAY + EPOCH, right.published / DAY + EPOCH
    if left.doc == right.doc or not abs(ours - theirs) > ONE_STORY:
        return False
    own = _distance(left, ours), _distance(right, theirs)
    other = _distance(left, theirs), _distance(right, ours)
    return max(own) <= AROUND and all(near < far for near, far in zip(own, other, strict=True))


def _distance(profile: Profile, day: float) -> float:
    """Days between what a date allows and a day."""
    return max(0.0, profile.lo - day, day - profile.hi)
