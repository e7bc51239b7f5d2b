"""One table a phenomenon: what is found, which value and which days it has, in an article of Wednesday 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.dates.conftest import times

FULL_DATES = [
    ("3 May 2014", "2014-05-03"),
    ("May 3, 2014", "2014-05-03"),
    ("May 3rd 2014", "2014-05-03"),
    ("the 3rd of May, 2014", "2014-05-03"),
    ("Saturday, 3 May 2014", "2014-05-03"),
    ("3-May-2014", "2014-05-03"),
    ("2014-05-03", "2014-05-03"),
    ("2014/05/03", "2014-05-03"),
    ("20140503", "2014-05-03"),
    ("03.05.2014", "2014-05-03"),
    ("5/23/2014", "2014-05-23"),
    ("23/5/2014", "2014-05-23"),
    ("Sept. 3, 2014", "2014-09-03"),
    ("2014 May 3", "2014-05-03"),
    ("May the third, 2014", "2014-05-03"),
    ("3 May nineteen eighty-four", "1984-05-03"),
]


@pytest.mark.parametrize(("words", "value"), FULL_DATES)
def test_full_date(words: str, value: str) -> None:
    (mention,) = times(f"It was signed on {words} in Ness.")
    day = date.fromisoformat(value)
    assert (mention.time.timex, mention.time.type, mention.time.grain, mention.time.anchor) == (
        value,
        "date",
        "day",
        "",
    )
    assert (mention.time.days.start, mention.time.days.end) == (day, day)


COARSE = [
    ("in May 2014", "2014-05", "2014-05-01", "2014-05-31", "month"),
    ("in February 2012", "2012-02", "2012-02-01", "2012-02-29", "month"),
    ("in 2014", "2014", "2014-01-01", "2014-12-31", "year"),
    ("in the year 1871", "1871", "1871-01-01", "1871-12-31", "year"),
    ("in the 1990s", "199", "1990-01-01", "1999-12-31", "decade"),
    ("in the '90s", "199", "1990-01-01", "1999-12-31", "decade"),
    ("in the eighties", "198", "1980-01-01", "1989-12-31", "decade"),
    ("in the 1800s", "18", "1800-01-01", "1899-12-31", "century"),
    ("in the 18th century", "17", "1700-01-01", "1799-12-31", "century"),
    ("in the summer of 2012", "2012-SU", "2012-06-01", "2012-08-31", "season"),
    ("in the winter of 1976", "1976-WI", "1976-12-01", "1977-02-28", "season"),
    ("in Q3 2019", "2019-Q3", "2019-07-01", "2019-09-30", "quarter"),
    ("in the fourth quarter of 2019", "2019-Q4", "2019-10-01", "2019-12-31", "quarter"),
    ("in H2 2019", "2019-H2", "2019-07-01", "2019-12-31", "half"),
    ("in the first half of 2019", "2019-H1", "2019-01-01", "2019-06-30", "half"),
    ("in fiscal year 2022-23", "FY2022", "2022-04-01", "2023-09-30", "year"),
    ("in the 2008-09 season", "2008/2009", "2008-01-01", "2009-12-31", "year"),
    ("between May and July 2014", "2014-05/2014-07", "2014-05-01", "2014-07-31", "month"),
    ("from November to February 2015", "2014-11/2015-02", "2014-11-01", "2015-02-28", "month"),
    ("on 3–5 March 2014", "2014-03-03/2014-03-05", "2014-03-03", "2014-03-05", "day"),
    ("on March 3 to 5, 2014", "2014-03-03/2014-03-05", "2014-03-03", "2014-03-05", "day"),
    ("in the second week of May 2014", "2014-W19", "2014-05-05", "2014-05-11", "week"),
    ("on the last Monday of May 2014", "2014-05-26", "2014-05-26", "2014-05-26", "day"),
    ("on Thanksgiving 2014", "2014-11-27", "2014-11-27", "2014-11-27", "day"),
]


@pytest.mark.parametrize(("words", "value", "first", "last", "grain"), COARSE)
def test_coarse_date(words: str, value: str, first: str, last: str, grain: str) -> None:
    (mention,) = times(f"The mill was sold {words} to a bank.")
    assert (mention.time.timex, mention.time.grain) == (value, grain)
    assert (str(mention.time.days.start), str(mention.time.days.end)) == (first, last)


RELATIVE = [
    ("The vote was held today.", "2024-05-15"),
    ("The vote was held yesterday.", "2024-05-14"),
    ("The vote is tomorrow.", "2024-05-16"),
    ("The vote was held on Friday.", "2024-05-10"),
    ("The vote was held on Wednesday.", "2024-05-15"),
    ("The vote will be held on Friday.", "2024-05-17"),
    ("The vote was held last month.", "2024-04"),
    ("The vote was held last week.", "2024-W19"),
    ("The vote was held earlier this week.", "2024-W20"),
    ("The vote will be held next year.", "2025"),
    ("The vote will be held next Friday.", "2024-05-24"),
    ("The vote was held last Friday.", "2024-05-10"),
    ("The vote was held last March.", "2024-03"),
    ("The vote will be held next March.", "2025-03"),
    ("The vote was held last summer.", "2023-SU"),
    ("The vote was held two days ago.", "2024-05-13"),
    ("The vote was held a week ago.", "2024-05-08"),
    ("The vote was held three years ago.", "2021"),
    ("The vote was held in March.", "2024-03"),
    ("The vote was held in October.", "2023-10"),
    ("The vote will be held in October.", "2024-10"),
    ("The vote was held on 3 January.", "2024-01-03"),
    ("The vote was held on December 30.", "2023-12-30"),
    ("The vote was held the day before yesterday.", "2024-05-13"),
    ("The vote was held on the 3rd.", "2024-05-03"),
    ("The vote was held on Friday of last week.", "2024-05-10"),
    ("The vote will be held the day after tomorrow.", "2024-05-17"),
    ("The vote will be in two weeks.", "2024-05-29"),
]


@pytest.mark.parametrize(("sentence", "value"), RELATIVE)
def test_relative_date_in_the_news(sentence: str, value: str) -> None:
    (mention,) = times(sentence)
    assert (mention.time.timex, mention.time.anchor) == (value, "published")


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It closed on 3 May 1931. Two days later it burnt down.", ["1931-05-03", "1931-05-05"]),
        ("It closed on 3 May 1931. The previous day the mayor had died.", ["1931-05-03", "1931-05-02"]),
        ("It closed in 1931. The following year it was sold.", ["1931", "1932"]),
        ("It closed in June 1931 and reopened the next month.", ["1931-06", "1931-07"]),
        ("It closed in 1931. That year the mayor died.", ["1931", "1931"]),
        ("It closed in November 1931. In January it reopened.", ["1931-11", "1932-01"]),
        ("It closed in 1931. Three years later it was sold.", ["1931", "1934"]),
    ],
)
def test_running_text_leads_in_background(sentence: str, values: list[str]) -> None:
    read = times(sentence)
    assert [mention.time.timex for mention in read] == values
    assert {mention.time.anchor for mention in read[1:]} == {"text"}


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The vote was held on Friday.", "XXXX-WXX-5"),
        ("The vote was held on 11 April.", "XXXX-04-11"),
        ("The vote was held in April.", "XXXX-04"),
        ("The vote was held last month.", "XXXX-XX"),
        ("The vote was held yesterday.", "XXXX-XX-XX"),
        ("The vote was held two days ago.", "XXXX-XX-XX"),
        ("The vote was held at Christmas.", "XXXX-12-25"),
    ],
)
def test_undated_document_leaves_values_partial(sentence: str, value: str) -> None:
    (mention,) = times(sentence, published=None)
    assert (mention.time.timex, mention.time.anchor) == (value, "none")
    assert (mention.time.days.start, mention.time.days.end) == (None, None)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("since 2014", "2014-01-01", None),
        ("by 2030", None, "2030-12-31"),
        ("until June 2025", None, "2025-06-30"),
        ("before 3 May 2014", None, "2014-05-02"),
        ("prior to 2014", None, "2013-12-31"),
        ("after February 2022", "2022-03-01", None),
        ("through 2026", None, "2026-12-31"),
    ],
)
def test_open_end(words: str, first: str | None, last: str | None) -> None:
    (mention,) = times(f"The bridge was shut {words}.")
    days, implied = mention.time.days, mention.time.implied
    assert [str(day) if day else None for day in (days.start, days.end)] == [first, last]
    assert implied == days


@pytest.mark.parametrize(
    ("words", "mod", "first", "last"),
    [
        ("early 2022", "start", "2022-01-01", "2022-06-01"),
        ("mid-2022", "mid", "2022-04-02", "2022-10-01"),
        ("late 2022", "end", "2022-08-02", "2022-12-31"),
        ("the beginning of 2022", "start", "2022-01-01", "2022-04-01"),
        ("the end of March 2022", "end", "2022-03-24", "2022-03-31"),
    ],
)
def test_narrowed_interval(words: str, mod: str, first: str, last: str) -> None:
    (mention,) = times(f"The bridge was shut in {words}.")
    time = mention.time
    assert (time.mod, str(time.implied.start), str(time.implied.end)) == (mod, first, last)
    assert time.days.contains(time.implied)


def test_two_years_ago_means_about_then() -> None:
    (mention,) = times("The dam was built two years ago.")
    assert mention.time.timex == "2022"
    assert str(mention.time.implied.start) == "2021-11-13"
    assert str(mention.time.implied.end) == "2022-11-14"


def test_range_of_two_full_dates_is_two_mentions() -> None:
    text = "It ran from 3 May 2014 to 7 June 2015."
    assert [mention.span.of(text) for mention in times(text)] == ["3 May 2014", "7 June 2015"]


def test_first_day_of_a_range_takes_the_year_of_the_last() -> None:
    assert [mention.time.timex for mention in times("It ran from 28 December to 3 January 2015.")] == [
        "2014-12-28",
        "2015-01-03",
    ]


def test_since_then_opens_the_time_the_text_has_reached() -> None:
    read = times("It closed on 3 May 1931. Since then nobody has lived there.")
    assert [(str(mention.time.days.start), mention.time.type) for mention in read] == [
        ("1931-05-03", "date"),
        ("1931-05-03", "time"),
    ]
    assert read[1].time.days.end is None


def test_anniversary_of_a_day_and_of_an_event() -> None:
    (mention,) = times("They met on the third anniversary of 24 February 2022.")
    assert mention.time.timex == "2025-02-24"
    (mention,) = times("They met on the third anniversary of the flood.")
    assert (mention.time.type, mention.time.timex) == ("duration", "P3Y")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Work begins in June on the new pier, the harbour master said.", "2024-06"),
        ("The course starts in March.", "2025-03"),
        ("The trial opens on Monday.", "2024-05-20"),
        ("The harbour master said the pier was closed on Monday.", "2024-05-13"),
        ("The wet season usually begins in June.", "XXXX-06"),
        ("Generally, boats can be hired in June.", "XXXX-06"),
    ],
)
def test_the_present_of_a_calendar_looks_ahead(sentence: str, value: str) -> None:
    assert [mention.time.timex for mention in times(sentence)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The pier opened in 2019. The ferry sails on Friday.", ["2019", "XXXX-WXX-5"]),
        ("The pier opened in May 2019. The ferry sank on Friday.", ["2019-05", "XXXX-WXX-5"]),
        ("The pier opened in 2019. It sank the following Friday.", ["2019", "XXXX-WXX-5"]),
        ("The pier opened on 3 May 2019. The ferry sank the following Monday.", ["2019-05-03", "2019-05-06"]),
    ],
)
def test_a_weekday_of_an_undated_page_needs_a_full_date_before_it(text: str, values: list[str]) -> None:
    assert [mention.time.timex for mention in times(text, None)] == values


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("In the 1970's he moved to Lorvik.", "197"),
        ("It was built in the 1800's by monks.", "18"),
        ("It won the 1970's best film prize.", "1970"),
        ("2014 was a wet year.", "2014"),
    ],
)
def test_decades_with_an_apostrophe_and_bare_years(sentence: str, value: str) -> None:
    assert [mention.time.timex for mention in times(sentence)][:1] == [value]
