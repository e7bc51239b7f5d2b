"""Each format on one fixed report, kept as a snapshot: a change of what readers see shows in review."""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from factcheck.model import Report
from factcheck.writers import Layout, formats, writer_for
from factcheck.writers.explain import explain_conflict
from factcheck.writers.github import step_summary
from tests.writers.reports import (
    arithmetic_conflict,
    date_conflict,
    empty_report,
    harbour_report,
    known_conflicts,
    share_conflict,
    toll_conflict,
)

LAYOUT = Layout(width=80, link_prefix="../")
TEXT_FORMATS = [name for name in formats() if name != "parquet"]


def full_report() -> Report:
    return harbour_report(toll_conflict(), share_conflict(), date_conflict(), arithmetic_conflict(), *known_conflicts())


def written(name: str, report: Report, layout: Layout = LAYOUT) -> str:
    text = writer_for(name).write(report, layout)
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("name", [name for name in TEXT_FORMATS if name != "html"])
def test_the_format_is_as_it_was(name: str, snapshot: SnapshotAssertion) -> None:
    assert written(name, full_report()) == snapshot


def test_the_page_is_as_it_was_but_for_style_and_script(snapshot: SnapshotAssertion) -> None:
    page = re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1></\1>", written("html", full_report()))
    assert re.sub(r"sha256-[\w+/=]+", "sha256-…", page) == snapshot


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_verbose_shows_known_conflicts_too(name: str, snapshot: SnapshotAssertion) -> None:
    assert written(name, full_report(), Layout(width=80, verbose=True)) == snapshot


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_an_empty_report(name: str, snapshot: SnapshotAssertion) -> None:
    assert written(name, empty_report()) == snapshot


def test_a_conflict_explained(snapshot: SnapshotAssertion) -> None:
    assert explain_conflict(toll_conflict(), full_report()) == snapshot
    assert explain_conflict(arithmetic_conflict()) == snapshot


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_conflicts_beyond_the_limit_are_counted(name: str) -> None:
    text = written(name, full_report(), Layout(max_conflicts=1))
    assert "3 further conflicts not listed" in text
    assert "deaths in the sinking" in text
    assert "share of the island" not in text


def test_the_step_summary_fits_its_limit() -> None:
    whole = step_summary(full_report())
    short = step_summary(full_report(), limit=len(whole.encode()) - 1)
    assert whole == written("markdown", full_report(), Layout())
    assert "2 further conflicts not listed" in short
