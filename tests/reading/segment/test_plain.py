"""What kind of block each line of a plain text is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, Label, PositionMap
from factcheck.reading.segment import blocks, segment, titled
from factcheck.reading.segment.plain import plain_blocks
from tests.timing import cpu_seconds

LONG = "The harbour master said that the pier had stood for 80 years, and that nobody had seen it move before. " * 2


def kinds(text, title=""):
    return [(block.kind, block.span.of(text)) for block in plain_blocks(text, title)]


def document(text, title=""):
    return Document("a.txt", "a.txt", text, PositionMap.of_text(text), title=title)


def test_headline_byline_heading_paragraphs():
    text = "Pier of Alma sinks\n\nBy Ada Harlow\n\nThe pier sank on Friday.\n\nWhat comes next\n\nNobody knows."
    assert kinds(text) == [
        ("title", "Pier of Alma sinks"),
        ("boilerplate", "By Ada Harlow"),
        ("paragraph", "The pier sank on Friday."),
        ("heading", "What comes next"),
        ("paragraph", "Nobody knows."),
    ]
    assert plain_blocks(text)[4].headings == ("Pier of Alma sinks", "What comes next")


def test_page_chrome_before_the_headline_is_not_the_title():
    text = "Menu\n\nNews\n\nPier of Alma sinks\n\nThe pier sank on Friday."
    assert titled(document(text)).title == "Pier of Alma sinks"


def test_a_repeated_headline_is_a_heading():
    text = "Pier of Alma sinks\nPier of Alma sinks\n\nThe pier sank on Friday.\n\nPier of Alma sinks\n\nIt was old."
    assert [kind for kind, _ in kinds(text)] == ["title", "heading", "paragraph", "heading", "paragraph"]


def test_a_title_known_from_elsewhere_is_recognised_in_the_text():
    text = "Morning paper for Lorvik\n\nPier of Alma sinks\n\nThe pier sank on Friday."
    assert kinds(text, "Pier of Alma sinks")[1] == ("title", "Pier of Alma sinks")


def test_prose_without_a_headline_has_no_title():
    assert titled(document("The pier sank on Friday. It was old.")).title == ""


def test_teasers_and_reply_forms_are_left_out_to_the_end():
    text = "Pier sinks at Alma\n\nThe pier sank on Friday.\n\nYou May Also Like\n\nOdd fish\n\nA fish of 12 kg was..."
    assert [kind for kind, _ in kinds(text)][2:] == ["boilerplate"] * 3
    assert [passage.block.kind for passage in segment(document(text))] == ["title", "paragraph"]


def test_an_article_that_goes_on_after_teasers_is_read_on():
    parts = [
        "Pier sinks at Alma",
        LONG,
        "Related Articles",
        "Fish of 12 kg caught",
        LONG,
        LONG,
        "Leave a Reply",
        "Yes!",
    ]
    text = "\n\n".join(parts)
    assert [kind for kind, _ in kinds(text)] == [
        *("title", "paragraph", "boilerplate", "boilerplate", "paragraph", "paragraph", "boilerplate", "boilerplate")
    ]


def test_lists_carry_their_introduction():
    text = "Each plan has:\n- 5 users\n- 20 projects\n\nThat is all."
    found = plain_blocks(text)
    assert [(block.kind, block.span.of(text), block.line.of(text)) for block in found[1:3]] == [
        ("item", "5 users", "- 5 users"),
        ("item", "20 projects", "- 20 projects"),
    ]
    assert found[1].labels == (Label("intro", "Each plan has:"),)
    assert found[1].group == found[2].group == 0
    assert found[3].group == -1


def test_step_numbers_are_outside_what_is_read():
    text = "1. Wait 20 minutes.\n2. Start the pump."
    assert [block.span.of(text) for block in plain_blocks(text)] == ["Wait 20 minutes.", "Start the pump."]


def test_a_hard_wrapped_paragraph_is_one_block():
    text = "The harbour of Alma was built of oak and iron\nby 14 men from the town of Lorvik in the year\nof 1931.\n"
    assert len(kinds(text)) == 1


def test_lines_that_are_paragraphs_of_their_own_stay_apart():
    text = "The pier sank on Friday, said the master.\nNobody was hurt, the police said on Sunday.\n"
    assert len(kinds(text)) == 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind(end):
    text = end.join(["Pier of Alma sinks", "", "The pier sank.", ""])
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph"]


def test_one_long_line_of_prose_is_cut_into_sentences():
    passages = segment(document("The pier sank. It was 80 years old. Nobody was hurt."))
    assert [len(passage.sentences) for passage in passages] == [3]


@given(st.text(alphabet=st.sampled_from("aB1 .!?:-#\n\r\t“”"), max_size=120))
def test_every_word_is_in_exactly_one_block(text):
    spans = [block.line for block in blocks(document(text))]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@pytest.mark.parametrize("piece", ["1,", "(", "By ", "a\n", "\n\n", "- ", "Caption 3 of 2 ", "# ", "published ", "1. "])
def test_time_is_linear_on_hostile_text(piece):
    text = piece * (100_000 // len(piece))
    assert cpu_seconds(lambda: segment(document(text))) < 3


def test_a_text_of_one_line_is_no_page_number():
    assert kinds("40") == [("paragraph", "40")]
    assert kinds("The pier sank on Friday.\n\n40")[-1] == ("boilerplate", "40")
