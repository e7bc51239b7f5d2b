"""A count that introduces a list knows how many items follow."""

import pytest

from factcheck.model import Document, PositionMap
from factcheck.pipeline import read_passage

LIST = "* Stop the mill.\n* Drain the pond.\n  * Slowly.\n  * By hand.\n* Close the gate.\n"


def items(text):
    reading = read_passage(Document("page", "page", text, PositionMap.of_text(text)))
    return {claim.citation.quote: dict(claim.labels).get("items") for claim in reading.claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Do these four steps:\n\n{LIST}", {"four": "3"}),
        (f"It has 7 doors. Do these four steps:\n\n{LIST}", {"7": None, "four": "3"}),
        (f"Do these four steps:\n\nRead on.\n\n{LIST}", {"four": None}),
        (f"Do these four steps:\n\n{LIST}\nThen these two steps:\n\n1. Wait.\n2. Look.\n", {"four": "3", "two": "2"}),
        ("Do these four steps.\n", {"four": None}),
    ],
)
def test_items_of_the_list_that_follows(text, expected):
    assert items(text) == expected
