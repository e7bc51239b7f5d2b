"""Times: a TIMEX3 value and the inclusive days it names.

>>> from datetime import date
>>> early_2022 = DayInterval(date(2022, 1, 1), date(2022, 12, 31))
>>> early_2022.overlaps(DayInterval(date(2022, 2, 24), date(2022, 2, 24)))
True
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

TimeType = Literal["date", "time", "duration", "set"]
Grain = Literal[
    "minute", "hour", "daypart", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century", ""
]


@dataclass(frozen=True, slots=True)
class DayInterval:
    """Inclusive days; None is an open or unknown end."""

    start: date | None
    end: date | None

    def overlaps(self, other: DayInterval) -> bool:
        """Whether the two can share a day; an unknown end excludes nothing."""
        starts_late = self.start is not None and other.end is not None and self.start > other.end
        ends_early = self.end is not None and other.start is not None and self.end < other.start
        return not (starts_late or ends_early)

    def coincides(self, other: DayInterval) -> bool:
        """Whether the two share half of the days of the shorter; where either may go on without an end, any day.

        >>> from datetime import date
        >>> spring = DayInterval(date(2024, 3, 1), date(2024, 5, 31))
        >>> spring.coincides(DayInterval(date(2024, 5, 3), date(2024, 5, 3)))
        True
        >>> spring.coincides(DayInterval(date(2024, 5, 3), date(2024, 9, 3)))
        False
        """
        if not self.overlaps(other):
            return False
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return True
        shared = (min(self.end, other.end) - max(self.start, other.start)).days + 1
        return 2 * shared > min((self.end - self.start).days, (other.end - other.start).days)

    def contains(self, other: DayInterval) -> bool:
        """Whether every day of ``other`` is a day of this one (an open end holds all days beyond)."""
        from_start = self.start is None or (other.start is not None and self.start <= other.start)
        to_end = self.end is None or (other.end is not None and other.end <= self.end)
        return from_start and to_end


@dataclass(frozen=True, slots=True)
class TimeInterval:
    """A time expression resolved as far as the text allows.

    ``days`` is what is written ("early 2022": the whole year), ``implied`` narrowed by ``mod`` or hedge. ``anchor``
    says what a relative expression was resolved against: "" (absolute), "published", "text", or "none" (unresolved,
    ``timex`` then is partial such as ``XXXX-WXX-5`` and the days are None). ``clock`` is (first, last) minute of the
    day in UTC when a zone is known, with ``zone`` the zone as written, else in local time with ``zone`` "".
    ``value`` is the length of a duration in ``unit`` (implied interval is on the quantity of the same mention).
    """

    type: TimeType
    timex: str
    days: DayInterval = DayInterval(None, None)
    implied: DayInterval = DayInterval(None, None)
    mod: str | None = None
    grain: Grain = ""
    anchor: Literal["", "published", "text", "none"] = ""
    clock: tuple[int, int] | None = None
    zone: str = ""
