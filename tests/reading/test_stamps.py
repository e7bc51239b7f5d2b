"""Times of the page itself are mentions that extract shows, and claims about nothing."""

from __future__ import annotations

import json

import pytest

from factcheck.model import Document, PositionMap
from factcheck.reading import read
from factcheck.writers.claims import claims_writer_for
from factcheck.writers.rows import mention_rows

STORY = "The pier of Lorvik sank on Friday with 14 boats, the harbour master told a hearing in the town hall."


def page(*lines: str) -> Document:
    text = "\n\n".join(lines)
    return Document("a.txt", "a.txt", text, PositionMap.of_text(text))


@pytest.mark.parametrize(
    ("line", "quote", "timex"),
    [
        ("By Ada Moss | May 3, 2024", "May 3, 2024", "2024-05-03"),
        ("Friday, 3 May 2024", "Friday, 3 May 2024", "2024-05-03"),
        ("Updated: Mar 4, 2021", "Mar 4, 2021", "2021-03-04"),
        ("9:12 pm", "9:12 pm", "XXXX-XX-XXT21:12"),
    ],
)
def test_a_stamp_is_a_mention_and_no_claim(line, quote, timex):
    reading = read(page("Pier sinks in Lorvik bay", line, STORY))
    assert [(stamp.citation.quote, stamp.time.timex) for stamp in reading.stamps] == [(quote, timex)]
    assert reading.stamps[0].citation.sentence == line
    assert not any(claim.citation.line == 3 for claim in reading.claims)
    assert reading.mentions == len(reading.claims) + 1


@pytest.mark.parametrize("line", ["Related articles", "Leave a Reply"])
def test_teasers_and_forms_stay_out_with_their_dates(line):
    reading = read(page("Pier sinks in Lorvik bay", STORY, line, "May 3, 2024", "9:12 pm"))
    assert reading.stamps == ()


def test_a_stamp_is_cited_where_it_stands_in_the_file():
    document = page("Pier sinks in Lorvik bay", "By Ada Moss | May 3, 2024", STORY)
    (stamp,) = read(document).stamps
    assert stamp.citation.span.of(document.text) == stamp.citation.quote
    assert (stamp.citation.line, stamp.citation.column) == (3, 15)


def test_extract_shows_stamps_between_the_claims_with_no_claim():
    reading = read(page("Pier sinks in Lorvik bay", "By Ada Moss | May 3, 2024", STORY))
    objects = [json.loads(line) for line in claims_writer_for("jsonl").write_claims([reading])]
    assert [entry["quote"] for entry in objects if entry["claim"] is None] == ["May 3, 2024"]
    assert [entry["start"] for entry in objects] == sorted(entry["start"] for entry in objects)
    rows = list(mention_rows([reading]))
    assert [row["claim_id"] == "" for row in rows] == [entry["claim"] is None for entry in objects]
    assert set(rows[0]) == set(rows[-1])
    text = "".join(claims_writer_for("text").write_claims([reading]))
    assert "a.txt:3:15: May 3, 2024 = 2024-05-03; no claim: of the page itself" in text


def test_a_year_in_a_name_is_a_mention_and_no_claim():
    sentence = "The mayor opened the Lorvik Games 2018 with a speech on 3 May 2017 in the town hall."
    reading = read(page("The harbour board met in Lorvik.", sentence))
    assert [(stamp.citation.quote, stamp.time.timex, stamp.of) for stamp in reading.stamps] == [
        ("2018", "2018", "name")
    ]
    assert reading.stamps[0].citation.sentence == sentence
    assert [claim.citation.quote for claim in reading.claims] == ["3 May 2017"]
    assert reading.mentions == 2


def test_a_word_that_points_to_no_time_in_particular_is_a_mention_and_no_claim():
    reading = read(page("The harbour board met in Lorvik.", "The pier is now closed, and its future is unclear."))
    assert [(stamp.citation.quote, stamp.of) for stamp in reading.stamps] == [("now", "pointer"), ("future", "pointer")]
    assert reading.claims == ()
