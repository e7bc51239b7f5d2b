"""A length of time up to now and the date since when: both say when it began, and are compared as such."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.model import Document, PositionMap

LASTED = "After nearly three years of war, Tollmark is tired."


def _document(name: str, text: str) -> Document:
    return Document(name, name, text, PositionMap.of_text(text), published="2024-12-01")


@pytest.mark.parametrize(
    "text",
    [
        "Tollmark has been at war since February 2022.",
        "The war in Tollmark has raged since February 2022.",
        "Since early 2022, war has ravaged Tollmark.",
        "The war in Tollmark began in February 2022.",
    ],
)
def test_a_beginning_that_fits(text: str) -> None:
    report = factcheck.check([_document("a.txt", LASTED), _document("b.txt", text)])
    assert report.coverage.compared_pairs == 1
    assert report.conflicts == ()


@pytest.mark.parametrize(
    "text",
    [
        "Tollmark has been at war since February 2019.",
        "Since February 2019, war has ravaged Tollmark.",
        "The war in Tollmark began in February 2019.",
    ],
)
def test_a_beginning_that_does_not_fit(text: str) -> None:
    report = factcheck.check([_document("a.txt", LASTED), _document("b.txt", text)])
    assert [conflict.rule for conflict in report.conflicts] == ["FC210"]


def test_a_length_that_is_over_says_nothing_of_a_beginning() -> None:
    past = _document("a.txt", "After nearly three years of war, Tollmark was tired.")
    since = _document("b.txt", "Tollmark has been at war since February 2019.")
    assert factcheck.check([past, since]).conflicts == ()
