"""The life of a content repository that keeps the check switched on, from the first run to a stale waiver."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.pages import CommandLine
from tests.life.repository import Repository, page

_ALMA_41 = page("The sinking of the Alma", "The ferry Alma sank off Lorvik on 3 May 2023, killing 41 people.")
_ALMA_29 = page("Inquiry", "When the ferry Alma sank off Lorvik on 3 May 2023, 29 people were killed.")
_OPENED_12 = page("Sights", "The lighthouse of Berga opened to visitors on 12 June 2019.")
_OPENED_21 = page("Old works", "On 21 June 2019 the lighthouse of Berga opened to visitors.")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Four pages; two of them have disagreed about the Alma for years."""
    made = Repository.made_in(tmp_path)
    made.write("docs/coast.md", _ALMA_41)
    made.write("docs/herald.md", _ALMA_29)
    made.write("docs/sights.md", _OPENED_12)
    made.write("docs/harbour.md", page("Harbour", "The pier is made of oak."))
    made.commit("pages")
    monkeypatch.chdir(tmp_path)
    return made


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)


def _check(run: CommandLine, *arguments: str) -> tuple[int, dict[str, Any]]:
    """Exit code and report at --fail-on note."""
    ran = run("check", "docs", "--fail-on", "note", "--format", "json", *arguments)
    return ran.code, json.loads(ran.out)


def _pages_of(conflict: dict[str, Any]) -> list[list[str]]:
    return [[citation["path"] for citation in position["citations"]] for position in conflict["positions"]]


def _notes(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [(problem["code"], problem["detail"].split()[0]) for problem in report["problems"]]


def test_the_life_of_a_repository(repository: Repository, run: CommandLine) -> None:
    code, report = _check(run)
    assert (code, len(report["conflicts"])) == (1, 1), "the first run finds what was always there"
    (old,) = report["conflicts"]

    assert run("check", "docs", "--update-baseline").code == 0
    repository.commit("Know the old conflicts")
    code, report = _check(run)
    assert (code, [each["status"] for each in report["conflicts"]]) == (0, ["baseline"])

    repository.git("checkout", "-qb", "works")
    repository.write("docs/works.md", _OPENED_21)
    repository.commit("Tell of the old works")
    code, report = _check(run, "--changed-since", "main")
    assert code == 1, "a new page contradicts one that did not change"
    (new,) = report["conflicts"]
    assert _pages_of(new) == [["docs/works.md"], ["docs/sights.md"]], "the changed side comes first"
    assert new["id"] != old["id"]

    repository.write("docs/works.md", _OPENED_21.replace("21", "12"))
    assert _check(run, "--changed-since", "main")[0] == 0, "the change was wrong: a fix of one side"
    repository.write("docs/works.md", _OPENED_21)
    repository.write("docs/sights.md", _OPENED_12.replace("12", "21"))
    assert _check(run, "--changed-since", "main")[0] == 0, "the change was right: the other page is mended too"
    repository.commit("The 21st it is")

    repository.write("docs/coast.md", _ALMA_41.replace("41", "29"))
    code, report = _check(run)
    assert (code, report["conflicts"]) == (0, [])
    assert _notes(report) == [("stale-baseline", old["id"])] * 2, "the old conflict is mended; its entries may go"
    assert run("check", "docs", "--update-baseline").code == 0
    assert _check(run)[1]["problems"] == []


def test_the_life_of_a_waiver(repository: Repository, run: CommandLine) -> None:
    run("check", "docs", "-q", "-o", "report.md")
    report = (repository.folder / "report.md").read_text(encoding="utf-8")
    reviewed = report.replace("- [ ] not the same fact", "- [x] not the same fact", 1)
    assert reviewed != report
    repository.write("report.md", reviewed)
    assert run("accept", "report.md").code == 0
    code, found = _check(run)
    assert (code, [each["status"] for each in found["conflicts"]]) == (0, ["waived"])

    repository.write(
        "docs/ferry.md", page("Ferries", "The ferry Alma sank off Lorvik on 3 May 2023, killing 41 people.")
    )
    code, found = _check(run)
    assert (code, [each["status"] for each in found["conflicts"]]) == (1, ["new"]), "one more page says it"
    (repository.folder / "docs/ferry.md").unlink()

    repository.write("docs/herald.md", _ALMA_29.replace("29", "41"))
    code, found = _check(run)
    assert (code, found["conflicts"]) == (0, [])
    assert {code for code, _ in _notes(found)} == {"stale-waiver"}
    assert all(problem["path"] == "factcheck-waivers.yaml" and problem["line"] for problem in found["problems"])


def test_the_life_of_a_suppression(repository: Repository, run: CommandLine) -> None:
    comment = "<!-- factcheck: ignore[FC110] the toll of the first day, kept as it was told -->\n"
    repository.write("docs/coast.md", _ALMA_41.replace("The ferry", f"{comment}The ferry"))
    code, found = _check(run)
    (conflict,) = found["conflicts"]
    assert (code, conflict["status"], found["problems"]) == (0, "waived", [])

    repository.write("docs/herald.md", _ALMA_29.replace("29", "41"))
    code, found = _check(run)
    assert (code, _notes(found)) == (0, [("unused-suppression", "ignore[FC110]")])
    assert found["problems"][0]["line"] == 3


def test_lines_may_move_and_words_may_change(repository: Repository, run: CommandLine) -> None:
    run("check", "docs", "--update-baseline")
    repository.write("docs/coast.md", _ALMA_41.replace("# The", "Some news first.\n\n# The"))
    code, report = _check(run)
    assert (code, [each["status"] for each in report["conflicts"]]) == (0, ["baseline"])


def test_a_page_edited_in_a_warm_cache_gives_the_report_of_a_cold_run(repository: Repository, run: CommandLine) -> None:
    _check(run)
    repository.write("docs/works.md", _OPENED_21)
    repository.write("docs/harbour.md", page("Harbour", "The pier is 90 m long."))
    assert _check(run) == _check(run, "--no-cache")
