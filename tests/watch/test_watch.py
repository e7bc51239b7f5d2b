"""Watching: a report at the start and one after every save, with the paths that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest

from factcheck.errors import UserError
from factcheck.model import Report
from factcheck.settings import Settings
from factcheck.watch import watch

PATIENCE = 30
Reports = Queue[tuple[Report, frozenset[str]]]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for name in ("one.md", "two.md"):
        text = "The sinking of the ferry Halvard off Lorvik on 3 May 2023 killed 41 people.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def reports(pages: Path) -> Iterator[Reports]:
    queue: Reports = Queue()
    stop = Event()
    settings = Settings(jobs=1, cache_dir=None)
    thread = Thread(target=watch, args=([str(pages)], settings, lambda *given: queue.put(given), stop, 0.02))
    thread.start()
    yield queue
    stop.set()
    thread.join(PATIENCE)


def test_a_save_is_checked(pages: Path, reports: Reports) -> None:
    report, changed = reports.get(timeout=PATIENCE)
    assert (report.conflicts, changed) == ((), frozenset())
    page = pages / "two.md"
    page.write_text(page.read_text(encoding="utf-8").replace("41", "29"), encoding="utf-8")
    report, changed = reports.get(timeout=PATIENCE)
    assert (len(report.conflicts), changed) == (1, {page.as_posix()})


def test_new_folders_and_removed_files_are_noticed(pages: Path, reports: Reports) -> None:
    reports.get(timeout=PATIENCE)
    page = pages / "more" / "three.md"
    page.parent.mkdir()
    draft = pages / "draft.tmp"
    draft.write_text((pages / "one.md").read_text(encoding="utf-8").replace("41", "290"), encoding="utf-8")
    draft.rename(page)
    report, changed = reports.get(timeout=PATIENCE)
    assert (len(report.conflicts), changed) == (1, {page.as_posix()})
    page.unlink()
    report, changed = reports.get(timeout=PATIENCE)
    assert (report.conflicts, changed) == ((), {page.as_posix()})


def test_a_waiver_written_meanwhile_is_heard_and_a_mistake_in_it_ends_nothing(pages: Path) -> None:
    page, waivers = pages / "two.md", pages / "factcheck-waivers.yaml"
    page.write_text(page.read_text(encoding="utf-8").replace("41", "29"), encoding="utf-8")
    waivers.write_text("waivers: []\n", encoding="utf-8")
    settings = Settings(jobs=1, cache_dir=None, waivers=str(waivers), root=str(pages))
    reports: Reports = Queue()
    mistakes: Queue[UserError] = Queue()
    stop = Event()
    given = ([str(pages)], settings, lambda *given: reports.put(given), stop, 0.02, mistakes.put)
    thread = Thread(target=watch, args=given)
    thread.start()
    try:
        (conflict,) = reports.get(timeout=PATIENCE)[0].conflicts
        _saved(waivers, "waivers: [\n")
        assert "waivers" in str(mistakes.get(timeout=PATIENCE))
        marks = (f"  - {{id: {conflict.id}, path: {name}, reason: agreed}}\n" for name in ("one.md", "two.md"))
        _saved(waivers, "waivers:\n" + "".join(marks))
        report, changed = reports.get(timeout=PATIENCE)
    finally:
        stop.set()
        thread.join(PATIENCE)
    assert ([each.status for each in report.conflicts], changed) == (["waived"], frozenset())


@pytest.mark.parametrize("key", ["facts", "constants"])
def test_what_is_true_is_heard_when_it_is_written_meanwhile(pages: Path, key: str) -> None:
    truths = pages / f"{key}.yaml"
    truths.write_text(f"{key}: []\n", encoding="utf-8")
    settings = replace(Settings(jobs=1, cache_dir=None, root=str(pages)), **{key: str(truths)})
    reports: Reports = Queue()
    mistakes: Queue[UserError] = Queue()
    stop = Event()
    given = ([str(pages / "one.md")], settings, lambda *given: reports.put(given), stop, 0.02, mistakes.put)
    thread = Thread(target=watch, args=given)
    thread.start()
    try:
        reports.get(timeout=PATIENCE)
        _saved(truths, f"{key}: [\n")
        assert key in str(mistakes.get(timeout=PATIENCE))
    finally:
        stop.set()
        thread.join(PATIENCE)


def _saved(file: Path, text: str) -> None:
    """Written at once, as editors save."""
    draft = file.with_suffix(".tmp")
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)
