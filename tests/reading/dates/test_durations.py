"""Durations with their hedges in the span, sets, clock times with zones."""

from __future__ import annotations

import pytest

from tests.reading.dates.conftest import times

DURATIONS = [
    ("It lasted nearly three years.", "nearly three years", "P3Y", "LESS_THAN"),
    ("It lasted about an hour.", "about an hour", "PT1H", "APPROX"),
    ("It lasted more than ten days.", "more than ten days", "P10D", "MORE_THAN"),
    ("It lasted at least 40 minutes.", "at least 40 minutes", "PT40M", "EQUAL_OR_MORE"),
    ("It lasted up to six weeks.", "up to six weeks", "P6W", "EQUAL_OR_LESS"),
    ("It lasted several months.", "several months", "PXM", None),
    ("It lasted a couple of weeks.", "a couple of weeks", "P2W", None),
    ("It was a decade-long quarrel.", "decade-long", "P1DE", None),
    ("It was a 12-day voyage.", "12-day", "P12D", None),
    ("It lasted two and a half hours.", "two and a half hours", "PT2.5H", None),
    ("It lasted a year and a half.", "a year and a half", "P1.5Y", None),
    ("It lasted half an hour.", "half an hour", "PT0.5H", None),
    ("It lasted 2½ hours.", "2½ hours", "PT2.5H", None),
    ("It lasted three straight weeks.", "three straight weeks", "P3W", None),
    ("It lasted two years and three months.", "two years and three months", "P2Y3M", None),
    ("It lasted 90 secs.", "90 secs", "PT90S", None),
    ("It lasted two to three weeks.", "two to three weeks", "P2W/P3W", None),
    ("It lasted two centuries.", "two centuries", "P2CE", None),
    ("It went on for months.", "months", "PXM", None),
    ("It took three weeks after the vote.", "three weeks", "P3W", None),
]


@pytest.mark.parametrize(("sentence", "quote", "value", "mod"), DURATIONS)
def test_duration(sentence: str, quote: str, value: str, mod: str | None) -> None:
    (mention,) = times(sentence)
    assert mention.span.of(sentence) == quote
    assert (mention.time.type, mention.time.timex, mention.time.mod) == ("duration", value, mod)


def test_stretch_up_to_publication_has_days() -> None:
    (mention,) = times("Over the past three years rents rose.")
    assert (mention.time.type, mention.time.timex) == ("duration", "P3Y")
    assert (str(mention.time.days.start), str(mention.time.days.end)) == ("2021-05-15", "2024-05-14")


def test_in_two_weeks_is_a_length_in_the_past() -> None:
    assert [(mention.time.type, mention.time.timex) for mention in times("It was built in two weeks.")] == [
        ("duration", "P2W")
    ]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It meets every Friday.", "XXXX-WXX-5"),
        ("It meets on Fridays.", "XXXX-WXX-5"),
        ("It meets every day.", "P1D"),
        ("It meets every two weeks.", "P2W"),
        ("It meets weekly.", "P1W"),
        ("It meets every May.", "XXXX-05"),
        ("It meets on Friday evenings.", "XXXX-WXX-5TEV"),
        ("It meets every day at 7:30 p.m.", "T19:30"),
    ],
)
def test_set(sentence: str, value: str) -> None:
    (mention,) = times(sentence)
    assert (mention.time.type, mention.time.timex) == ("set", value)


CLOCKS = [
    ("The polls open at 11 a.m. ET on 5 March 2024.", (960, 1019), "ET"),
    ("The polls open at 8 a.m. PT on 5 March 2024.", (960, 1019), "PT"),
    ("The polls open at 16:00 UTC on 5 March 2024.", (960, 960), "UTC"),
    ("The polls open at 11 a.m. ET on 5 July 2024.", (900, 959), "ET"),
    ("The polls open at 17:00 CET on 5 March 2024.", (960, 960), "CET"),
    ("The polls open at 9 p.m. on 5 March 2024.", (1260, 1319), ""),
    ("The polls open at half past seven on 5 March 2024.", (450, 450), ""),
    ("The polls open at eight in the morning on 5 March 2024.", (480, 539), ""),
    ("The polls close at nine in the evening on 5 March 2024.", (1260, 1319), ""),
    ("The polls open at noon on 5 March 2024.", (720, 720), ""),
    ("The polls open at 9 o'clock on 5 March 2024.", (540, 599), ""),
    ("The polls open from 8 to 10 p.m. on 5 March 2024.", (1200, 1379), ""),
]


@pytest.mark.parametrize(("sentence", "clock", "zone"), CLOCKS)
def test_clock(sentence: str, clock: tuple[int, int], zone: str) -> None:
    (mention,) = times(sentence)
    assert (mention.time.type, mention.time.clock, mention.time.zone) == ("time", clock, zone)


def test_clock_without_a_day_takes_the_day_of_its_passage() -> None:
    read = times("The ferry sank on Friday. Help came at 10:57.")
    assert [mention.time.timex for mention in read] == ["2024-05-10", "2024-05-10T10:57"]
    assert times("Help came at 10:57.")[0].time.timex == "XXXX-XX-XXT10:57"


def test_a_late_hour_in_the_west_is_the_next_day_in_utc() -> None:
    (mention,) = times("The polls close at 11 p.m. PT on 5 March 2024.")
    assert mention.time.clock == (420, 479)
    assert (str(mention.time.days.end), str(mention.time.implied.end)) == ("2024-03-05", "2024-03-06")
