"""The time at which a claim holds: the sentence's time, else its passage's, else the publication date.

``as_of`` of a quantity is the nearest resolved date of its own clause (an opening "In 2014, …" belongs to it); a date
in another clause dates something else. Without one, a claim in the present or perfect tense, or without a verb, holds
at the day of publication, and a claim in the past at the last date the passage has named before. A dated claim holds
at its own time: it has no ``as_of``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter

from factcheck.model import DayInterval, Mention, TimeInterval
from factcheck.reading.frame import grammar
from factcheck.reading.frame.tokens import Sentence

PRESENT = frozenset({"is", "are", "has", "have", "'s", "'re", "am", "does", "do"})
ISO_PARTS = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST = itemgetter(0)


def dated(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[tuple[int, DayInterval], ...]:
    """The words of a sentence that are dates, in their order, with their days; without those that name a thing."""
    days = ((at, _days(mentions[number])) for number, at in sentence.figures)
    return tuple((at, named) for at, named in days if named is not None and not _dates_a_noun(sentence, at))


def as_of(
    sentence: Sentence, figure: int, mention: Mention, dates: Sequence[tuple[int, DayInterval]]
) -> DayInterval | None:
    """Days named in the clause of the figure, None if there are none; ``dates`` are those that ``dated`` gives."""
    if not dates or (mention.time is not None and mention.time.time.type != "duration"):
        return None
    start, end = grammar.clause(sentence, figure)
    after = bisect_right(dates, figure, key=_FIRST)
    beside = [each for each in dates[max(0, after - 1) : after + 1] if start <= each[0] < end]
    return min(beside, key=lambda each: (abs(each[0] - figure), each[0]))[1] if beside else None


def _dates_a_noun(sentence: Sentence, at: int) -> bool:
    """ "its 2014 budget", "Tuesday's quake", "the 3 May blast": a date inside a noun phrase names the thing, and does
    not say when the claim holds."""
    after = sentence.tags[at + 1 : at + 2]
    inside = sentence.tags[at - 1 : at] in {"D", "'", "A"} or sentence.lows[at].startswith("the ")
    return after == "'" or (inside and after in {"N", "A"}) or _dates_a_cause(sentence, at)


def _dates_a_cause(sentence: Sentence, at: int) -> bool:
    """ "by the quake on 12 January", "in a blast on Tuesday": the day of what did it, not of the count."""
    before = at - 1
    if sentence.lows[before : before + 1] != ("on",):
        return False
    start = before
    while start > 0 and sentence.tags[start - 1] in "NA":
        start -= 1
    if start == before or start < 2 or sentence.tags[start - 1] != "D":
        return False
    return sentence.lows[start - 2] in {"by", "in", "from", "after", "since"}


def _days(mention: Mention) -> DayInterval | None:
    """The resolved days of a date; open or unknown ends make no as-of time, but "since" and "by" do."""
    if mention.time is None or mention.time.time.type not in {"date", "time"}:
        return None
    days = mention.time.time.implied
    if days.start is None and days.end is None:
        days = mention.time.time.days
    return None if days.start is None and days.end is None else days


def named_days(time: TimeInterval) -> TimeInterval:
    """The time with its implied days closed: "since 2014" as the year it names, for what happened then.

    >>> from datetime import date
    >>> since = TimeInterval("date", "2014", DayInterval(date(2014, 1, 1), None))
    >>> named_days(since).implied.end
    datetime.date(2014, 12, 31)
    """
    parts = [int(part) for part in time.timex.split("-")] if ISO_PARTS.fullmatch(time.timex) else []
    if not parts or time.days.end is not None or time.days.start is None:
        return time
    year, month, day = (*parts, 0, 0)[:3]
    if day:
        last = date(year, month, day)
    elif month:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    else:
        last = date(year, 12, 31)
    return replace(time, implied=DayInterval(time.days.start, last))


def last_days(mentions: Sequence[Mention]) -> DayInterval | None:
    """The days of the last date of one sentence; one resolved against running text is too weak to date others."""
    sure = (mention for mention in mentions if mention.time is not None and mention.time.time.anchor != "text")
    found = [days for days in map(_days, sure) if days is not None]
    return found[-1] if found else None


def publication_day(published: str | None) -> DayInterval | None:
    """The day of an ISO date or datetime, None where it is unknown or no date."""
    if published is None or ISO_DAY.match(published) is None:
        return None
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return DayInterval(day, day)


def in_present(sentence: Sentence, verb: int | None) -> bool:
    """Whether a claim is in the present or perfect tense, or has no verb at all (a heading, a table cell)."""
    if verb is None:
        return True
    form = sentence.verbs[verb]
    at = verb
    while at >= 0 and sentence.tags[at] in "VXMGB":
        if sentence.tags[at] == "X" and sentence.lows[at] in PRESENT:
            return True
        at -= 1
    return form is not None and form.shape in {"base", "s"} and sentence.tags[verb] == "V"
