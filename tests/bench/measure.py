"""One run of the whole way through on some article tables, measured from inside: ``python -m tests.bench.measure``.

It runs in a process of its own, so that peak memory is that of one run; the figures go to standard output as JSON and
the report to a file. Reading runs on the engine, comparing in this process, where its stages are timed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

from tests.bench.stages import COMPARING, Clock


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
    from factcheck.settings import Settings
    from factcheck.writers import writer_for

    clock = Clock()
    began, cpu = time.perf_counter(), os.times()
    with clock.over(COMPARING), clock.over({"extract": ("factcheck.pipeline", "extract")}):
        report = pipeline.check(tables, Settings(engine=engine, jobs=jobs, cache_dir=None))
    now, ended = os.times(), time.perf_counter()
    report_file.write_text(str(writer_for("json").write(report)), encoding="utf-8")
    coverage = report.coverage
    workers = now.children_user + now.children_system - cpu.children_user - cpu.children_system
    return {
        "wall": ended - began,
        "cpu": now.user + now.system - cpu.user - cpu.system + workers,
        "reading_cpu": clock.seconds["extract"] + workers,
        "stages": {stage: clock.seconds[stage] for stage in COMPARING if stage in clock.seconds},
        "documents": coverage.documents,
        "claims": coverage.claims,
        "mentions": coverage.mentions,
        "pairs": coverage.compared_pairs,
        "conflicts": len(report.conflicts),
        "not_compared": dict(coverage.not_compared),
    }


if __name__ == "__main__":
    main()
