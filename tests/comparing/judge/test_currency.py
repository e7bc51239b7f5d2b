"""Bands of exchange rates: around a day, symmetric, and silent where nothing is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.currency import rate_band

# The rates that come with the lowest version of the converter end soon after.
DAYS = st.dates(date(1999, 3, 1), date(2024, 10, 31)).map(date.toordinal)
QUOTED = st.sampled_from(["EUR", "USD", "GBP", "JPY", "CHF", "SEK"])


def band(source, target, day):
    return rate_band(source, target, day.toordinal(), day.toordinal())


def test_a_band_holds_the_rate_of_its_day():
    low, high = band("EUR", "USD", date(2019, 6, 3))
    assert low < 1.1185 < high
    assert high / low < 1.12


@pytest.mark.parametrize(
    ("source", "target", "day"),
    [
        ("EUR", "UAH", date(2019, 6, 3)),
        ("RUB", "USD", date(2023, 6, 3)),
        ("EUR", "USD", date(1998, 6, 3)),
        ("EUR", "USD", date(2199, 6, 3)),
        ("EUR", "???", date(2019, 6, 3)),
    ],
)
def test_no_rate_is_made_up(source, target, day):
    assert band(source, target, day) is None


def test_a_currency_that_is_no_longer_quoted_was_known_before():
    assert band("RUB", "USD", date(2021, 6, 3)) is not None


@given(QUOTED, QUOTED, DAYS)
def test_there_and_back_again(source, target, day):
    there, back = rate_band(source, target, day, day), rate_band(target, source, day, day)
    assert there == pytest.approx((1 / back[1], 1 / back[0]), rel=1e-9)


@given(QUOTED, QUOTED, DAYS, st.integers(0, 4000))
def test_a_longer_time_widens_the_band_or_leaves_it_near(source, target, day, days):
    one, many = rate_band(source, target, day, day), rate_band(source, target, day, day + days)
    assert many is not None
    assert many[0] <= one[1]
    assert one[0] <= many[1]
