"""The terminal report: places first, carets under the figure, width and colour as asked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Report
from factcheck.model.finding import Coverage
from factcheck.writers import Layout, text
from factcheck.writers.columns import columns, wrapped
from factcheck.writers.quoting import Passage
from tests.writers.hostile import hostile_report
from tests.writers.reports import (
    citation,
    claim,
    count,
    harbour_report,
    known_conflicts,
    position,
    share_conflict,
    toll_conflict,
)  # fmt: skip

FIRST_LINE = re.compile(r"(.+?):(\d+):(\d+): (error|warning|note) (FC\d+) (.+)")


def test_editors_can_jump_to_each_place() -> None:
    lines = text.write(harbour_report(toll_conflict())).splitlines()
    match = FIRST_LINE.fullmatch(lines[0])
    assert match is not None
    assert match.groups()[:5] == ("coast/sinking.md", "12", "52", "error", "FC110")
    assert [line for line in lines if re.fullmatch(r"\S+:\d+:\d+:", line)] == [
        "herald/ferry.txt:6:45:",
        "herald/inquiry.txt:2:49:",
    ]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_carets_stand_under_the_figure(width: int) -> None:
    lines = text.write(harbour_report(toll_conflict()), Layout(width=width)).splitlines()
    marked = [(lines[at - 1], line) for at, line in enumerate(lines) if set(line) <= set(" |^") and "^" in line]
    assert len(marked) == 3
    for sentence, carets in marked:
        assert sentence[carets.index("^") : carets.rindex("^") + 1] in ("29 people", "41 people")
        assert len(sentence) <= max(width, 40)


def test_carets_allow_for_wide_characters() -> None:
    sentence = "東京の人口は 14 百万"
    wide = claim(citation("a.txt", 1, sentence, "14"), count(14.0, "people"))
    other = claim(citation("b.txt", 1, "It has 13 million.", "13"), count(13.0, "people"))
    conflict = toll_conflict()
    changed = type(conflict)(
        conflict.id, "FC110", "error", "contradiction", 0.9, "x", "y", (position("14", wide), position("13", other)), ()
    )
    lines = text.write(harbour_report(changed)).splitlines()
    carets = next(line for line in lines if "^" in line)
    assert carets.index("^") == 4 + columns("東京の人口は ") == 4 + 13


def test_colour_only_when_asked() -> None:
    assert "\x1b" not in text.write(harbour_report())
    assert "\x1b[1;31merror\x1b[0m" in text.write(harbour_report(), Layout(color=True))


def test_a_hostile_article_sends_no_escape_and_no_line() -> None:
    written = text.write(hostile_report(), Layout(verbose=True))
    assert "\x1b" not in written
    assert "\x9b" not in written
    assert "\u202e" not in written
    assert not [line for line in written.splitlines() if line.startswith(("::", "- [x]", "#", "<!--"))]
    plain = text.write(harbour_report(toll_conflict()), Layout(verbose=True))
    assert abs(len(written.split("\n")) - len(plain.split("\n"))) < 100


def test_known_conflicts_are_counted_not_listed() -> None:
    written = text.write(harbour_report(share_conflict(), *known_conflicts()))
    assert written.count("fc-") == 2  # the new one, and the notice
    assert "1 in the baseline; 1 waived" in written


def test_agreements_are_listed_in_brief() -> None:
    report = harbour_report()
    many = Report(report.coverage, report.documents, (), report.agreements * 8, ())
    assert text.write(many).count("agree: building of the harbour") == 5
    assert "… and 3 further agreements" in text.write(many)
    assert text.write(many, Layout(verbose=True)).count("agree: ") == 8


def test_nothing_found_is_said() -> None:
    written = text.write(Report(Coverage(2, 3, 3, 3, 1), (), (), (), ()))
    assert written.splitlines()[-1] == "No conflicts."


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=60), st.integers(20, 200))
def test_a_window_keeps_the_figure_and_the_width(before: str, figure: str, after: str, width: int) -> None:
    window = Passage(before, figure, after).window(width)
    assert window.figure == figure
    assert len(window.text) <= max(width, len(figure))


@given(st.text(st.sampled_from("ab c")), st.integers(20, 60))
def test_wrapping_loses_no_word(words: str, width: int) -> None:
    lines = list(wrapped(words, width, hanging="  "))
    assert " ".join(lines).split() == words.split()
