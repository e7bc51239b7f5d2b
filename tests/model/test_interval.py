import pytest

from factcheck.model import Interval


@pytest.mark.parametrize(
    ("digits", "magnitude", "ends"),
    [
        ("1.7", 1e9, (1.65e9, 1.75e9)),
        ("20", 1, (19.5, 20.5)),
        ("1,596", 1, (1595.5, 1596.5)),
        ("0.05", 1, (0.045, 0.055)),
    ],
)
def test_a_written_decimal_allows_half_its_last_digit(digits, magnitude, ends):
    interval = Interval.as_written(digits, magnitude)
    assert (interval.lo, interval.hi) == pytest.approx(ends)


@pytest.mark.parametrize("digits", ["NaN", "Infinity"])
def test_only_finite_decimals_are_written(digits):
    with pytest.raises(ValueError, match="finite"):
        Interval.as_written(digits)


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        (Interval(17, 19), Interval.above(20), False),
        (Interval.above(20), Interval.point(20), False),
        (Interval.above(20, inclusive=True), Interval.point(20), True),
        (Interval(10, 20), Interval(20, 30), True),
        (Interval(10, 20, hi_open=True), Interval(20, 30), False),
        (Interval.below(5), Interval.above(3), True),
        (Interval(None, None), Interval.point(0), True),
    ],
)
def test_overlap_looks_at_open_and_closed_ends(left, right, meet):
    assert left.overlaps(right) is meet
    assert right.overlaps(left) is meet


def test_ends_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="wrong way round"):
        Interval(2, 1)


@pytest.mark.parametrize("factor", [0, -1])
def test_a_conversion_factor_is_positive(factor):
    with pytest.raises(ValueError, match="positive"):
        Interval.point(1).scaled(factor)


def test_the_middle_of_a_half_bounded_interval_is_its_bound():
    assert [Interval(1, 3).middle, Interval.above(7).middle, Interval.below(9).middle, Interval(None, None).middle] == [
        2,
        7,
        9,
        None,
    ]
