"""What an expression leans on, and what it is once resolved.

>>> leaning("published", Anchor(published=date(2024, 5, 15)))
(datetime.date(2024, 5, 15), None, 'published')
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from factcheck.model.period import Grain
from factcheck.reading.dates.calendar import Period
from factcheck.reading.dates.expression import Origin

Used = Literal["", "published", "text", "none"]
Policy = Literal["published", "text"]
GRAINS: dict[str, Grain] = {
    "day": "day", "night": "day", "week": "week", "weekend": "day", "fortnight": "week", "month": "month",
    "quarter": "quarter", "year": "year", "decade": "decade", "century": "century", "half": "half",
}  # fmt: skip
_ORDER = (
    "minute", "hour", "daypart", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """An expression resolved: inclusive days (None: unknown or open), TIMEX3 value, grain, and the anchor used.

    ``early`` and ``late`` are the days it may mean, where these are not the days it names ("two years ago" names a
    year, and means a day about two years before the anchor).
    """

    timex: str
    first: date | None
    last: date | None
    grain: Grain = ""
    used: Used = ""
    early: date | None = None
    late: date | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions of a passage are resolved against.

    ``published`` is the day of publication; ``text`` the last time named in the running text; ``policy`` which of the
    two a bare month or weekday leans on; ``tense`` -1 (past), 0 or 1 (future); ``day_first`` the document's habit in
    writing 03/04/2014, None if it shows none; ``near`` says that ``text`` was named in the same passage, ``general``
    that the sentence tells what is usually so.
    """

    published: date | None = None
    text: Place | None = None
    policy: Policy = "published"
    tense: int = 0
    day_first: bool | None = None
    near: bool = False
    general: bool = False


def leaning(origin: Origin, anchor: Anchor) -> tuple[date | None, Place | None, Used]:
    """The day an expression leans on, the place in the running text it came from, and the name of the anchor."""
    origin = "published" if origin in ("today", "coming") else origin
    policy = anchor.policy if origin in ("", "policy") else origin
    if anchor.published is None and (origin == "policy" or (origin == "" and not anchor.near)):
        return None, None, "none"  # "last year" of a page without a date is nobody's
    if policy == "text" and anchor.text is not None and anchor.text.first is not None:
        return anchor.text.first, anchor.text, "text"
    if anchor.published is not None:
        return anchor.published, None, "published"
    return None, None, "none"


def place_of(period: Period, grain: Grain, used: Used = "") -> Place:
    return Place(period.timex, period.first, period.last, grain, used)


def day_place(day: date, used: Used = "") -> Place:
    return Place(day.isoformat(), day, day, "day", used)


def unknown(timex: str, grain: Grain = "day") -> Place:
    """What cannot be resolved: a partial value, and no days."""
    return Place(timex, None, None, grain, "none")


def coarser(one: Grain, other: Grain) -> bool:
    """Whether a grain is coarser than another; no grain is coarser than all.

    >>> coarser("year", "month"), coarser("day", "week")
    (True, False)
    """
    return bool(other) and (not one or _ORDER.index(one) > _ORDER.index(other))
