"""Values in several units of one measure share an axis; others do not."""

import pytest

from factcheck.comparing.cluster.axis import axis_factors
from factcheck.model import Interval, Quantity


def in_units(*units):
    five = Interval.point(5)
    return [Quantity("measure", five, five, unit) for unit in units]


@pytest.mark.parametrize(
    "units", [("kilometer", "kilometer"), ("kilometer", "kilogram"), ("degree_Celsius", "kelvin"), ("USD", "EUR")]
)
def test_one_unit_two_measures_and_shifted_scales_need_or_have_no_factor(units):
    assert axis_factors(in_units(*units)) == {}


def test_units_of_one_measure_are_taken_to_the_first():
    factors = axis_factors(in_units("kilometer", "mile", "kilometer"))
    assert factors == {"kilometer": 1.0, "mile": pytest.approx(1.609344)}
