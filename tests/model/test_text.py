import pytest

from factcheck.model import Citation, Document, PositionMap, Span

MIXED = "one\ntwo\r\nthree\rfour"


@pytest.mark.parametrize(
    ("word", "place"), [("one", (1, 1)), ("two", (2, 1)), ("three", (3, 1)), ("four", (4, 1)), ("ree", (3, 3))]
)
def test_lines_end_at_any_line_end(word, place):
    assert PositionMap.of_text(MIXED).locate(MIXED.index(word)) == (*place, None)


def test_a_mapped_offset_is_found_in_the_file():
    file = "<p>Ten <b>ships</b></p>"
    text = "Ten ships"
    mapped = PositionMap(line_starts=(0,), pieces=((0, 3), (4, 10)))
    assert file[mapped.locate(text.index("ships"))[1] - 1 :].startswith("ships")


def test_a_row_of_a_table_is_its_line():
    assert PositionMap.of_record(7).locate(123) == (7, 1, None)


def test_pages_begin_at_their_offsets():
    assert [PositionMap(pages=(0, 10, 20)).locate(at)[2] for at in (0, 9, 10, 25)] == [1, 1, 2, 3]


def test_line_starts_are_found_in_linear_time():
    assert PositionMap.of_text("x\n" * 300_000).locate(599_998) == (300_000, 1, None)


def test_spans_that_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 5).contains(Span(3, 5))


def test_a_quote_splits_its_sentence():
    text = "It rained. Ten of 12 ships sank. Two came home."
    document = Document("a", "a.txt", text, PositionMap.of_text(text))
    sentence = Span(text.index("Ten"), text.index(" Two"))
    citation = Citation.at(document, Span(text.index("12"), text.index(" ships")), sentence)
    assert citation.sentence[: citation.offset] == "Ten of "
    assert citation.behind == " ships sank."
