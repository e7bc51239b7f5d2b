"""``sources.yaml``: what it says about files, and its mistakes with their place."""

from itertools import pairwise

import pytest

from factcheck.errors import UserError
from factcheck.readers.collect import collect
from factcheck.readers.source_file import Given


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "old/b.txt"):
        (tmp_path / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pages" / name).write_text("One ship.")
    return tmp_path / "pages"


def given(folder, text, path="pages"):
    (folder / "sources.yaml").write_text(text)
    return {file.path: file.given for file in collect([path], base=folder.parent).files}


def mistake(folder, text):
    with pytest.raises(UserError) as error:
        given(folder, text)
    return str(error.value)


def test_names_and_globs_later_entries_win(folder):
    found = given(
        folder,
        """
"**":
  source: Lorvik Courier
  scope: {language: en}
old/*: {history: true, published: 2024-05-03, group: 7, scope: {version: "1.10"}}
a.txt: {title: Pier, url: "https://example.org/a", source: Alma Post, note: found in the attic, metadata: {desk: no}}
""",
    )
    assert found["pages/a.txt"] == Given(
        *("Pier", "https://example.org/a", "Alma Post", None), scope=(("language", "en"),), metadata=(("desk", "no"),)
    )
    assert found["pages/old/b.txt"] == Given(
        source="Lorvik Courier",
        published="2024-05-03",
        scope=(("language", "en"), ("version", "1.10")),
        metadata=(("group", "7"),),
        flags=frozenset({"history"}),
    )


def test_the_nearest_file_wins(folder):
    (folder / "old/sources.yaml").write_text("b.txt: {source: Attic}")
    assert given(folder, '"**": {source: Courier, url: "https://example.org"}')["pages/old/b.txt"] == Given(
        source="Attic", url="https://example.org"
    )


def test_a_file_named_alone_gets_what_stands_beside_it(folder):
    assert given(folder, "a.txt: {source: Courier}", "pages/a.txt")["pages/a.txt"].source == "Courier"


def test_an_empty_file_says_nothing(folder):
    assert given(folder, "# nothing\n")["pages/a.txt"] == Given()


def test_what_does_not_parse_has_line_and_caret(folder):
    assert mistake(folder, "a.txt: {source: Courier\nb.txt: x: y\n").startswith("pages/sources.yaml:2:")
    assert mistake(folder, "a.txt: {}\na.txt: {}\n").splitlines() == [
        *("pages/sources.yaml:2:1: duplicate key 'a.txt'", "  a.txt: {}", "  ^")
    ]


def test_all_wrong_keys_and_values_are_reported_at_once(folder):
    text = "a.txt:\n  publised: 2024-05-03\n  published: May\n  scope: en\n  history: perhaps\nb.txt: Courier\n"
    assert [line for line in mistake(folder, text).splitlines() if "sources.yaml" in line] == [
        "pages/sources.yaml:2:3: unknown key 'publised' (did you mean 'published'?)",
        "pages/sources.yaml:3:3: 'May' is not an ISO date or datetime (such as 2024-05-03 or 2024-05-03T19:00Z)",
        "pages/sources.yaml:4:3: scope must be a mapping",
        "pages/sources.yaml:5:3: history must be true or false",
        "pages/sources.yaml:6:1: expected a mapping such as {source: …, published: …}",
    ]


def test_nesting_bombs_are_mistakes_not_hangs(folder):
    assert "nested too deeply" in mistake(folder, "a.txt: " + "[" * 1_500)
    bomb = "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in pairwise("abcdefghijklmnopqrstuvwxyz"))
    assert "too large once its aliases" in mistake(folder, "a: &a [x, x]\n" + bomb)
    assert "nested too deeply" in mistake(folder, "a.txt: &a {scope: *a}")
