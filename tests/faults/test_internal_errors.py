"""A fault of the program names document and stage; the report of all that was done is written; the exit code is 3."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.model import Document, Reading
from tests.cli.pages import CommandLine
from tests.faults.runs import CHECK, ENVIRONMENT


def _broken(*arguments: object, **options: object) -> None:
    raise ZeroDivisionError("division by zero")


def test_while_reading(pages: Path, run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck import cached_reading

    well = cached_reading.read

    def read(document: Document) -> Reading:
        if document.path == "docs/harbour.md":
            raise RecursionError("maximum recursion depth exceeded")
        return well(document)

    monkeypatch.setattr(cached_reading, "read", read)
    ran = run(*CHECK, "-o", "report.json", "-j", "1")
    report = json.loads((pages / "report.json").read_bytes())
    assert ran.code == 3
    assert "internal error while reading docs/harbour.md: RecursionError" in ran.err
    assert len(report["conflicts"]) == 1


def test_while_recomputing_one_document(pages: Path, run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    import factcheck.comparing.inside as inside

    monkeypatch.setattr(inside, "recompute", _broken)
    ran = run(*CHECK, "-o", "report.json")
    report = json.loads((pages / "report.json").read_bytes())
    assert ran.code == 3
    assert "internal error while recomputing docs/coast.md: ZeroDivisionError" in ran.err
    assert len(report["conflicts"]) == 1
    assert {problem["code"] for problem in report["problems"]} == {"internal-error"}


@pytest.mark.parametrize("stage", ["blocks_of", "align", "weighed", "cluster"])
def test_while_comparing(pages: Path, run: CommandLine, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    import factcheck.comparing.compare as compare

    monkeypatch.setattr(compare, stage, _broken)
    ran = run(*CHECK, "-o", "report.json", "-o", "report.md")
    report = json.loads((pages / "report.json").read_bytes())
    assert ran.code == 3
    assert "internal error while comparing 3 documents from docs/coast.md: ZeroDivisionError" in ran.err
    assert (report["coverage"]["documents"], report["conflicts"]) == (3, [])
    assert "internal" in (pages / "report.md").read_text("utf-8")


def test_while_writing_one_report_the_others_are_written(
    pages: Path, run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.writers import html

    monkeypatch.setattr(html, "page_data", _broken)
    ran = run(*CHECK, "-o", "report.html", "-o", "report.json")
    assert ran.code == 3
    assert "internal error while writing report.html: ZeroDivisionError" in ran.err
    assert len(json.loads((pages / "report.json").read_bytes())["conflicts"]) == 1
    assert not (pages / "report.html").exists()


_KILLING = """
import os, signal
import factcheck.engines as engines
import factcheck.engines.processes as pool
from factcheck import cached_reading
engines._WORTH_A_POOL, pool.CHUNK = 0, 1
well = cached_reading.read

def read(document):
    if document.path == "docs/harbour.md":
        os.kill(os.getpid(), signal.SIGKILL)
    return well(document)

cached_reading.read = read
if __name__ == "__main__":
    import sys
    from factcheck.cli import main
    sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_worker_that_is_killed_costs_what_it_had_not_read(pages: Path, run: CommandLine) -> None:
    """As the kernel does when memory is short. What was read is reported; what was not is told, and kept nowhere."""
    (pages / "killing.py").write_text(_KILLING, encoding="utf-8")
    command = [sys.executable, "killing.py", *CHECK, "--jobs", "2", "-o", "report.json"]
    done = subprocess.run(command, cwd=pages, env=ENVIRONMENT, capture_output=True, check=False)
    assert done.returncode == 3
    assert b"a worker process died (killed, or out of memory)" in done.stderr
    report = json.loads((pages / "report.json").read_bytes())
    codes = {problem["path"]: problem["code"] for problem in report["problems"]}
    assert set(codes.values()) <= {"internal-error", "not-read"}
    assert "docs/harbour.md" in codes
    assert report["coverage"]["documents"] == 3 - len(codes)
    assert run(*CHECK).code == 0
    assert (pages / ".factcheck").is_dir()
