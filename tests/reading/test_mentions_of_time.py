"""Where a time and a figure share words, the one that says more of them is kept."""

from __future__ import annotations

import pytest

from factcheck.model import Document, PositionMap
from factcheck.reading import read


@pytest.mark.parametrize(
    ("sentence", "timex"),
    [
        ("Sales of the past two quarters rose in the whole town.", "P2Q"),
        ("Crowds marked the sixth anniversary of the flood in Lorvik.", "P6Y"),
        ("Rents rose over the 5 past years in the whole town.", "P5Y"),
    ],
)
def test_a_number_inside_a_time_is_a_word_of_it(sentence: str, timex: str) -> None:
    text = f"The harbour board met in Lorvik.\n\n{sentence}"
    claims = read(Document("a", "a", text, PositionMap.of_text(text), published="2024-05-15")).claims
    assert [claim.time.timex for claim in claims if claim.time is not None] == [timex]


def test_the_age_of_somebody_stays_an_age() -> None:
    text = "The mayor met a 72-year-old sailor in Lorvik."
    (claim,) = read(Document("a", "a", text, PositionMap.of_text(text))).claims
    assert claim.quantity is not None
    assert claim.quantity.kind == "age"
