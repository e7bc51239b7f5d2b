"""What looks like a time and is none."""

from __future__ import annotations

import pytest

from tests.reading.dates.conftest import times

NO_TIMES = [
    "The lorry carried 1,500 people.",
    "The plant made 2,014 units.",
    "The plant made 2014 units.",
    "About 18% of the voters left.",
    "They may march.",
    "May I march?",
    "The march of the miners was long.",
    "She came second and won the third set.",
    "It needs version 1.7 or 2.10.",
    "The ratio is 3/4.",
    "The match ended 3-1.",
    "Over 2000 people came.",
    "It costs $1999 or 2000 euros.",
    "Room 1204 is shut.",
    "Call 020 7946 0958.",
    "It weighs 1850 kg.",
    "The Boeing 737 and the A380 landed.",
    "See sections 4.2 and 12.3.1.",
    "He sat in the sun.",
    "Prices fall in shops.",
    "One of the two leaders spoke.",
    "It has 1200K rows and 1500b packets.",
    "A 24-bit word and 16 GB of memory.",
    "Jan sold Mar a boat.",
    "The 45th president spoke.",
    "It needs version 1803 or later of the driver.",
    "Flight 1549 landed in the river.",
    "They moved from Exchange 2013 to Lorvik Server 2019.",
    "It was shown at FX2051 in Ness.",
    "They sowed summer wheat and felled a Christmas tree.",
    "She teaches at the Summer Institute.",
    "It was the dawn of a new era.",
    "From 1200 to 1500 people came.",
    "The code is 133-03-03-2020.",
]


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_no_time(sentence: str) -> None:
    assert [mention.span.of(sentence) for mention in times(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("In 2014 units were sold.", ["2014"]),
        ("The 2014 elections were close.", ["2014"]),
        ("It may end in May.", ["May"]),
        ("They march in March.", ["March"]),
        ("In the second, a second vote failed.", []),
    ],
)
def test_the_same_words_as_times(sentence: str, quotes: list[str]) -> None:
    assert [mention.span.of(sentence) for mention in times(sentence)] == quotes
