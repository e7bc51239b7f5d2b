"""Laws of the date reader.

* Quotes stand at their offsets, in order, and no two mentions overlap, whatever the text.
* A coarser grain contains the finer: the week, month, quarter, year and decade of a day contain the day.
* What is implied lies within what is stated, unless it is a distance that names a coarser unit.
* The clock, the time zone and the locale of the machine change nothing.
* Time is linear in the length of the text.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import DayInterval
from factcheck.reading.dates.calendar import period, shifted
from factcheck.reading.dates.vocabulary import vocabulary
from tests.reading.dates.conftest import times
from tests.timing import cpu_seconds

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31))
WORDS = (
    "in on since until by the a of May 3 2014 – , . Friday last next week two years ago 11:30 p.m. ET Q3 1990s '98 "
    "early end 12/04/2011 15th century summer Christmas from to between and half past 3,500 ( é 日 nearly every day"
)

PIECES = st.one_of(st.sampled_from(WORDS.split()), st.sampled_from(sorted(vocabulary())))


def _texts() -> st.SearchStrategy[str]:
    return st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(_texts(), st.sampled_from([None, "2024-05-15", "1931-01-01", "not a date"]))
def test_offsets_are_in_order_and_do_not_overlap(text: str, published: str | None) -> None:
    mentions = times(text, published)
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).strip() == mention.span.of(text) != ""
        assert mention.time.timex
    for one, other in pairwise(mentions):
        assert one.span.end <= other.span.start


@given(DAYS, st.sampled_from(["week", "month", "quarter", "half", "year", "decade", "century"]))
def test_coarser_grain_contains_the_day(day: date, unit: str) -> None:
    found = period(unit, day)
    assert found.first <= day <= found.last
    before, after = period(unit, day, -1), period(unit, day, 1)
    assert (found.first - before.last).days == (after.first - found.last).days == 1


@given(DAYS)
def test_coarser_expression_contains_the_finer(day: date) -> None:
    written = (f"{day:%d %B} {day.year}", f"in {day:%B} {day.year}", f"in {day.year}", f"in the {day.year // 10 * 10}s")
    read = [times(f"It was sold {words}.")[0].time.days for words in written]
    for finer, coarser in pairwise(read):
        assert coarser.contains(finer)
    assert read[0] == DayInterval(day, day)


@given(DAYS, st.sampled_from(["day", "week", "month", "year"]), st.integers(min_value=-40, max_value=40))
def test_shifting_is_monotonous(day: date, unit: str, count: int) -> None:
    assert shifted(day, unit, count) <= shifted(day, unit, count + 1)


@given(DAYS, st.sampled_from(["early", "mid", "late"]))
def test_narrowing_stays_within(day: date, word: str) -> None:
    (mention,) = times(f"It was sold in {word} {day.year}.")
    assert mention.time.days.contains(mention.time.implied)


@given(DAYS)
def test_a_bare_weekday_of_the_news_is_of_the_last_seven_days(published: date) -> None:
    (mention,) = times("It was sold on Friday.", published.isoformat())
    assert mention.time.days.start is not None
    assert 0 <= (published - mention.time.days.start).days <= 6
    assert mention.time.days.start.isoweekday() == 5


PROGRAM = """
from tests.reading.dates.conftest import times
text = ("Today, on Friday, last month and at 11 a.m. ET on 3 May 2014, the 3. M\\u00e4rz 1998 and 05/06/2011 passed. "
        "Two years ago, in October, nearly three weeks went by until Christmas.")
print([(m.span.start, m.span.end, m.time) for m in times(text)])
"""


def _run(zone: str, locale: str, seed: str) -> str:
    environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_time_zone_and_locale_of_the_machine_change_nothing() -> None:
    machines = [
        ("UTC", "C", "1"),
        ("Pacific/Kiritimati", "de_DE.UTF-8", "2"),
        ("America/Los_Angeles", "tr_TR.UTF-8", "3"),
    ]
    answers = {_run(*machine) for machine in machines}
    assert len(answers) == 1
    assert "2024-04" in answers.pop()


HOSTILE = [
    "1,1,1,", "((((", "one hundred and ", "May ", "3-", "last next ", "1990s and ", "two years and ", "12:30 ", "'",
    "of the ", "Friday, ", "2014-", "a.m. ", "first half of ", "between May and ", "½", "the the ",
]  # fmt: skip


def _seconds(text: str) -> float:
    return cpu_seconds(lambda: times(text))


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str) -> None:
    _seconds(piece * 50)
    small, large = (_seconds(piece * (length // len(piece))) for length in (5_000, 20_000))
    assert large < 12 * small + 0.3, "four times the text may not take many times as long"
