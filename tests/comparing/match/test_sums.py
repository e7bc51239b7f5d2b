import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.match.features.sums import makes_up


@pytest.mark.parametrize(
    ("whole", "part", "others", "expected"),
    [
        (3500.0, 2000.0, [1500.0], True),
        (20.0, 8.0, [7.0, 2.0, 3.0], True),
        (64.0, 50.0, [13.0], False),
        (24.0, 23.0, [1.0], False),
        (24.0, 20.0, [], False),
    ],
)
def test_figures_beside_a_part_that_make_up_the_whole(whole, part, others, expected):
    assert makes_up(whole, part, others) is expected


@given(st.lists(st.integers(2, 9_999).map(float), min_size=1, max_size=6), st.integers(1, 9_999).map(float))
def test_a_sum_is_made_up_of_its_parts_in_any_order(parts, part):
    whole = part + sum(parts)
    assert makes_up(whole, part, parts)
    assert makes_up(whole, part, parts[::-1])
