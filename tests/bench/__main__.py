"""The benchmark: ``python -m tests.bench --documents 1000 10000`` prints its tables as Markdown.

For each size a corpus is generated (or taken from ``--folder``, where it was generated before), checked by one run in
a process of its own, and the report compared with what is known of the corpus. It measures, and judges nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.accuracy import score
from tests.bench.corpus import Corpus
from tests.bench.corpus.write import CorpusFiles, read_truth, written
from tests.bench.memory import Peak
from tests.bench.reading import Speed, other_speeds, reading_speeds
from tests.bench.table import causes_table, sizes_table, speeds_table, stages_table

_SAMPLE_SECONDS = 0.2
# Which of our stages does what another reader does.
_COUNTERPARTS = {
    "quantulum3 (quantities)": "quantities",
    "CQE (quantities)": "quantities",
    "dateparser search_dates (dates)": "dates",
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure speed, memory and accuracy.")
    parser.add_argument("--documents", type=int, nargs="+", default=[1000], metavar="N", help="sizes of the corpora")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=0, help="processes that read; 0: one a core")
    parser.add_argument("--engine", default="local")
    parser.add_argument("--folder", type=Path, help="keep the corpora and reports here")
    parser.add_argument("--sample", type=int, default=300, help="documents read to measure the stages of reading")
    parser.add_argument("--readers", action="store_true", help="measure other readers on the same text")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch)
        runs = [_run(Corpus(given.seed, size), folder, given.engine, given.jobs) for size in sorted(given.documents)]
    print("### The whole way through\n\n" + sizes_table(runs))
    print("### Comparing, CPU seconds\n\n" + stages_table(runs))
    print("### What was wrong\n\n" + causes_table(runs))
    corpus = Corpus(given.seed, max(given.documents))
    speeds, claims = reading_speeds(corpus, given.sample)
    print(f"### Reading one document after the other\n\n{_reading(speeds, claims, corpus, given.readers)}")


def _run(corpus: Corpus, folder: Path, engine: str, jobs: int) -> dict[str, Any]:
    """The figures of one size, with peak memory over all processes and the accuracy of the report."""
    files = written(corpus, folder / f"seed-{corpus.seed}-documents-{corpus.documents}")
    report = files.truth.with_name("report.json")
    command = [sys.executable, "-m", "tests.bench.measure", "--report", str(report), "--engine", engine]
    command += ["--jobs", str(jobs), *map(str, files.tables)]
    figures, peak = _watched(command)
    accuracy = _accuracy(report, files)
    counts = {name: getattr(accuracy, name) for name in ("right", "reported", "found", "known", "wrong", "missed")}
    return {**figures, **counts, "size": files.size, "peak": peak}


def _watched(command: Sequence[str]) -> tuple[dict[str, Any], int]:
    """What the command printed, and the peak memory of it and all its processes in bytes."""
    with tempfile.TemporaryFile() as output, subprocess.Popen(command, stdout=output) as process:
        peak = Peak(process.pid)
        while process.poll() is None:
            peak.sample()
            time.sleep(_SAMPLE_SECONDS)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} failed with exit code {process.returncode}")
        output.seek(0)
        return json.loads(output.read()), peak.bytes


def _accuracy(report: Path, files: CorpusFiles) -> Any:
    conflicts = json.loads(report.read_text(encoding="utf-8"))["conflicts"]
    return score(conflicts, read_truth(files.truth))


def _reading(speeds: list[Speed], claims: int, corpus: Corpus, readers: bool) -> str:
    whole = speeds[0]
    rates = f"{whole.size / 1e6 / whole.seconds:.2f} MB and {claims / whole.seconds:,.0f} claims per CPU second.\n\n"
    others = other_speeds(corpus) if readers else []
    return rates + speeds_table(speeds, _COUNTERPARTS, others)


main()
