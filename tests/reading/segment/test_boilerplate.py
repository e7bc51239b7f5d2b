"""Every entry of the boilerplate lexicon finds its own examples and leaves its counter-examples alone."""

import pytest

from factcheck.lexicon import load
from factcheck.model import Span
from factcheck.reading.segment.boilerplate import boilerplate_extent, boilerplate_inside

ENTRIES = load.entries("en/boilerplate.yaml")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_examples_are_found_with_the_extent_of_their_entry(entry):
    assert {boilerplate_extent(example) for example in entry["examples"]} == {entry["extent"]}


@pytest.mark.parametrize("line", [line for entry in ENTRIES for line in entry.get("not", ())])
def test_prose_that_looks_like_it_is_kept(line):
    assert boilerplate_extent(line) is None


def test_a_long_line_is_prose_whatever_it_begins_with():
    assert boilerplate_extent("Related articles " + "of the treaty name the islands, " * 9) is None


def test_a_caption_counter_inside_a_paragraph_is_found():
    text = "The pier stood for 80 years. Caption 3 of 25 The pier before the storm."
    assert [span.of(text) for span in boilerplate_inside(text, 0, len(text))] == ["Caption 3 of 25"]
    assert list(boilerplate_inside(text, 0, 20)) == []


def test_spans_inside_are_half_open():
    text = "Photo 2 of 9"
    assert list(boilerplate_inside(text, 0, len(text))) == [Span(0, 12)]
