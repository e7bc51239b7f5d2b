"""Front matter read in the fast way says what YAML says, and only then."""

from __future__ import annotations

import pytest

from factcheck.readers.front_matter import read_front_matter
from factcheck.readers.yaml_tree import mapping_entries

FLAT = [
    "title: Alma\nseats: 5\n",
    "# what it is\ntitle: Alma\n\nreviewers:\n- ada\n- 'tom'\nseats: 5\n",
    'tags:\n  - one\n  - "two words"\nempty:\nseats: 5\n',
    "title: Alma\nlist:\n- a",
]
NESTED = [
    "releases:\n  - cycle: 1\n    eol: 2024-05-01\n",
    "a:\n- one\n  - two\nb: 1\n",
    "a:\n- one\n  more of it\nb: 1\n",
    "a: one\n  more of it\n",
    "a: {b: 1}\nc: [1, 2]\n",
    "a: |\n  one\n  two\nb: 3\n",
    "- a\n- b\n",
    "a: 1\na: 2\n",
]


def entries(text: str) -> list[tuple[str, object]]:
    return [
        (
            entry.key,
            entry.value if isinstance(entry.value, str) else [(e.value, e.start, e.end) for e in entry.value],
        )
        for entry in mapping_entries(text)
    ]


@pytest.mark.parametrize("inner", FLAT)
def test_the_fast_way_agrees_with_yaml(inner):
    from factcheck.readers.front_matter import _flat_entries

    found = _flat_entries(inner)
    assert found is not None
    values = [
        (e.key, e.value if isinstance(e.value, str) else [(i.value, i.start, i.end) for i in e.value]) for e in found
    ]
    assert values == entries(inner)


@pytest.mark.parametrize("inner", NESTED)
def test_anything_else_is_left_to_yaml(inner):
    from factcheck.readers.front_matter import _flat_entries

    assert _flat_entries(inner) is None


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
