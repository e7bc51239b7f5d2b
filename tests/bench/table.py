"""Figures as Markdown tables.

>>> print(markdown(("size", "time"), [("10", "2 s")]), end="")
| size | time |
|---|---|
| 10 | 2 s |
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.bench.reading import Speed
from tests.bench.stages import COMPARING, growth


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(line) + " |" for line in (head, *rows)]
    return "\n".join((lines[0], "|" + "---|" * len(head), *lines[1:], ""))


def sizes_table(runs: Sequence[Mapping[str, Any]]) -> str:
    """One row a corpus: what it cost, how the cost grew from the row above, how right the report is."""
    documents = [run["documents"] for run in runs]
    by_time = growth(documents, [run["cpu"] for run in runs])
    by_memory = growth(documents, [run["peak"] for run in runs])
    head = (
        "documents", "MB", "wall s", "CPU s reading", "MB/CPU s", "CPU s comparing", "CPU s writing", "claims", "pairs",
         "peak MB", "time ~ n^", "memory ~ n^", "precision", "recall",
    )  # fmt: skip
    rows = [
        (
            f"{run['documents']:,}", f"{run['size'] / 1e6:.1f}", f"{run['wall']:.0f}",
            f"{run['reading_cpu']:.1f}", f"{run['size'] / 1e6 / run['reading_cpu']:.2f}",
            f"{run['cpu'] - run['reading_cpu']:.1f}", f"{run['writing_cpu']:.1f}",
            f"{run['claims']:,}", f"{run['pairs']:,}",
            f"{run['peak'] / 1e6:.0f}", number(time), number(memory),
            share(run["right"], run["reported"]), share(run["found"], run["known"]),
        )
        for run, time, memory in zip(runs, by_time, by_memory, strict=True)
    ]  # fmt: skip
    return markdown(head, rows)


def stages_table(runs: Sequence[Mapping[str, Any]]) -> str:
    """CPU seconds of each stage of comparing, one column a corpus, and the exponent from the first to the last; blank
    where a stage ran in other processes than the one that was timed."""
    rows = []
    for stage in COMPARING:
        seconds = [run["stages"].get(stage, 0.0) for run in runs]
        if not any(seconds):
            continue
        ends = growth([runs[0]["documents"], runs[-1]["documents"]], [seconds[0], seconds[-1]])
        rows.append((stage, *(f"{each:.2f}" if each else "" for each in seconds), number(ends[-1])))
    return markdown(("stage", *(f"{run['documents']:,}" for run in runs), "time ~ n^"), rows)


def speeds_table(speeds: Sequence[Speed], against: Mapping[str, str], others: Sequence[Speed]) -> str:
    """Our stages, then the others with how many times faster the stage that does the same is."""
    ours = {speed.name: speed for speed in speeds}
    rows = [(speed.name, f"{speed.rate:,.0f}", "") for speed in speeds]
    for other in others:
        counterpart = ours.get(against.get(other.name, ""))
        times = f"{counterpart.name} is {counterpart.rate / other.rate:,.0f} times as fast" if counterpart else ""
        rows.append((other.name, f"{other.rate:,.1f}", times))
    return markdown(("reader", "kB per CPU second", "ratio"), rows)


def causes_table(runs: Sequence[Mapping[str, Any]]) -> str:
    """Wrong reports by the look-alike they fell for, and known conflicts not found by their cause."""
    rows = [
        (f"{run['documents']:,}", kind, ", ".join(f"{cause} {count}" for cause, count in run[key].items()) or "none")
        for run in runs
        for kind, key in (("reported wrongly", "wrong"), ("not found", "missed"))
    ]
    return markdown(("documents", "", "by cause"), rows)


def number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "–"
