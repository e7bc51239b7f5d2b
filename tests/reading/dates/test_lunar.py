"""Days of the Jewish and Islamic calendars, against those printed in almanacs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factcheck.reading.dates.holidays import feast_day
from factcheck.reading.dates.lunar import islamic_day, rosh_hashanah
from tests.reading.dates.conftest import times


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("rosh_hashanah", date(2019, 9, 30)),
        ("rosh_hashanah", date(2024, 10, 3)),
        ("yom_kippur", date(1973, 10, 6)),
        ("passover", date(2021, 3, 28)),
        ("passover", date(2024, 4, 23)),
        ("purim", date(2022, 3, 17)),
    ],
)
def test_jewish_feast(key: str, day: date) -> None:
    assert feast_day(key, day.year) == day


@pytest.mark.parametrize("announced", [date(2018, 6, 15), date(2019, 6, 4), date(2022, 5, 2), date(2023, 4, 21)])
def test_the_end_of_ramadan_is_announced_within_a_day_of_the_tables(announced: date) -> None:
    assert abs(islamic_day(announced.year, 10, 1) - announced) <= timedelta(days=1)


def test_every_year_has_the_days() -> None:
    for year in range(623, 2200):
        assert islamic_day(year, 10, 1).year == year
        assert rosh_hashanah(year).year == year
    with pytest.raises(ValueError, match="600"):
        islamic_day(600, 10, 1)


def test_a_day_that_the_moon_decides_is_three() -> None:
    (mention,) = times("The truce was kept on Eid al-Fitr 2024.")
    assert (mention.time.days.start, mention.time.days.end) == (date(2024, 4, 9), date(2024, 4, 11))
    (mention,) = times("The truce was kept on Eid al-Fitr of last year.")
    assert mention.time.days.contains(mention.time.implied)
    assert mention.time.days.start == date(2023, 4, 21)
