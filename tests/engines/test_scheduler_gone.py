"""The scheduler of a cluster is killed after all was read: what was read is reported, and is not read again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import cached_reading, pipeline
from factcheck.cached_reading import read_unit
from factcheck.settings import Settings
from tests.bench.corpus import Corpus
from tests.bench.corpus.write import write
from tests.engines.clusters import cluster
from tests.faults.runs import ENVIRONMENT

pytestmark = pytest.mark.needs_dask

_DOCUMENTS = 40
# A program of its own, in which every corpus is a large one, and which ends the scheduler where it is told to.
_KILLING = """
import os, signal, sys
from functools import partial
from factcheck.comparing import compare, corpus
import factcheck.pipeline as pipeline

corpus.LARGE, corpus._CLAIMS = 1, 60

def killing(function, scheduler, *arguments):
    os.kill(scheduler, signal.SIGKILL)
    return function(*arguments)

moment, scheduler = sys.argv.pop(1), int(sys.argv.pop(1))
module = {"compared": pipeline, "gathered": compare}[moment]
setattr(module, moment, partial(killing, getattr(module, moment), scheduler))

if __name__ == "__main__":
    from factcheck.cli import main
    sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("moment", "cause"),
    [
        # Before the comparison asks for workers, and once it has them, before the first part is sent.
        ("compared", "while comparing 40 documents: no scheduler answers at"),
        ("gathered", "while comparing story-000000-01: the scheduler of the cluster went away"),
    ],
)
def test_a_scheduler_killed_before_comparing_costs_nothing_that_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, cause: str
) -> None:
    tables = [str(table) for table in write(Corpus(seed=5, documents=_DOCUMENTS), tmp_path).tables]
    (tmp_path / "killing.py").write_text(_KILLING, encoding="utf-8")
    cache, report = tmp_path / "cache", tmp_path / "report.json"
    with cluster(tmp_path, workers=1) as started:
        options = ["--engine", "dask", "--scheduler", started.address, "--cache-dir", str(cache), "-o", str(report)]
        command = [sys.executable, "killing.py", moment, str(started.scheduler.pid), "check", *tables, *options]
        ran = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    assert ran.stderr.startswith(f"factcheck: internal error {cause}")
    assert len(ran.stderr.splitlines()) == 2, ran.stderr
    written = json.loads(report.read_bytes())
    assert (written["coverage"]["documents"], written["conflicts"]) == (_DOCUMENTS, [])
    assert written["coverage"]["claims"] > _DOCUMENTS

    kept = Settings(jobs=1, cache_dir=str(cache))
    read: list[object] = []
    monkeypatch.setattr(cached_reading, "read_unit", lambda unit: read.append(unit) or read_unit(unit))
    again = pipeline.check(tables, kept)
    assert not read
    assert again.conflicts
    assert written["coverage"]["claims"] == again.coverage.claims
