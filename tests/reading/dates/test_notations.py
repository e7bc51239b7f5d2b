"""Days and months in figures, by the document's own habit; dates in other languages; clocks of machines."""

from __future__ import annotations

import pytest

from tests.reading.dates.conftest import times


def test_habit_of_the_document_decides() -> None:
    read = times("Version 1: 23/04/2022. Version 2: 05/06/2023.")
    assert [mention.time.timex for mention in read] == ["2022-04-23", "2023-06-05"]
    read = times("Version 1: 04/23/2022. Version 2: 05/06/2023.")
    assert [mention.time.timex for mention in read] == ["2022-04-23", "2023-05-06"]


def test_without_a_habit_both_readings_are_kept() -> None:
    (mention,) = times("Version 2 came out on 05/06/2023.")
    assert mention.time.timex == "2023-XX-XX"
    assert (str(mention.time.days.start), str(mention.time.days.end)) == ("2023-05-06", "2023-06-05")


def test_contradicting_habits_decide_nothing() -> None:
    read = times("A: 23/04/2022. B: 04/23/2022. C: 05/06/2023.")
    assert read[-1].time.timex == "2023-XX-XX"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3. März 2014", "2014-03-03"),
        ("12 mai 1998", "1998-05-12"),
        ("12 de mayo de 1987", "1987-05-12"),
        ("1er août 2003", "2003-08-01"),
    ],
)
def test_other_languages(words: str, value: str) -> None:
    text = f"The accord of {words} still holds."
    (mention,) = times(text)
    assert (mention.span.of(text), mention.time.timex) == (words, value)


def test_machine_time() -> None:
    (mention,) = times("Built at 2024-05-03T10:15:00+02:00.")
    assert (mention.time.timex, mention.time.clock, mention.time.zone) == ("2024-05-03T10:15", (495, 495), "+02:00")
