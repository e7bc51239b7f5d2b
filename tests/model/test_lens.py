"""A view of a text with stretches replaced, and the way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Span
from factcheck.model.lens import Lens

SOURCE = "Up to **5**&nbsp;GB each"
EDITS = [(Span(6, 8), ""), (Span(9, 11), ""), (Span(11, 17), " ")]


def test_what_is_seen_is_the_source_with_its_edits() -> None:
    assert Lens.over(SOURCE, EDITS).text == "Up to 5 GB each"
    assert Lens.over(SOURCE, []).text == SOURCE
    assert Lens.over(SOURCE, [(Span(0, 6), "")]).text == "**5**&nbsp;GB each"
    assert Lens.over(SOURCE, [(Span(19, 24), "")]).text == "Up to **5**&nbsp;GB"


def test_a_stretch_leads_back_to_what_it_stands_for() -> None:
    lens = Lens.over(SOURCE, EDITS)
    five = lens.back(Span(6, 7))
    assert (five, five.of(SOURCE)) == (Span(8, 9), "5")
    assert lens.back(Span(7, 8)).of(SOURCE) == "&nbsp;", "a replacement stands for all of what it replaces"
    assert lens.back(Span(6, 10)).of(SOURCE) == "5**&nbsp;GB"
    assert lens.back(Span(0, 5)).of(SOURCE) == "Up to"
    assert lens.back(Span(8, 8)) == Span(17, 17)
    assert lens.back(Span(6, 6)) == Span(8, 8)
    assert lens.back(Span(0, len(lens.text))) == Span(0, len(SOURCE))


def test_a_stretch_of_the_source_is_seen_as_what_is_left_of_it() -> None:
    lens = Lens.over(SOURCE, EDITS)
    assert lens.view(Span(6, 11)) == Span(6, 7)
    assert lens.view(Span(8, 9)) == Span(6, 7)
    assert lens.view(Span(11, 17)) == Span(7, 8)
    assert lens.view(Span(13, 19)) == Span(8, 10), "an offset inside of what is replaced is where that ends"
    assert lens.view(Span(0, len(SOURCE))) == Span(0, len(lens.text))


def test_a_longer_replacement_stands_for_its_stretch_as_a_whole() -> None:
    lens = Lens.over("a&xy;b", [(Span(1, 5), "long")])
    assert lens.text == "alongb"
    assert [lens.back(Span(at, at + 1)) for at in range(6)] == [
        Span(0, 1), Span(1, 5), Span(1, 5), Span(1, 5), Span(1, 5), Span(5, 6),
    ]  # fmt: skip
    assert lens.view(Span(2, 6)) == Span(2, 6)
    assert lens.back(Span(0, 2)) == Span(0, 5)


@given(st.text("ab ", min_size=1, max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_every_offset_that_is_seen_leads_back_to_its_own_character(source: str, cuts: list[tuple[int, int]]) -> None:
    edits, position = [], 0
    for start, end in sorted(tuple(sorted(cut)) for cut in cuts):
        if position <= start < end <= len(source):
            edits.append((Span(start, end), ""))
            position = end
    lens = Lens.over(source, edits)
    for at, character in enumerate(lens.text):
        back = lens.back(Span(at, at + 1))
        assert back.of(source) == character
        assert lens.view(back) == Span(at, at + 1)
