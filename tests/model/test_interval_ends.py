"""What each end of an interval is after every operation: stated, open, missing."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from factcheck.model import Interval


def ends(interval: Interval | None) -> tuple[float | None, float | None, bool, bool]:
    assert interval is not None
    return interval.lo, interval.hi, interval.lo_open, interval.hi_open


def test_the_makers_give_the_ends_they_say() -> None:
    assert ends(Interval.point(4)) == (4, 4, False, False)
    assert ends(Interval.above(4)) == (4, None, True, False)
    assert ends(Interval.above(4, inclusive=True)) == (4, None, False, False)
    assert ends(Interval.below(4)) == (None, 4, False, True)
    assert ends(Interval.below(4, inclusive=True)) == (None, 4, False, False)
    assert ends(Interval.as_written("4")) == (3.5, 4.5, False, False)


def test_an_end_that_is_missing_is_not_open() -> None:
    assert ends(Interval(None, None, lo_open=True, hi_open=True)) == (None, None, False, False)
    assert ends(Interval(1, 2, lo_open=True, hi_open=True)) == (1, 2, True, True)
    assert ends(Interval(3, 3)) == (3, 3, False, False)


def test_the_larger_of_two_low_ends_and_the_smaller_of_two_high_ones_bound_what_is_common() -> None:
    assert ends(Interval(1, 5).intersection(Interval(3, 8, lo_open=True))) == (3, 5, True, False)
    assert ends(Interval(3, 8, lo_open=True).intersection(Interval(1, 5, hi_open=True))) == (3, 5, True, True)
    assert ends(Interval(None, None).intersection(Interval(None, None))) == (None, None, False, False)
    assert ends(Interval(1, None).intersection(Interval(None, 4))) == (1, 4, False, False)
    assert Interval(1, 2).intersection(Interval(3, 4)) is None


def test_a_closed_end_is_closer_than_an_open_one_at_the_same_place() -> None:
    closed, opened = Interval(1, 2), Interval(1, 2, lo_open=True, hi_open=True)
    assert ends(closed.intersection(opened)) == ends(opened)
    assert ends(closed.hull(opened)) == ends(closed)
    assert closed.covers(opened)
    assert not opened.covers(closed)


def test_the_hull_holds_both() -> None:
    assert ends(Interval(1, 2, lo_open=True).hull(Interval(4, 6, hi_open=True))) == (1, 6, True, True)
    assert ends(Interval(1, None).hull(Interval(3, 4))) == (1, None, False, False)
    assert ends(Interval(None, 2).hull(Interval(3, 4))) == (None, 4, False, False)


def test_a_value_is_inside_or_not() -> None:
    half = Interval(1, 2, hi_open=True)
    assert [half.contains(value) for value in (0.9, 1, 1.9, 2)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("make", "distance"),
    [
        (lambda: (Interval(1, 2), Interval(5, 7)), 3.0),
        (lambda: (Interval(1, 2, hi_open=True), Interval(2, 7)), 0.0),
        (lambda: (Interval(1, 6), Interval(5, 7)), 0.0),
        (lambda: (Interval(None, 2), Interval(5, None)), 3.0),
        (lambda: (Interval(None, 2), Interval(None, 5)), 0.0),
        (lambda: (Interval.below(2), Interval.above(2)), 0.0),
    ],
)
def test_the_gap_is_the_distance_of_the_nearest_ends(make, distance):
    left, right = make()
    assert (left.gap(right), right.gap(left)) == (distance, distance)


def test_scaling_rounds_outwards_by_two_steps_at_most() -> None:
    scaled = Interval(0.1, 0.7, lo_open=True).scaled(3.3)
    assert scaled.lo is not None
    assert scaled.hi is not None
    exact = [Fraction(0.1) * Fraction(3.3), Fraction(0.7) * Fraction(3.3)]
    assert Fraction(scaled.lo) < exact[0] < Fraction(scaled.lo + 1e-15)
    assert Fraction(scaled.hi - 1e-15) < exact[1] < Fraction(scaled.hi)
    assert (scaled.lo_open, scaled.hi_open) == (True, False)
    assert ends(Interval(1, 2, hi_open=True).scaled(2.5))[2:] == (False, True)


def test_scaling_by_one_and_adding_nothing_changes_nothing() -> None:
    assert ends(Interval(0.1, 0.7).scaled(1.0)) == (0.1, 0.7, False, False)
    assert ends(Interval(None, 0.7).scaled(2.0)) == (None, math.nextafter(math.nextafter(1.4, 2), 2), False, False)
    assert ends(Interval(0.7, None).scaled(2.0)) == (math.nextafter(math.nextafter(1.4, 1), 1), None, False, False)


def test_an_offset_is_added_after_the_factor() -> None:
    only_offset = Interval(10, 20).scaled(1.0, 273.15)
    assert (only_offset.lo, only_offset.hi) == (
        math.nextafter(math.nextafter(283.15, 0), 0), math.nextafter(math.nextafter(293.15, 999), 999),
    )  # fmt: skip
    both = Interval(10, 20).scaled(1.8, 32.0)
    assert (both.lo, both.hi) == pytest.approx((50, 68), abs=1e-12)
    assert both.lo is not None
    assert both.lo < 50 < 68 < (both.hi or 0)


def test_messages_name_the_ends() -> None:
    with pytest.raises(ValueError, match=r"^interval ends are the wrong way round: 2 > 1$"):
        Interval(2, 1)
    with pytest.raises(ValueError, match=r"^a conversion factor must be positive: 0$"):
        Interval(1, 2).scaled(0)
    with pytest.raises(ValueError, match=r"^not a finite decimal: 'NaN'$"):
        Interval.as_written("NaN")


def test_points_are_told_from_what_is_wider() -> None:
    assert [each.is_point for each in (Interval(2, 2), Interval(2, 3), Interval(None, None))] == [True, False, False]


def test_an_offset_of_one_is_added_and_a_factor_of_one_rounds_nothing() -> None:
    assert Interval(1, 2).scaled(1.0, 1.0).middle == 2.5
    moved = Interval(0.1, 0.2).scaled(1.0, 1e-9)
    assert moved.lo == math.nextafter(math.nextafter(0.1 + 1e-9, 0), 0)
    assert moved.hi == math.nextafter(math.nextafter(0.2 + 1e-9, 1), 1)
