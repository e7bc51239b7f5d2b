"""Numbers in words: values, ends, and what is no number."""

from __future__ import annotations

import re
import time

import pytest

from factcheck.lexicon.load import entries
from factcheck.reading.numerals import parse_cardinal, read_spelled, spelled_number_source

EXAMPLES = [example for entry in entries("en/numbers.yaml") for example in entry["examples"]]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_lexicon_example(example: dict[str, object]) -> None:
    text = str(example["text"])
    found = read_spelled(text, 0, len(text))
    assert found is not None
    assert found.end == len(text)
    if "ordinal" in example:
        assert (found.form, found.value) == ("ordinal", example["ordinal"])
    else:
        assert found.value == pytest.approx(example["value"], rel=1e-12)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18", 18.0),
        ("2,300", 2300.0),
        ("0.75", 0.75),
        (".5", 0.5),
        ("Forty-One", 41.0),
        ("a hundred", 100.0),
        ("A dozen", 12.0),
        ("four hundred and thirty thousand", 430000.0),
        ("six point two", 6.2),
        ("two point seventy-one", 2.71),
        ("seven thousand million", 7e9),
        ("12 lakh", 1200000.0),
        ("3.4 million", 3400000.0),
        ("one and three quarters", 1.75),
        ("two crore ten lakh", 21000000.0),
        ("nine million and two thirds", 9666666.666666666),
        ("48 hundred", 4800.0),
        (" eleven ", 11.0),
    ],
)
def test_whole_text_is_one_number(text: str, value: float) -> None:
    assert parse_cardinal(text) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    "text",
    ["", "a", "two of us", "one two", "twenty fifteen", "third", "sixty-first", "1,23", "12:30", "point", "ten-"],
)
def test_not_one_number(text: str) -> None:
    assert parse_cardinal(text) is None


def test_stops_where_the_next_number_begins() -> None:
    text = "two hundred and three hundred"
    first = read_spelled(text, 0, len(text))
    assert first is not None
    assert text[: first.end] == "two hundred"


def test_pattern_finds_runs_of_number_words() -> None:
    pattern = re.compile(spelled_number_source())
    text = "a hundred and five boats, twenty-four crews and someone"
    assert [found.group() for found in pattern.finditer(text)] == ["a hundred and five", "twenty-four"]


@pytest.mark.parametrize("piece", ["one hundred and ", "thousand million ", "and a half ", "two-", "point one ", "a "])
def test_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    began = time.process_time()
    at = 0
    while at < len(text):
        found = read_spelled(text, at, len(text))
        at = found.end + 1 if found else at + len(piece)
    assert time.process_time() - began < 2.0
