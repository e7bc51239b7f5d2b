"""What a time expression says by itself, before anybody asks when it was written.

A grammar turns words into these records; ``resolve`` turns them into days, given an anchor.

>>> Calendar(year=2022, month=2).day is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Origin = Literal["published", "text", "policy", "event", "today", "coming", ""]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date as far as it is named. ``alternatives`` holds the other reading of 03/04/2014."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    alternative: tuple[int, int] | None = None
    order: Literal["", "dmy", "mdy"] = ""


@dataclass(frozen=True, slots=True)
class YearPart:
    """A quarter (Q1 … Q4), half (H1, H2) or season (SP, SU, FA, WI) of a year, if one is named."""

    part: str
    year: int | None = None
    span: int = 0  # 1 for "the winter of 1776-77"


@dataclass(frozen=True, slots=True)
class Years:
    """Years that are one thing: a decade, a century, "2008-09", "fiscal 2022".

    Before the year 1, ``first`` and ``last`` are None.
    """

    timex: str
    first: int | None
    last: int | None
    grain: Literal["year", "decade", "century", ""] = "year"
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """last month, this week, next year, that day: the calendar unit ``shift`` away from the origin's."""

    unit: str
    shift: int
    origin: Origin = "published"


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A weekday, month, season or feast with a direction: last Friday, next March, the previous summer."""

    inner: Calendar | YearPart | Feast
    shift: int
    origin: Origin = "published"


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday of the lexicon, of a year if one is named."""

    key: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before (-1) or after (1) a base, or before or after the origin when there is none."""

    lengths: tuple[tuple[float | None, str], ...]
    sign: int
    origin: Origin = "published"
    base: Expression | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Recent:
    """The past three years, the next five days: a stretch that ends or begins at the origin."""

    lengths: tuple[tuple[float | None, str], ...]
    sign: int
    origin: Origin = "published"


@dataclass(frozen=True, slots=True)
class Ending:
    """The three months to June, the year ended 31 March: so many units up to the end of another time."""

    count: float
    unit: str
    last: Expression


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th (from the end, if negative) unit, weekday or run of units within another time."""

    number: int
    unit: str
    outer: Expression
    weekday: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Within:
    """Friday of last week, March that year: the inner partial date in the outer time."""

    inner: Expression
    outer: Expression


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week (or weekend) that holds a day."""

    unit: str
    inner: Expression


@dataclass(frozen=True, slots=True)
class Narrowed:
    """early, mid, late, beginning of, end of, first half of; or APPROX."""

    inner: Expression
    mod: str


@dataclass(frozen=True, slots=True)
class Bounded:
    """since, until, before, after …: an open end."""

    inner: Expression
    bound: Literal["since", "until", "before", "after"]


@dataclass(frozen=True, slots=True)
class Between:
    """Two ends in one expression: 3–5 March, between May and July 2014."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: ``first`` to ``last`` in minutes of the local day; ``timex`` the part from T on."""

    first: int
    last: int
    timex: str
    zone: str = ""
    day: Expression | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration, with its TIMEX3 value."""

    timex: str
    mod: str | None = None
    lengths: tuple[tuple[float | None, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ahead:
    """in two weeks: when, of what will be; how long, of what was."""

    length: Length


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set: every Friday, weekly."""

    timex: str


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF, FUTURE_REF, or another value that no anchor changes."""

    timex: str


Expression: TypeAlias = (
    Calendar
    | YearPart
    | Years
    | Shifted
    | NamedDay
    | Feast
    | Offset
    | Recent
    | Ending
    | Nth
    | Within
    | WeekOf
    | Narrowed
    | Bounded
    | Between
    | Clock
    | Length
    | Ahead
    | Recurring
    | Reference
)
