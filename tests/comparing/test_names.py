import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.names import alike


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ann Lee", "Ann Marie Lee"),
        ("Lee", "Ann Lee"),
        ("Lorvik Harbour", "Lorvik harbour"),
        ("Volodymyr", "Volodimyr"),
    ],
)
def test_one_name(left, right):
    assert alike(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Harbour Institute of Vesk", "Harbour Institute of Lunt"),
        ("Ann Lee", "Ann Moor"),
        ("Lee Ann", "Ann Lee"),
        ("Iran", "Iraq"),
        ("Niger", "Nigeria"),
        ("", "Ann"),
    ],
)
def test_two_names(left, right):
    assert not alike(left, right)


@given(st.text("abc ", max_size=12), st.text("abc ", max_size=12))
def test_symmetric(left, right):
    assert alike(left, right) == alike(right, left)
