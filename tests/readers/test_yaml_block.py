"""YAML read line by line says what YAML says, or nothing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.readers.yaml_block import block_entries
from factcheck.readers.yaml_tree import Entry, YamlError, mapping_entries

READ = [
    "",
    "title: Alma\nseats: 5\n",
    "# what it is\ntitle: Alma  # as painted\n\nreviewers:\n- ada\n- 'tom'\nseats: 5\n",
    'tags:\n  - one\n  - "two words"\nempty:\nseats: -5\n',
    "title: Alma\nlist:\n- a",
    "ferries:\n  - name: Alma\n    seats: 40\n    decks:\n    - upper\n    - lower\n\n  - name: Tarn\n\nport: Lorvik\n",
    "a:\n  b:\n    c: x#y\n  d: no\ne: 12:30:00\n",
    "a: 1\r\nb:\r\n  - x\r\n",
]
LEFT = [
    "a:\n- one\n  - two\nb: 1\n",
    "a:\n- one\n  more of it\nb: 1\n",
    "a: one\n  more of it\n",
    "a: {b: 1}\nc: [1, 2]\n",
    "a: |\n  one\n  two\nb: 3\n",
    "- a\n- b\n",
    "a: 1\na: 2\n",
    "a: b: c\n",
    "a: &x 1\nb: *x\n",
    'a: "one\\ttwo"\n',
    "? a\n",
    "a:\n    b: 1\n  c: 2\n",
]
PIECES = (
    "a: ",
    "b:",
    "c: ",
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    "- ",
    "x",
    "-1",
    '"q"',
    "'s'",
    " # d",
    "#",
    "key: v\n",
)
PIECES += ("b ", ": ", "-", "\r\n", "[x]", "~", "c d: e\n")


def plain(entries: tuple[Entry, ...]) -> list[object]:
    """Entries without the bounds of what holds others, and of nothing."""
    return [
        (e.key, e.key_start, e.line, e.column, e.is_list)
        + ((e.value, (e.start, e.end) if e.value else ()) if isinstance(e.value, str) else (plain(e.value),))
        for e in entries
    ]


@pytest.mark.parametrize("text", READ)
def test_block_style_is_read_as_yaml_reads_it(text):
    found = block_entries(text)
    assert found is not None
    assert plain(found) == plain(mapping_entries(text))


@pytest.mark.parametrize("text", LEFT)
def test_anything_else_is_left_to_yaml(text):
    assert block_entries(text) is None


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_it_never_says_anything_else_than_yaml(text):
    found = block_entries(text)
    if found is not None:
        try:
            expected = plain(mapping_entries(text))
        except YamlError as error:
            raise AssertionError(f"YAML refuses {text!r}") from error
        assert plain(found) == expected


@pytest.mark.parametrize(
    "line",
    ["a: 1\n", "- x\n", "k: " + "- " * 20 + "\n", "a b " * 9 + "\n", " " * 80 + "\n", "b: x" + " " * 9999 + "y\n"],
)
def test_linear_in_the_length(line):
    began = time.process_time()
    block_entries("a:\n" + line * (200_000 // len(line)))
    assert time.process_time() - began < 2
