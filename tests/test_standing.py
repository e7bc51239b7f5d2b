"""What conflicts count for here: settings by path, suppressions, baseline and change, in that order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import UserError
from factcheck.model import Conflict, Suppression
from factcheck.settings import PathSettings, Settings
from factcheck.standing import settle
from factcheck.store import baseline
from tests.store.conflicts import conflict
from tests.writers.reports import card

_SEATS = conflict("fc-1", "FC140", {"5 seats": [("docs/a.md", 4), ("blog/c.md", 2)], "9 seats": [("docs/b.md", 7)]})
_POST = conflict("fc-2", "FC140", {"5 seats": [("docs/a.md", 4)], "9 seats": [("blog/c.md", 7)]})


def _settle(settings: Settings, *conflicts: Conflict) -> tuple[Conflict, ...]:
    return settle(conflicts, [card("docs/a.md", ""), card("docs/b.md", ""), card("blog/c.md", "")], settings).conflicts


def _blog(**given: tuple[tuple[str, str], ...] | tuple[str, ...]) -> Settings:
    return Settings(paths=(PathSettings(("blog/**",), **given),))  # type: ignore[arg-type]


def test_without_a_word_nothing_changes() -> None:
    assert _settle(Settings(), _SEATS, _POST) == (_SEATS, _POST)


def test_places_on_pages_that_ignore_the_rule_are_left_out() -> None:
    (left,) = _settle(_blog(ignore=("FC14",)), _SEATS, _POST)
    assert [claim.citation.path for position in left.positions for claim in position.claims] == [
        "docs/a.md",
        "docs/b.md",
    ]
    assert _settle(_blog(severity=(("FC140", "off"),)), _POST) == ()


def test_the_lowest_severity_of_the_places_counts() -> None:
    settings = replace(_blog(severity=(("FC140", "note"),)), severity=(("FC1", "warning"),))
    docs_only = conflict("fc-3", "FC140", {"5 seats": [("docs/a.md", 4)], "9 seats": [("docs/b.md", 7)]})
    assert [each.severity for each in _settle(settings, _POST, docs_only)] == ["note", "warning"]


def test_pages_of_different_scope_do_not_contradict_each_other() -> None:
    old = PathSettings(("docs/**",), scope=(("version", "1"),))
    new = PathSettings(("blog/**",), scope=(("version", "2"), ("product", "pier")))
    assert _settle(Settings(paths=(old, new)), _POST) == ()
    assert settle([_POST], [], Settings(paths=(old, new))).left_out == {"different scope by the settings": 1}
    assert _settle(Settings(paths=(old, new)), _SEATS) == (_SEATS,), "two of the pages are of one scope"
    other_key = PathSettings(("blog/**",), scope=(("product", "pier"),))
    assert _settle(Settings(paths=(old, other_key)), _POST) == (_POST,)


def test_a_rule_can_be_raised() -> None:
    noted = replace(_POST, severity="note")
    assert [each.severity for each in _settle(Settings(severity=(("FC14", "error"),)), noted)] == ["error"]


@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        (Settings(select=("FC1",)), 1),
        (Settings(select=("FC2",)), 0),
        (Settings(ignore=("FC140",)), 0),
        (Settings(severity=(("FC1", "off"), ("FC140", "note"))), 1),
    ],
)
def test_selected_rules_only(settings: Settings, kept: int) -> None:
    assert len(_settle(settings, _POST)) == kept


def test_comments_nobody_needs_are_told_unless_their_rule_did_not_run() -> None:
    page = replace(card("docs/a.md", ""), suppressions=(Suppression(("FC140",), "why", 8, 9, 9),))
    assert [problem.code for problem in settle([_POST], [page], Settings()).problems] == ["unused-suppression"]
    assert settle([_POST], [page], Settings(select=("FC2",))).problems == ()
    assert settle([_POST], [page], Settings(ignore=("FC1",))).problems == ()
    assert len(settle([_POST], [page], Settings(select=("FC1401",))).problems) == 1


def test_the_baseline_is_read_beside_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path in ("docs/a.md", "docs/b.md", "blog/c.md"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("")
    settings = Settings(root=str(tmp_path), baseline=str(tmp_path / "known.json"))
    with pytest.raises(UserError, match="cannot read the baseline"):
        _settle(settings, _POST)
    entries = baseline.entries_of([_POST, _SEATS], settings.relative)
    (tmp_path / "known.json").write_text(baseline.text_of(entries), encoding="utf-8")
    settled = settle([_POST], [card(path, "") for path in ("docs/a.md", "docs/b.md", "blog/c.md")], settings)
    assert [each.status for each in settled.conflicts] == ["baseline"]
    assert {problem.detail.split(" ")[0] for problem in settled.problems} == {"fc-1"}
    assert len(settled.problems) == 3
    partly = settle([_POST], [card("docs/a.md", "")], settings)
    assert partly.problems == (), "pages that were not read say nothing about their entries"
    (tmp_path / "docs/b.md").unlink()
    gone = settle([_POST], [card("docs/a.md", ""), card("blog/c.md", "")], settings)
    assert len(gone.problems) == 3, "a page that is gone is stale"
