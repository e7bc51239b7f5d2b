from datetime import date

import pytest

from factcheck.model import DayInterval

YEAR = DayInterval(date(2022, 1, 1), date(2022, 12, 31))
FEBRUARY = DayInterval(date(2022, 2, 1), date(2022, 2, 28))
SINCE_2014 = DayInterval(date(2014, 1, 1), None)
UNKNOWN = DayInterval(None, None)


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        (YEAR, FEBRUARY, True),
        (SINCE_2014, FEBRUARY, True),
        (SINCE_2014, DayInterval(None, date(2013, 12, 31)), False),
        (UNKNOWN, YEAR, True),
        (FEBRUARY, DayInterval(date(2022, 3, 1), date(2022, 3, 1)), False),
    ],
)
def test_days_overlap_unless_known_to_be_apart(left, right, meet):
    assert left.overlaps(right) is meet
    assert right.overlaps(left) is meet


@pytest.mark.parametrize(
    ("left", "right", "coincide"),
    [
        (YEAR, FEBRUARY, True),
        (YEAR, DayInterval(date(2022, 7, 2), date(2023, 7, 1)), True),
        (YEAR, DayInterval(date(2022, 7, 3), date(2023, 7, 2)), False),
        (SINCE_2014, DayInterval(None, date(2014, 1, 1)), True),
        (FEBRUARY, DayInterval(date(2022, 3, 1), date(2022, 3, 1)), False),
    ],
)
def test_times_coincide_that_share_half_of_the_shorter(left, right, coincide):
    assert left.coincides(right) is coincide
    assert right.coincides(left) is coincide


def test_a_coarser_time_contains_the_finer():
    assert YEAR.contains(FEBRUARY)
    assert not FEBRUARY.contains(YEAR)
    assert SINCE_2014.contains(YEAR)
    assert not YEAR.contains(SINCE_2014)
