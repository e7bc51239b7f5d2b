"""One run of the whole way through on some article tables, measured from inside: ``python -m tests.bench.measure``.

It runs in a process of its own, so that peak memory is that of one run; the figures go to standard output as JSON and
the report to a file. Reading and the parts of a large comparison run on the engine; stages are timed in this process
alone, so that one job shows them all.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

from tests.bench.stages import COMPARING, NOT_SENT, Clock


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.measure", description=__doc__)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--engine", default="local")
    parser.add_argument("--report", type=Path, required=True)
    parser.add_argument("tables", nargs="+")
    given = parser.parse_args()
    json.dump(measure(given.tables, given.report, given.engine, given.jobs), sys.stdout)


def measure(tables: list[str], report_file: Path, engine: str, jobs: int) -> dict[str, object]:
    """Check the tables without a cache and write the JSON report. Times in seconds."""
    from factcheck import pipeline
    from factcheck.engines import look_seldom
    from factcheck.settings import Settings
    from factcheck.store.whole_file import write_whole
    from factcheck.writers import Layout, pieces_of, writer_for

    look_seldom()
    clock = Clock()
    read: list[tuple[float, float]] = []

    def told(stage: str, done: int, total: int) -> None:
        if stage == "comparing" and not read:
            read.append((time.perf_counter(), _cpu()))

    began = time.perf_counter(), _cpu()
    with clock.over(COMPARING if jobs == 1 else NOT_SENT):
        report = pipeline.check(tables, Settings(engine=engine, jobs=jobs, cache_dir=None), told)
    ended = time.perf_counter(), _cpu()
    if any(problem.level == "error" for problem in report.problems):
        raise SystemExit(f"not everything was read and compared: {report.problems[0].detail}")
    pieces = pieces_of(writer_for("json"), report, Layout())
    write_whole(report_file, (str(piece).encode("utf-8", "backslashreplace") for piece in pieces))
    coverage = report.coverage
    return {
        "wall": ended[0] - began[0],
        "cpu": ended[1] - began[1],
        "reading_wall": read[0][0] - began[0],
        "reading_cpu": read[0][1] - began[1],
        "writing_cpu": _cpu() - ended[1],
        "stages": {stage: clock.seconds[stage] for stage in COMPARING if stage in clock.seconds},
        "documents": coverage.documents,
        "claims": coverage.claims,
        "mentions": coverage.mentions,
        "pairs": coverage.compared_pairs,
        "conflicts": len(report.conflicts),
        "not_compared": dict(coverage.not_compared),
    }


def _cpu() -> float:
    """CPU seconds of this process and of all it started that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
