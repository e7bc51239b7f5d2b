"""A warm session says after every edit what a whole check would say, word for word."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from factcheck import pipeline
from factcheck.errors import UserError
from factcheck.model import Report
from factcheck.readers import SourceFile
from factcheck.session import Session
from factcheck.settings import Settings
from factcheck.writers import json
from tests.bench.corpus import Corpus, generate

PAGES = {
    "ferry.md": "# The Halvard\n\nThe sinking of the ferry Halvard off Lorvik on 3 May 2023 killed 41 people.\n",
    "inquiry.md": "# Inquiry\n\nThe sinking of the ferry Halvard off Lorvik on 3 May 2023 killed 41 people.\n",
    "bank.md": "# Bank\n\nThe takeover of Tessel Bank by Orno Group in 2021 cost $450 million.\n",
    "market.md": "# Market\n\nThe takeover of Tessel Bank by Orno Group in 2021 cost $450 million.\n",
}
SETTINGS = Settings(jobs=1, cache_dir=None)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _edit(page: Path, old: str, new: str) -> SourceFile:
    page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return SourceFile(page.as_posix(), page)


def _is_whole(report: Report, pages: Path) -> bool:
    """Whether a check that knows nothing gives the same report."""
    return json.write(report) == json.write(pipeline.check([str(pages)], SETTINGS))


def test_an_edit_that_makes_a_conflict_is_found(pages: Path) -> None:
    session = Session([str(pages)], SETTINGS)
    assert session.check().conflicts == ()
    report = session.update([_edit(pages / "inquiry.md", "41 people", "29 people")])
    assert len(report.conflicts) == 1
    assert _is_whole(report, pages)


def test_a_conflict_goes_with_its_cause_and_others_stay(pages: Path) -> None:
    _edit(pages / "inquiry.md", "41 people", "29 people")
    _edit(pages / "market.md", "$450", "$540")
    session = Session([str(pages)], SETTINGS)
    assert len(session.check().conflicts) == 2
    report = session.update([_edit(pages / "ferry.md", "41 people", "29 people")])
    assert len(report.conflicts) == 1
    assert _is_whole(report, pages)


def test_files_that_come_and_go(pages: Path) -> None:
    session = Session([str(pages)], SETTINGS)
    session.check()
    late = pages / "late.md"
    late.write_text(PAGES["ferry.md"].replace("41 people", "29 people"), encoding="utf-8")
    report = session.update([SourceFile(late.as_posix(), late)])
    assert (len(report.conflicts), report.coverage.documents) == (1, 5)
    assert _is_whole(report, pages)
    late.unlink()
    report = session.update([], [late.as_posix()])
    assert (len(report.conflicts), report.coverage.documents) == (0, 4)


def test_text_that_is_not_saved_yet(pages: Path) -> None:
    session = Session([str(pages)], SETTINGS)
    session.check()
    path = (pages / "bank.md").as_posix()
    unsaved = PAGES["bank.md"].replace("$450 million", "$450 billion")
    assert len(session.update([SourceFile.of_bytes(path, unsaved.encode())]).conflicts) == 1
    assert session.update([SourceFile.of_bytes(path, PAGES["bank.md"].encode())]).conflicts == ()


def test_rows_of_a_table_are_documents_of_their_own(tmp_path: Path) -> None:
    table = tmp_path / "rows.jsonl"
    rows = '{"id": "a", "text": "The takeover of Tessel Bank cost $450 million."}\n'
    table.write_text(rows, encoding="utf-8")
    session = Session([str(table)], SETTINGS)
    session.check()
    table.write_text(rows + rows.replace('"a"', '"b"').replace("450", "540"), encoding="utf-8")
    report = session.update([SourceFile(table.as_posix(), table)])
    assert report.coverage.documents == 2
    assert _is_whole(report, table)


Change = Callable[[Session, Path, Random], Report]


def _edited(session: Session, folder: Path, chance: Random) -> Report:
    page = chance.choice(sorted(folder.glob("*.txt")))
    lines = page.read_text(encoding="utf-8").split(". ")
    at = chance.randrange(len(lines))
    page.write_text(". ".join([*lines[:at], chance.choice(lines), *lines[at + 1 :]]), encoding="utf-8")
    return session.update([SourceFile(page.as_posix(), page)])


def _added(session: Session, folder: Path, chance: Random) -> Report:
    text = chance.choice(sorted(folder.glob("*.txt"))).read_text(encoding="utf-8").replace("1", "7")
    page = folder / f"new-{chance.randrange(1000)}.txt"
    page.write_text(text, encoding="utf-8")
    return session.update([session.files()[page.as_posix()]])


def _removed(session: Session, folder: Path, chance: Random) -> Report:
    page = chance.choice(sorted(folder.glob("*.txt")))
    page.unlink()
    return session.update([], [page.as_posix()])


def _renamed(session: Session, folder: Path, chance: Random) -> Report:
    page = chance.choice(sorted(folder.glob("*.txt")))
    now = page.rename(page.with_name(f"moved-{chance.randrange(1000)}.txt"))
    return session.update([session.files()[now.as_posix()]], [page.as_posix()])


@pytest.mark.parametrize("seed", range(2))
def test_after_any_series_of_changes_the_report_is_that_of_a_whole_check(tmp_path: Path, seed: int) -> None:
    for article in islice(generate(Corpus(seed=seed, documents=16)), 16):
        (tmp_path / f"{article.doc_id}.txt").write_text(article.text, encoding="utf-8")
    session, chance = Session([str(tmp_path)], SETTINGS), Random(seed)
    assert _is_whole(session.check(), tmp_path)
    changes: tuple[Change, ...] = (_edited, _removed, _edited, _added, _renamed, _edited, _added)
    for change in changes:
        assert _is_whole(change(session, tmp_path, chance), tmp_path), change.__name__


def test_a_session_builds_on_what_a_check_left_in_the_cache(
    pages: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cached = Settings(jobs=1, cache_dir=str(tmp_path_factory.mktemp("cache")))
    pipeline.check([str(pages)], cached)
    session = Session([str(pages)], cached)
    assert _is_whole(session.check(), pages)
    assert _is_whole(session.update([_edit(pages / "inquiry.md", "41 people", "29 people")]), pages)
    assert _is_whole(pipeline.check([str(pages)], cached), pages)


def test_getting_ready_changes_nothing(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session([str(pages)], SETTINGS)
    session.get_ready()
    assert _is_whole(session.check(), pages)
    read: list[str] = []
    monkeypatch.setattr("factcheck.session.read_again", lambda file, before: read.append(file.path))
    session.get_ready()
    assert read == [(pages / "bank.md").as_posix()]
    assert session.readings_of((pages / "bank.md").as_posix())


def test_of_two_documents_with_one_id_the_first_counts(tmp_path: Path) -> None:
    row = '{"id": "a", "text": "The takeover of Tessel Bank in 2021 cost $450 million."}\n'
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    two.write_text(row.replace("450", "540"), encoding="utf-8")
    session = Session([str(tmp_path)], SETTINGS)
    session.check()
    one.write_text(row, encoding="utf-8")
    report = session.update([session.files()[one.as_posix()]])
    assert [problem.code for problem in report.problems] == ["duplicate-id"]
    assert _is_whole(report, tmp_path)


def test_an_archive_is_only_compared_with_the_others(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    archive = tmp_path_factory.mktemp("archive")
    for name in ("old.md", "older.md"):
        killed = "killed 29 people" if name == "old.md" else "killed 35 people"
        (archive / name).write_text(PAGES["ferry.md"].replace("killed 41 people", killed), encoding="utf-8")
    settings = Settings(jobs=1, cache_dir=None, against=(str(archive),))
    session = Session([str(pages)], settings)
    session.check()
    report = session.update([_edit(archive / "old.md", "29 people", "28 people")])
    assert report.conflicts
    assert json.write(report) == json.write(pipeline.check([str(pages)], settings))


def test_globs_are_those_of_the_folder_that_the_settings_are_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "factcheck.toml").write_text('exclude = ["docs/old/**"]\n', encoding="utf-8")
    for name in ("docs/limits.md", "docs/old/limits.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGES["bank.md"], encoding="utf-8")
    docs = tmp_path / "docs"
    from_afar, _ = Settings.load(None, str(docs))
    assert list(Session([docs.as_posix()], from_afar).files()) == [(docs / "limits.md").as_posix()]
    monkeypatch.chdir(docs)
    settings, _ = Settings.load()
    assert list(Session(["."], settings).files()) == ["limits.md"]


def test_settings_that_name_no_rule_are_refused_before_anything_is_read(pages: Path) -> None:
    with pytest.raises(UserError, match="FC999"):
        Session([str(pages)], Settings(cache_dir=None, select=("FC999",))).check()
