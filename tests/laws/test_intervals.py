"""Laws of intervals: overlap is symmetric; widening never opens a gap; there and back contains the original."""

from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.model import Interval

numbers = st.floats(-1e12, 1e12, allow_nan=False)
bounds = st.none() | numbers


@st.composite
def intervals(draw):
    lo, hi = draw(bounds), draw(bounds)
    if lo is not None and hi is not None and lo > hi:
        lo, hi = hi, lo
    point = lo is not None and lo == hi
    return Interval(lo, hi, not point and draw(st.booleans()), not point and draw(st.booleans()))


@given(intervals(), intervals())
def test_overlap_is_symmetric(left, right):
    assert left.overlaps(right) == right.overlaps(left)


@given(intervals(), intervals(), intervals())
def test_widening_never_turns_overlap_into_a_gap(left, right, wider):
    assume(left.overlaps(right))
    assert left.hull(wider).overlaps(right)


@given(intervals(), st.floats(1e-6, 1e6), st.floats(-1e3, 1e3))
def test_there_and_back_contains_the_original(interval, factor, offset):
    back = interval.scaled(factor, offset).scaled(1.0, -offset).scaled(1 / factor)
    assert back.covers(interval)


@given(intervals(), intervals())
def test_the_hull_covers_both_and_the_intersection_lies_in_both(left, right):
    assert left.hull(right).covers(left)
    assert left.hull(right).covers(right)
    shared = left.intersection(right)
    assert (shared is None) == (not left.overlaps(right))
    if shared is not None:
        assert left.covers(shared)
        assert right.covers(shared)


@given(intervals(), intervals())
def test_only_disjoint_intervals_have_a_gap(left, right):
    assert left.gap(right) == right.gap(left)
    assert left.gap(right) == 0.0 or not left.overlaps(right)


@given(st.decimals(-(10**9), 10**9, places=3, allow_nan=False), st.sampled_from([1.0, 1e3, 1e6, 1e9]))
def test_a_written_decimal_lies_within_what_its_rounding_allows(value, magnitude):
    interval = Interval.as_written(str(value), magnitude)
    assert interval.lo < float(value) * magnitude < interval.hi
