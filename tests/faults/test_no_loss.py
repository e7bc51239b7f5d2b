"""Whatever goes wrong on the way, the old report or the new one is there, whole, and the next run is right.

With ``FACTCHECK_THOROUGH=1`` the program is killed at fifty moments instead of two.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
from contextlib import chdir
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.store.cache import FILE
from tests.cli.pages import CommandLine, write_pages
from tests.faults.runs import CHECK, ENVIRONMENT, FACTCHECK, run_code, state

_THOROUGH = os.environ.get("FACTCHECK_THOROUGH") == "1"
_OUTPUTS = ("-o", "report.json", "-o", "report.html", "-o", "report.md")
_REPORTS = ("report.json", "report.html", "report.md")
_OLD = b"the old report\n"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The reports of a run in which nothing goes wrong."""
    folder = tmp_path_factory.mktemp("whole")
    write_pages(folder)
    with chdir(folder):
        assert main([*CHECK, "--no-cache", "--quiet", *_OUTPUTS]) == 0
    return {name: (folder / name).read_bytes() for name in _REPORTS}


def _require_old_or_new(folder: Path, whole: dict[str, bytes]) -> None:
    for name, new in whole.items():
        assert (folder / name).read_bytes() in (_OLD, new), f"{name} is torn"
    strays = [name for name in state(folder) if name.startswith((".report", ".factcheck/.last"))]
    assert all(len(name.rsplit(".", 1)[-1]) == 8 or "tmp" in name for name in strays), strays


def _with_old_reports(folder: Path) -> None:
    for name in _REPORTS:
        (folder / name).write_bytes(_OLD)


def test_a_full_disk_leaves_the_old_report(pages: Path, run: CommandLine, whole: dict[str, bytes]) -> None:
    """No file of the process may grow beyond some bytes: the report is larger, and so is every page of the cache."""
    _with_old_reports(pages)
    limit = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))"
    )
    done = run_code(pages, limit, *CHECK, *_OUTPUTS)
    assert done.returncode == 2
    assert b"report.json: cannot write the report: File too large" in done.stderr
    assert b"Traceback" not in done.stderr
    assert {name: (pages / name).read_bytes() for name in _REPORTS} == dict.fromkeys(_REPORTS, _OLD)
    assert [name for name in state(pages) if name.startswith(".report")] == []
    assert run(*CHECK, *_OUTPUTS).code == 0
    assert {name: (pages / name).read_bytes() for name in _REPORTS} == whole


def test_a_disk_that_is_full_for_the_cache_costs_only_the_cache(pages: Path, run: CommandLine) -> None:
    code = (
        "import factcheck.store.cache as cache, sqlite3\n"
        "class Full(sqlite3.Connection):\n"
        "    def executemany(self, *arguments):\n"
        "        raise sqlite3.OperationalError('database or disk is full')\n"
        "connect = sqlite3.connect\n"
        "sqlite3.connect = lambda *a, **k: connect(*a, **k, factory=Full)"
    )
    done = run_code(pages, code, *CHECK)
    assert done.returncode == 0
    assert b"going on without the cache: database or disk is full" in done.stdout


def test_a_folder_that_cannot_be_written_is_told(pages: Path, run: CommandLine) -> None:
    """A file where the folder should be: nobody may write below it, not even root."""
    (pages / ".factcheck").write_bytes(b"")
    ran = run(*CHECK)
    assert ran.code == 0
    assert "running without the cache in .factcheck" in ran.out
    (pages / "taken").write_bytes(b"")
    ran = run(*CHECK, "-o", "taken/report.md")
    assert (ran.code, "there is no folder 'taken'" in ran.err) == (2, True)


def test_a_read_only_folder_leaves_the_old_report(
    pages: Path, run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno
    import tempfile

    _with_old_reports(pages)

    def refuse(*arguments: object, **options: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with monkeypatch.context() as patched:
        patched.setattr(tempfile, "NamedTemporaryFile", refuse)
        ran = run(*CHECK, *_OUTPUTS)
    assert ran.code == 2
    assert "cannot write the report: Read-only file system" in ran.err
    assert {(pages / name).read_bytes() for name in _REPORTS} == {_OLD}


@pytest.mark.parametrize("moment", range(50 if _THOROUGH else 2))
def test_a_killed_run_leaves_old_or_new_and_the_next_is_right(
    pages: Path, run: CommandLine, whole: dict[str, bytes], moment: int
) -> None:
    """SIGKILL when the process has used a certain CPU time, spread over all of its run."""
    _with_old_reports(pages)
    share = (moment + 1) / (51 if _THOROUGH else 3)
    killer = (
        "import signal, os\n"
        "signal.signal(signal.SIGPROF, lambda *_: os.kill(os.getpid(), signal.SIGKILL))\n"
        f"signal.setitimer(signal.ITIMER_PROF, {0.05 + 1.4 * share:.3f})"
    )
    run_code(pages, killer, *CHECK, *_OUTPUTS)
    _require_old_or_new(pages, whole)
    again = run(*CHECK, *_OUTPUTS)
    assert (again.code, again.err) == (0, "")
    assert {name: (pages / name).read_bytes() for name in _REPORTS} == whole


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_run_killed_while_it_writes_leaves_the_old_report(pages: Path, step: str) -> None:
    _with_old_reports(pages)
    target = "os.fsync" if step == "fsync" else "pathlib.Path.replace"
    killer = f"import os, pathlib, signal\n{target} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)"
    done = run_code(pages, killer, *CHECK, "--no-cache", *_OUTPUTS)
    assert done.returncode == -signal.SIGKILL
    assert {(pages / name).read_bytes() for name in _REPORTS} == {_OLD}


def test_two_runs_at_once_in_one_cache_and_one_report(pages: Path, whole: dict[str, bytes]) -> None:
    command = [*FACTCHECK, *CHECK, *_OUTPUTS]
    both = [
        subprocess.Popen(command, cwd=pages, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in "ab"
    ]
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert said[0] == said[1]
    assert said[0][1] == b""
    assert {name: (pages / name).read_bytes() for name in _REPORTS} == whole


def test_a_cache_of_another_version_is_made_anew(pages: Path, run: CommandLine) -> None:
    first = run(*CHECK)
    (pages / ".factcheck/last-report.json").write_text("another version\n{}", encoding="utf-8")
    database = sqlite3.connect(pages / ".factcheck" / FILE)
    with database:
        database.execute("DROP TABLE readings")
        database.execute("CREATE TABLE readings (id INTEGER PRIMARY KEY, blob TEXT)")
    database.close()
    second = run(*CHECK)
    assert (second.code, second.out) == (0, first.out)
    assert run(*CHECK).out == first.out
    assert run("explain", "fc-00000000").code == 2


def test_a_clock_that_jumps_changes_nothing(pages: Path, run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    first = run(*CHECK, "--no-cache", "-o", "one.json")
    ticks = iter(range(10**9, -(10**9), -86_400))
    for name in ("time", "monotonic", "perf_counter"):
        monkeypatch.setattr(time, name, lambda: float(next(ticks)))
    for file in pages.rglob("*.md"):
        os.utime(file, (2**33, 2**33))
    second = run(*CHECK, "--no-cache", "-o", "two.json")
    assert (second.code, second.out) == (first.code, first.out)
    assert (pages / "one.json").read_bytes() == (pages / "two.json").read_bytes()


@pytest.mark.parametrize("happens", ["vanishes", "changes", "cannot be read"])
def test_a_file_that_is_not_what_it_was(
    pages: Path, run: CommandLine, monkeypatch: pytest.MonkeyPatch, happens: str
) -> None:
    """Between being found and being read: it is read as it is then, or a problem; the next run reads what is there."""
    from factcheck.readers import SourceFile

    there = SourceFile.read_bytes

    def read_bytes(file: SourceFile) -> bytes:
        if file.path.endswith("harbour.md"):
            match happens:
                case "vanishes":
                    (pages / file.path).unlink(missing_ok=True)
                case "changes":
                    (pages / file.path).write_text("The pier of Lorvik is 350 metres long.\n", encoding="utf-8")
                case _:
                    raise PermissionError(13, "Permission denied")
        return there(file)

    with monkeypatch.context() as patched:
        patched.setattr(SourceFile, "read_bytes", read_bytes)
        ran = run(*CHECK, "-o", "report.json", "--jobs", "1")
    report = json.loads((pages / "report.json").read_bytes())
    if happens == "changes":
        assert (ran.code, report["problems"]) == (0, [])
    else:
        assert ran.code == 2
        assert [problem["code"] for problem in report["problems"]] == ["unreadable"]
    assert len(report["conflicts"]) == 1, "the other pages are compared all the same"
    assert run(*CHECK).code == 0


def test_a_report_that_exists_is_replaced_with_its_mode(pages: Path, run: CommandLine) -> None:
    (pages / "report.md").write_bytes(_OLD)
    (pages / "report.md").chmod(0o640)
    (pages / "linked.md").symlink_to("report.md")
    assert run(*CHECK, "-o", "report.md").code == 0
    assert (pages / "report.md").stat().st_mode & 0o777 == 0o640
    assert b"Consistency report" in (pages / "report.md").read_bytes()


def test_a_report_path_that_is_a_folder_is_told(pages: Path, run: CommandLine) -> None:
    (pages / "report.md").mkdir()
    ran = run(*CHECK, "-o", "report.md")
    assert ran.code == 2
    assert "report.md" in ran.err
    assert "Traceback" not in ran.err
