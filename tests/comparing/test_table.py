import math
from datetime import date

import pytest

from factcheck.comparing.table import claims_table, published_minutes
from factcheck.model import Interval, Quantity
from tests.comparing.claims import claim, day, percent, reading


def table_of(*claims, **more):
    return claims_table(claims, {"a.txt": reading("a.txt", *claims, **more)})


def test_values_are_in_base_units():
    miles = Quantity("measure", Interval.point(10), Interval(9.5, 10.5), "mile", "[length]")
    row = table_of(claim("10 miles", miles)).iloc[0]
    assert row["stated_lo"] == pytest.approx(16093.44)
    assert row["lo"] <= 9.5 * 1609.344 <= row["hi"]


def test_a_missing_bound_is_nan_and_open_ends_stay_open():
    row = table_of(claim("more than 20%", percent(20, None, lo_open=True))).iloc[0]
    assert math.isnan(row["hi"])
    assert row["lo_open"]


def test_a_date_has_its_days_and_the_days_on_which_it_began():
    row = table_of(claim("2014", time=day(date(2014, 1, 1), None, "2014", grain="year"))).iloc[0]
    assert row["dimension"] == "date"
    assert row["lo"] == date(2014, 1, 1).toordinal()
    assert math.isnan(row["hi"])
    assert (row["begins_lo"], row["begins_hi"]) == (date(2014, 1, 1).toordinal(), date(2015, 1, 1).toordinal())


def test_a_duration_up_to_a_known_date_says_when_it_began():
    years = Quantity("duration", Interval.point(3), Interval(2.7, 3), "year", "[time]", hedge="almost")
    row = table_of(claim("nearly three years", years), published="2024-12-01").iloc[0]
    february = date(2022, 2, 24).toordinal()
    assert row["begins_lo"] <= february <= row["begins_hi"]
    assert row["begins_hi"] < date(2022, 4, 1).toordinal()


def test_a_duration_without_a_date_began_at_no_known_day():
    years = Quantity("duration", Interval.point(3), Interval(2.7, 3), "year", "[time]")
    assert math.isnan(table_of(claim("three years", years)).iloc[0]["begins_lo"])


@pytest.mark.parametrize(
    ("text", "minutes", "has_clock"),
    [("1970-01-02", 1440.0, False), ("1970-01-01T02:00+01:00", 60.0, True), ("1970-01-01T00:05Z", 5.0, True)],
)
def test_published_is_minutes_since_1970(text, minutes, has_clock):
    assert published_minutes(text) == (minutes, has_clock)


@pytest.mark.parametrize("text", [None, "", "yesterday"])
def test_an_unknown_publication_is_nan(text):
    assert math.isnan(published_minutes(text)[0])
