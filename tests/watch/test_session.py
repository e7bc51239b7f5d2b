"""A warm session says after an edit what a whole check would say."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Report
from factcheck.readers import SourceFile
from factcheck.session import Session
from factcheck.settings import Settings

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


def _ids(report: Report) -> list[str]:
    return sorted(conflict.id for conflict in report.conflicts)


def _whole(pages: Path) -> Report:
    return Session([str(pages)], SETTINGS).check()


def test_an_edit_that_makes_a_conflict_is_found(pages: Path) -> None:
    session = Session([str(pages)], SETTINGS)
    assert session.check().conflicts == ()
    report = session.update([_edit(pages / "inquiry.md", "41 people", "29 people")])
    assert len(report.conflicts) == 1
    assert _ids(report) == _ids(_whole(pages))


def test_a_conflict_goes_with_its_cause_and_others_stay(pages: Path) -> None:
    _edit(pages / "inquiry.md", "41 people", "29 people")
    _edit(pages / "market.md", "$450", "$540")
    session = Session([str(pages)], SETTINGS)
    assert len(session.check().conflicts) == 2
    report = session.update([_edit(pages / "ferry.md", "41 people", "29 people")])
    assert len(report.conflicts) == 1
    assert _ids(report) == _ids(_whole(pages))


def test_files_that_come_and_go(pages: Path) -> None:
    session = Session([str(pages)], SETTINGS)
    session.check()
    late = pages / "late.md"
    late.write_text(PAGES["ferry.md"].replace("41 people", "29 people"), encoding="utf-8")
    report = session.update([SourceFile(late.as_posix(), late)])
    assert (len(report.conflicts), report.coverage.documents) == (1, 5)
    assert _ids(report) == _ids(_whole(pages))
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
    assert _ids(report) == _ids(_whole(table))
