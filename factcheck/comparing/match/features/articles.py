"""Articles: texts with a day of their own, where a headline says no more than what is new on that day.

A page is filed under its title, and two titles that differ name two things. Two reports of one week on one event have
two headlines as a rule.

>>> published_together(0.0, 2880.0), published_together(0.0, float("nan"))
(True, False)
"""

from __future__ import annotations

from factcheck.comparing.profile import Profile

WEEK = 7 * 1440.0


def published_together(left: float, right: float) -> bool:
    """Whether two times of publication, in minutes, are known and lie within a week."""
    return abs(left - right) <= WEEK  # false where one is NaN


def are_articles(left: Profile, right: Profile) -> bool:
    """Whether both are reports of one week, of two documents."""
    return left.doc != right.doc and published_together(left.published, right.published)
