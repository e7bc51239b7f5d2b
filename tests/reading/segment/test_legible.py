"""Reading without markup, and the way back: quotes are those of the file."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Block, Citation, Claim, Document, Frame, PositionMap, Span
from factcheck.model.lens import Lens
from factcheck.model.omission import stand_in
from factcheck.reading.segment import legible, segment

TEXT = "# Limits\n\nUp to **5**&nbsp;GB, see [limits](l.md), 2\\.0<br>each.\n"
OMITTED = (
    *(Span(16, 18), Span(19, 21), Span(21, 27), Span(35, 36), Span(42, 49)),
    *(Span(TEXT.index("\\"), TEXT.index("\\") + 1), Span(TEXT.index("<br>"), TEXT.index("<br>") + 4)),
)


def document():
    blocks = (
        Block("title", Span(2, 8), Span(0, 8)),
        Block("paragraph", Span(10, len(TEXT) - 1), Span(10, len(TEXT) - 1), ("Limits",), omitted=OMITTED),
    )
    return Document("a.md", "a.md", TEXT, PositionMap.of_text(TEXT), outline=blocks)


def test_markup_is_taken_out_and_words_stay_apart():
    view = legible(document())
    assert view.document.text == "# Limits\n\nUp to 5 GB, see limits, 2.0 each.\n"
    assert [passage.block.span.of(view.document.text) for passage in segment(view.document)] == [
        *("Limits", "Up to 5 GB, see limits, 2.0 each.")
    ]


def test_claims_are_put_back_with_the_quotes_of_the_file():
    view = legible(document())
    start = view.document.text.index("5 GB")
    citation = Citation("a.md", "a.md", Span(start, start + 4), "5 GB", "", Span(10, 43), 0, 0, 0, 0)
    claim = Claim("1", citation, Frame(), "value", None, None)
    (restored,) = view.restored([claim])
    cited = restored.citation
    assert cited.quote == TEXT[cited.span.start : cited.span.end] == "5**&nbsp;GB"
    assert (cited.line, cited.column, cited.end_line, cited.end_column) == (3, 9, 3, 20)
    assert cited.sentence == "Up to **5**&nbsp;GB, see [limits](l.md), 2\\.0<br>each."


def test_a_document_without_markup_is_read_as_it_is():
    plain = Document("a.txt", "a.txt", "One ship.", PositionMap.of_text("One ship."))
    assert legible(plain).document is plain
    assert legible(plain).restored(()) == ()


def test_caption_counters_inside_plain_text_are_taken_out():
    text = "The pier stood for 80 years. Caption 3 of 25 The storm took it."
    view = legible(Document("a.txt", "a.txt", text, PositionMap.of_text(text)))
    assert "25" not in view.document.text
    assert len(segment(view.document)) == 1


def test_powers_do_not_become_longer_numbers():
    assert stand_in("<sup>") == "^"
    assert stand_in("</sup>") == ""


@given(
    st.text(max_size=40), st.lists(st.tuples(st.integers(0, 39), st.integers(1, 5), st.sampled_from(["", " ", "<>"])))
)
def test_every_kept_character_finds_its_way_back(source, cuts):
    edits, position = [], 0
    for start, length, replacement in sorted(cuts):
        if position <= start and start + length <= len(source):
            edits.append((Span(start, start + length), replacement))
            position = start + length
    lens = Lens.over(source, edits)
    cut = {offset for span, _ in edits for offset in range(span.start, span.end)}
    for offset in range(len(source)):
        viewed = lens.view(Span(offset, offset + 1))
        if offset not in cut:
            assert viewed.of(lens.text) == source[offset]
            assert lens.back(viewed) == Span(offset, offset + 1)
