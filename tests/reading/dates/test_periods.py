"""Periods that words build from other times: up to an end, of a year, shared by a list, around a feast."""

from __future__ import annotations

import pytest

from tests.reading.dates.conftest import times

PERIODS = [
    ("in the three months to June 2023", "2023-04-01/2023-06-30", "2023-04-01", "2023-06-30"),
    ("in the 12 months ended 30 June 2023", "2022-07-01/2023-06-30", "2022-07-01", "2023-06-30"),
    ("in the nine months through September 2023", "2023-01-01/2023-09-30", "2023-01-01", "2023-09-30"),
    ("in the year to March 2023", "2022-04-01/2023-03-31", "2022-04-01", "2023-03-31"),
    ("in the year ended 31 December 2022", "2022", "2022-01-01", "2022-12-31"),
    ("in the week ending 5 May 2024", "2024-W18", "2024-04-29", "2024-05-05"),
    ("in last year's third quarter", "2023-Q3", "2023-07-01", "2023-09-30"),
    ("in 2019's third quarter", "2019-Q3", "2019-07-01", "2019-09-30"),
    ("on Independence Day of last year", "2023-07-04", "2023-07-04", "2023-07-04"),
    ("over the past two quarters", "P2Q", "2023-10-01", "2024-03-31"),
    ("over the past two years and three months", "P2Y3M", "2022-02-15", "2024-05-14"),
    ("over the Labor Day weekend of 2022", "2022-09-03/2022-09-05", "2022-09-03", "2022-09-05"),
    ("on Easter weekend", "2024-W13-WE", "2024-03-30", "2024-03-31"),
    ("from next Monday to Friday", "2024-05-20/2024-05-24", "2024-05-20", "2024-05-24"),
    ("from the end of March to the middle of April", "2024-03/2024-04", "2024-03-01", "2024-04-30"),
    ("from the 27th to the third of April 2019", "2019-03-27/2019-04-03", "2019-03-27", "2019-04-03"),
    ("from May the fourth till the ninth", "2024-05-04/2024-05-09", "2024-05-04", "2024-05-09"),
    ("from 5/23-5/28, 2019", "2019-05-23/2019-05-28", "2019-05-23", "2019-05-28"),
    ("between now and 20 May", "2024-05-15/2024-05-20", "2024-05-15", "2024-05-20"),
    ("on the last day of the month", "2024-05-31", "2024-05-31", "2024-05-31"),
    ("on Wednesday evening last week", "2024-05-08", "2024-05-08", "2024-05-08"),
]


@pytest.mark.parametrize(("words", "value", "first", "last"), PERIODS)
def test_period(words: str, value: str, first: str, last: str) -> None:
    (mention,) = times(f"The quay was closed {words}.")
    assert (mention.time.timex, str(mention.time.days.start), str(mention.time.days.end)) == (value, first, last)


@pytest.mark.parametrize(
    ("sentence", "quotes", "values"),
    [
        ("It met on 3 and 17 March.", ["3", "17 March"], ["2024-03-03", "2024-03-17"]),
        (
            "It met on 3, 9 and 17 March 2014.",
            ["3", "9", "17 March 2014"],
            ["2014-03-03", "2014-03-09", "2014-03-17"],
        ),
        ("It met on 3 and 4 March.", ["3 and 4 March"], ["2024-03-03/2024-03-04"]),
        ("It met between 3 and 17 March.", ["between 3 and 17 March"], ["2024-03-03/2024-03-17"]),
        ("The storm killed 12 and 17 March was calm.", ["17 March"], ["2024-03-17"]),
        ("It cost $ 12 December 27.", ["December 27"], ["2023-12-27"]),
        ("It ran 10/21/2018-11/23/2018.", ["10/21/2018", "11/23/2018"], ["2018-10-21", "2018-11-23"]),
        ("It met on Tuesday 03/04/2014.", ["Tuesday 03/04/2014"], ["2014-03-04"]),
        ("The abbey rose between 1656 and 1662.", ["1656", "1662"], ["1656", "1662"]),
        ("The war of 1618-1648 was long.", ["1618", "1648"], ["1618", "1648"]),
        ("In Lorvik (1618-1648) it was worst.", ["1618", "1648"], ["1618", "1648"]),
        ("It stood from 1200 to 400 BC.", ["1200 to 400 BC"], ["-1200/-0400"]),
        ("They fought in the war of 431-404 BC.", ["431-404 BC"], ["-0431/-0404"]),
        ("The rocks formed 4 billion years ago.", ["4 billion years ago"], ["-3999997976"]),
        (
            "They dug for the last three months and two days ago they stopped.",
            ["the last three months", "two days ago"],
            ["P3M", "2024-05-13"],
        ),
    ],
)
def test_what_neighbours_share(sentence: str, quotes: list[str], values: list[str]) -> None:
    found = times(sentence)
    assert [mention.span.of(sentence) for mention in found] == quotes
    assert [mention.time.timex for mention in found] == values


@pytest.mark.parametrize(
    ("words", "mod", "first", "last"),
    [
        ("early to mid 2022", "start-mid", "2022-01-01", "2022-10-01"),
        ("the mid-to-late 1990s", "mid-end", "1992-07-02", "1999-12-31"),
    ],
)
def test_two_parts_of_a_time(words: str, mod: str, first: str, last: str) -> None:
    (mention,) = times(f"The quay was closed in {words}.")
    assert (mention.time.mod, str(mention.time.implied.start), str(mention.time.implied.end)) == (mod, first, last)


def test_a_stretch_that_has_begun_is_not_moved_ahead_by_the_tense() -> None:
    (mention,) = times("The quay will be closed from March to July.")
    assert (str(mention.time.days.start), str(mention.time.days.end)) == ("2024-03-01", "2024-07-31")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("She'll sail on Friday.", "2024-05-17"),
        ("We look forward to the race on Friday.", "2024-05-17"),
        ("Today is market day.", "2024-05-15"),
        ("Today, few mills run.", "PRESENT_REF"),
    ],
)
def test_what_the_verb_says_of_the_day(sentence: str, value: str) -> None:
    assert [mention.time.timex for mention in times(sentence)] == [value]


def test_years_ago_is_no_date() -> None:
    assert [(mention.time.type, mention.time.timex) for mention in times("It shut several years ago.")] == [
        ("time", "PAST_REF")
    ]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Meet at five thirty tomorrow evening.", ["2024-05-16T17:30"]),
        ("It sails today at 9a.", ["2024-05-15T09"]),
        ("At five thirty people stood.", []),
        ("It opens two days before New Year.", ["2023-12-30"]),
        ("As with all new year fairs, it was loud.", []),
    ],
)
def test_hours_in_words_and_the_new_year(sentence: str, values: list[str]) -> None:
    assert [mention.time.timex for mention in times(sentence)] == values
