"""The conflicts of the last report are kept, read back exactly, and never needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.store import last_report, program
from factcheck.store.whole_file import write_whole
from tests.writers.reports import harbour_report


def test_conflicts_and_what_they_cite_are_read_back_as_they_were(tmp_path: Path) -> None:
    report = harbour_report()
    idle = replace(report.documents[0], doc_id="idle.md")
    last_report.save(replace(report, documents=(*report.documents, idle)), str(tmp_path))
    cited = {claim.citation.doc_id for each in report.conflicts for side in each.positions for claim in side.claims}
    bare = tuple(replace(each, claims=()) for each in report.documents if each.doc_id in cited)
    assert bare
    assert last_report.load(str(tmp_path)) == replace(report, documents=bare, agreements=())


def test_without_a_folder_or_with_another_file_there_is_none(tmp_path: Path) -> None:
    last_report.save(harbour_report(), None)
    last_report.save(harbour_report(), str(tmp_path / "none"))
    assert last_report.load(None) is None
    assert last_report.load(str(tmp_path)) is None
    last_report.save(harbour_report(), str(tmp_path))
    whole = (tmp_path / last_report.FILE).read_bytes()
    for damaged in (b"", whole[:-100], b"0" + whole, b"\xff" + whole):
        (tmp_path / last_report.FILE).write_bytes(damaged)
        assert last_report.load(str(tmp_path)) is None


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    write_whole(target, ["old"])
    target.chmod(0o640)

    def breaks_off() -> Iterator[str]:
        yield "new"
        raise RuntimeError("interrupted")

    with pytest.raises(RuntimeError):
        write_whole(target, breaks_off())
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("report.md", "old")]
    write_whole(target, ["n", b"ew"])
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("new", 0o640)


def test_the_program_is_known_by_its_reading_half() -> None:
    assert program.version() == program.version()
    assert program.version().partition("+")[2] != ""
