"""Which release a row is about."""

from dataclasses import replace

import pytest

from factcheck.comparing.releases import NONE, Release, padded, release_of
from tests.comparing.claims import claim


def row(kind, *labels, qualifiers=(), subject=()):
    made = claim("3 May 2021", doc="docs/halden.md", qualifiers=qualifiers, subject=subject)
    return replace(made, kind=kind, labels=labels)


@pytest.mark.parametrize(
    ("version", "key"), [("26", "26"), ("v26.0.0", "26"), ("1.20", "1.20"), ("2.x", "2"), ("0", "0")]
)
def test_zeros_at_the_end_are_left_out(version, key):
    assert padded(version) == key


def test_a_row_of_a_release_names_product_release_and_form():
    cell = row("cell", ("row", "2.1"), ("stub", "Version"), qualifiers=("2.1",), subject=("Halden Server", "2.1"))
    assert release_of(cell) == Release("Halden Server", "2.1", "docs/version")


@pytest.mark.parametrize(
    "other",
    [
        row("paragraph", qualifiers=("2.1",)),
        row("cell", ("row", "Berths"), qualifiers=("2.1",)),
        row("cell", ("row", "2.1")),
    ],
)
def test_prose_and_other_rows_are_about_no_release(other):
    assert release_of(other) == NONE
