"""Where sentences end, and where they do not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon import load
from factcheck.reading.segment.sentences import sentences
from tests.timing import cpu_seconds

CASES = [
    ["The lock opened on Sept. 4.", "It closed in Oct. 1987."],
    ["Gen. Harlow met Dr. Rask at 5 p.m. on Monday.", "They talked for 2.5 hours."],
    ["They flew to the U.S. Navy base at Alma.", "Nobody came."],
    ["They flew to the U.S.", "The trip took a day."],
    ["Harlow Inc. shares fell 3.1%.", "Alma Corp. rose."],
    ['"We counted 14 ships," he said.', '"Then it got dark."', "The rest is guesswork."],
    ["“We counted 14 ships.”", "Nobody else did."],
    ["Is it true?", "Yes!", "It is …", "Or so they say."],
    ["Pump No. 4 failed.", "Pump no. 5 held."],
    ["He paid $4.50 a litre.", "$3 would have been fair."],
    ["A. B. Harlow wrote it in 1931.", "It sold 400 copies."],
    ["Some pumps, e.g. Harlow's, ran dry.", "Others ran on."],
    ["In 2014.", "40 ships sailed."],
    ["It cost Rs. 500 crore.", "Nobody paid."],
    ["The harbour (built in 1931.) closed.", "So did the pier."],
    ["It runs Node.js 18.2 on port 8080.", "Restart it."],
]


@pytest.mark.parametrize("expected", CASES, ids=lambda expected: expected[0][:30])
def test_cases(expected):
    text = " ".join(expected)
    assert [span.of(text) for span in sentences(text, 0, len(text))] == expected


def test_sentences_glued_without_a_space_are_parted():
    text = "The ship hit the pier.Another ship took the crew off."
    assert [span.of(text) for span in sentences(text, 0, len(text))] == [
        "The ship hit the pier.",
        "Another ship took the crew off.",
    ]


def test_a_blank_line_after_a_full_stop_ends_a_sentence_whatever_follows():
    text = "They came in Oct.\n\n1987 was quiet."
    assert len(sentences(text, 0, len(text))) == 2


def test_only_the_stretch_asked_for_is_read():
    text = "One. Two. Three."
    assert [span.of(text) for span in sentences(text, 5, 9)] == ["Two."]


@pytest.mark.parametrize("entry", load.entries("en/abbreviations.yaml"), ids=lambda entry: entry["name"])
def test_no_example_of_the_lexicon_is_cut_at_its_abbreviation(entry):
    for example in entry["examples"]:
        ends = [span.of(example) for span in sentences(example, 0, len(example))]
        assert all(len(sentence.split()) > 2 for sentence in ends), ends


@given(st.text(alphabet=st.sampled_from("aB1 .!?\"'()\n\r\t“”…No"), max_size=80))
def test_every_word_is_in_exactly_one_sentence(text):
    spans = sentences(text, 0, len(text))
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@pytest.mark.parametrize("piece", ["1,", "(", ".", ". ", '."', "A. ", "one hundred and ", "No. ", "?\n"])
def test_time_is_linear_on_hostile_text(piece):
    text = piece * (200_000 // len(piece))
    assert cpu_seconds(lambda: sentences(text, 0, len(text))) < 1.5
