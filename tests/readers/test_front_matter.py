"""Front matter as fields: what names them, and the day of a release."""

from __future__ import annotations

import pytest

from factcheck.readers.front_matter import _loose_entries, _toml_entries, read_front_matter


def test_a_sibling_names_the_release_of_a_key_that_begins_with_its_own():
    text = "---\nversions:\n- version: '3.1'\n  latest: 3.1.8\n  latestOn: 2023-04-02\n  later: 2024-01-01\n---\n"
    labels = {
        block.span.of(text): [label.text for label in block.labels] for block in read_front_matter(text, "a").blocks
    }
    assert labels["2023-04-02"] == ["latestOn", "3.1.8", "latest", "versions"]
    assert labels["2024-01-01"] == ["later", "3.1", "version", "versions"]


@pytest.mark.parametrize(
    ("front", "path", "read"),
    [
        ("title: Tarn 4.2.1 (Stable)\ndate: 2023-04-12T10:00:00Z\ncategory: release", "blog/a.md", ["2023-04-12"]),
        ("title: Tarn 4.2.1\ndate: 2023-04-12", "releases/a.md", ["2023-04-12"]),
        ("title: Tarn 4.2.1\ndate: 2023-04-12", "notes/a.md", []),
        ("title: How the pier was built\ndate: 2023-04-12\ncategory: release", "releases/a.md", []),
    ],
)
def test_the_date_of_a_page_on_one_release_is_its_day(front, path, read):
    text = f"---\n{front}\n---\n"
    blocks = read_front_matter(text, path).blocks
    assert [block.span.of(text) for block in blocks if block.labels[0].text == "date"] == read


@pytest.mark.parametrize("front", ["+++\na = 1\nb = '2'\n\nc = 3\n+++\n", "---\na: 1\nb: 2: 3\n\nc: 3\n---\n"])
def test_lines_are_counted_in_what_is_no_yaml(front):
    entries = (*_toml_entries(front), *_loose_entries(front))
    assert [(entry.key, entry.line) for entry in entries] == [("a", 2), ("b", 3), ("c", 5)]
