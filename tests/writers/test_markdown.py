"""The Markdown report: text of articles stays in its place, whatever it is, in a real Markdown parser."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.model import Citation, Span
from factcheck.store import accept
from factcheck.writers import Layout, markdown
from factcheck.writers.markup import bold_figure, escaped, table
from factcheck.writers.neutralise import one_line
from factcheck.writers.quoting import Passage, file_link, passage, text_fragment, web_address
from tests.writers.hostile import ALL, hostile_report
from tests.writers.reports import citation, claim, count, generated_report, harbour_report, position, toll_conflict

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
tricky = st.text(st.sampled_from("\\`*_[](){}#+-.!|<>&~$@:/'\"= \t\r\n\u202e\x1ba1é;"), max_size=30) | st.text(
    max_size=30
)
OURS = {"<!-- -->", "<b>", "</b>"}


def cells(row: str) -> list[Token]:
    """Inline tokens of the cells of a one-row table."""
    tokens = PARSER.parse("\n".join(table(("one", "two"), [(row, "end")])))
    assert [token.type for token in tokens].count("table_open") == 1
    return [token for token in tokens if token.type == "inline"][2:]


def plain(token: Token) -> str:
    """What a reader sees; fails on anything that is not text, our bold or our empty comment."""
    shown = ""
    for child in token.children or []:
        if child.type == "html_inline":
            assert child.content in OURS
        else:
            assert child.type in ("text", "text_special", "strong_open", "strong_close"), child.type
        shown += child.content if child.type.startswith("text") else ""
    return shown


def seen(text: str) -> str:
    return " ".join(one_line(text).split())


@settings(deadline=None)
@given(tricky)
def test_text_stays_in_its_cell_and_reads_as_it_is(text: str) -> None:
    first, second = cells(escaped(text))
    assert " ".join(plain(first).split()) == seen(text)
    assert plain(second) == "end"


@settings(deadline=None)
@given(tricky, st.text(st.sampled_from("$1.5%ab |*_<"), min_size=1, max_size=8).filter(str.strip), tricky)
def test_the_figure_is_bold_and_nothing_else(before: str, figure: str, after: str) -> None:
    quoted = Passage(one_line(before).lstrip(), one_line(figure).strip(), one_line(after).rstrip())
    first, _ = cells(bold_figure(quoted))
    assert " ".join(plain(first).split()) == seen(quoted.text)
    assert "".join(child.markup for child in first.children or []).count("**") in (0, 2)
    assert "**" not in plain(first).replace(seen(quoted.text), "")


@pytest.mark.parametrize("text", ["https://e.example/x", "see www.e.example now", "@someone", "#12", "a@b.example"])
def test_addresses_and_mentions_are_broken_up(text: str) -> None:
    assert not re.search(r"(?<!\\)://|www\.|@\w|#\d", escaped(text))


@given(st.text(max_size=40), st.integers(0, 9))
def test_links_go_where_they_say_or_nowhere(text: str, line: int) -> None:
    target = file_link(text, line)
    assert not re.search(r"[\s()<>|\\`\"]", target)
    assert re.match(r"[a-z]+:", target) is None
    address = web_address(text)
    assert address == "" or re.fullmatch(r"(?i:https?)://[!-~]+", address)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///x", "//host/x", "http:///x", "[", ""]
)
def test_only_web_addresses_are_linked(url: str) -> None:
    assert web_address(url) == ""
    assert text_fragment(url, Passage("a ", "1", "")) == ""


def test_a_text_fragment_names_words_around_the_figure() -> None:
    quoted = Passage("Of the crew, in all ", "forty-one", ", none was hurt")
    link = text_fragment("https://e.example/a#top", quoted)
    assert link == "https://e.example/a#top:~:text=crew%2C%20in%20all%20forty%2Done%2C%20none%20was"


@pytest.mark.parametrize(
    ("start", "quote", "before"),
    [
        (13, "12", "Of 12 boats, "),
        (3, "12", "Of "),
        (15, "12", "Of 12 boats, "),  # the sentence lost two characters at its start
        (90, "12", "Of 12 boats, "),
        (-4, "12", "Of "),
        (3, "13", "Of 12 boats, 12 came back."),
        (0, "", "Of 12 boats, 12 came back."),
    ],
)
def test_a_figure_is_found_as_near_as_it_can_be(start: int, quote: str, before: str) -> None:
    sentence = "Of 12 boats, 12 came back."
    cited = Citation("a", "a", Span(start, start + len(quote)), quote, sentence, Span(0, 26), 1, 1, 1, 3)
    found = passage(cited)
    assert found.before == before
    assert found.text == sentence


def test_the_hostile_article_makes_no_structure() -> None:
    text = markdown.write(hostile_report(), Layout(verbose=True))
    tokens = PARSER.parse(text)
    headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert [heading.split(":")[0] for heading in headings] == [
        "Consistency report", "Coverage", "Errors", "FC101", "FC101", "Agreements", "Problems",
    ]  # fmt: skip
    assert not [token for token in tokens if token.type in ("fence", "code_block", "hr", "image")]
    assert accept.read_review(text, "report.md") == ()
    inline = [child for token in tokens for child in token.children or []]
    targets = [str(child.attrs["href"]) for child in inline if child.type == "link_open"]
    assert all(target.startswith(("docs/", "https://e.example/")) for target in targets)
    assert {child.content for child in inline if child.type == "html_inline"} <= OURS


def test_a_marker_of_a_hostile_path_is_read_back() -> None:
    text = markdown.write(hostile_report()).replace("- [ ] not the same fact", "- [x] not the same fact", 1)
    marks = accept.read_review(text, "report.md")
    paths = {claim.citation.path for position in hostile_report().conflicts[0].positions for claim in position.claims}
    assert {mark.path for mark in marks} == paths
    assert ALL in "".join(paths)


def test_the_report_stays_short() -> None:
    text = markdown.write(generated_report(500), Layout(max_conflicts=20))
    assert text.count("\n### ") == 20
    assert "480 further conflicts not listed here." in text
    assert len(text.splitlines()) < 500


def test_a_long_row_is_cut_around_its_figure() -> None:
    sentence = "cell | " * 300 + "41 people" + " | cell" * 300
    long = claim(citation("a.md", 1, sentence, "41 people"), count(41.0, "people"))
    sides = (position("41 people", long), toll_conflict().positions[0])
    lines = markdown.write(harbour_report(replace(toll_conflict(), positions=sides))).splitlines()
    row = next(line for line in lines if "**41" in line)
    assert "…" in row
    assert row.count("cell") < 80


def test_every_place_of_a_fact_has_its_row() -> None:
    text = markdown.write(harbour_report(toll_conflict()))
    rows = [line for line in text.splitlines() if line.startswith(("| 29 people", "| 41 people"))]
    assert len(rows) == 3
    assert all("**" in row and "](" in row for row in rows)
