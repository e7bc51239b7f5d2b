"""A citation carries the sentences beside it, for readers who want the context."""

from __future__ import annotations

from factcheck.model import Document, PositionMap
from factcheck.reading import read
from factcheck.reading.frame.claims import CONTEXT


def contexts(text: str, path: str = "d.txt") -> list[tuple[str, str]]:
    claims = read(Document(path, path, text, PositionMap.of_text(text))).claims
    return [(claim.citation.before, claim.citation.after) for claim in claims]


def test_neighbours_of_the_same_paragraph_are_kept() -> None:
    text = "The mill has closed. It employed 850 people. Most live in Tarvik.\n\nThe quarry employs 90 people.\n"
    assert contexts(text) == [("The mill has closed.", "Most live in Tarvik."), ("", "")]


def test_a_long_neighbour_is_cut_on_its_far_side() -> None:
    text = f"It was {'very ' * 200}cold. The mill employed 850 people. Then it was {'very ' * 200}hot.\n"
    ((before, after),) = contexts(text)
    assert before.endswith("very cold.")
    assert after.startswith("Then it was very")
    assert max(len(before), len(after)) <= CONTEXT
