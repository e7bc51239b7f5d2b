"""How far the shown confidence can be trusted: what was predicted, by bin, against the share that was right.

``python -m tests.gate.reliability.measure FOLDER`` reads the labelled pairs in FOLDER/*.jsonl (``id, a, b, label``, in
which the label "conflict" says that the two texts contradict each other; ``date_a`` and ``date_b`` where known), checks
each pair as a story of its own, and prints the table of each file with the monotone map that would fit it best.

>>> [round(each, 2) for _, each in fitted([(0.6, True), (0.7, False), (0.9, True)])]
[0.5, 0.5, 1.0]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from factcheck.comparing.compare import CompareOptions, compare
from factcheck.model import Document, PositionMap, Reading
from factcheck.pipeline import read_passage
from factcheck.rulebook import rules_in_force

Judged = tuple[float, bool]
"""The confidence of a report and whether it was right."""

EDGES = (0.0, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass(frozen=True, slots=True)
class Bin:
    """Reports of a confidence from ``low`` up to ``high``: how many, what they said on average, how many were right."""

    low: float
    high: float
    number: int
    predicted: float
    observed: float

    def row(self) -> str:
        span = f"{self.low:.2f} to {min(self.high, 1.0):.2f}"
        return f"| {span} | {self.number} | {self.predicted:.2f} | {self.observed:.2f} |"


def reliability(judged: Iterable[Judged], edges: Sequence[float] = EDGES) -> tuple[Bin, ...]:
    """The bins that have reports, from low to high confidence."""
    known = list(judged)
    bins = []
    for low, high in pairwise(edges):
        here = [(confidence, right) for confidence, right in known if low <= confidence < high]
        if here:
            predicted = sum(confidence for confidence, _ in here) / len(here)
            bins.append(Bin(low, high, len(here), predicted, sum(right for _, right in here) / len(here)))
    return tuple(bins)


def error(bins: Iterable[Bin]) -> float:
    """The expected calibration error (Naeini et al. 2015): how far bins are off, weighed by their reports."""
    known = tuple(bins)
    total = sum(each.number for each in known)
    return sum(each.number * abs(each.predicted - each.observed) for each in known) / total if total else 0.0


def fitted(judged: Iterable[Judged]) -> list[tuple[float, float]]:
    """The monotone map from confidence to the share right that fits best: isotonic regression by pooling neighbours
    that are the wrong way round (Ayer et al. 1955). One entry for each confidence met, rising."""
    pools: list[tuple[float, int, list[float]]] = []
    for confidence, right in sorted(judged):
        pools.append((float(right), 1, [confidence]))
        while len(pools) > 1 and (pools[-2][0] / pools[-2][1] >= pools[-1][0] / pools[-1][1] or _same(pools)):
            right_then, number, ends = pools.pop()
            before = pools.pop()
            pools.append((before[0] + right_then, before[1] + number, [*before[2], *ends]))
    found = {confidence: rights / number for rights, number, ends in pools for confidence in ends}
    return sorted(found.items())


def _same(pools: Sequence[tuple[float, int, list[float]]]) -> bool:
    return pools[-2][2][-1] == pools[-1][2][0]


def judged_pairs(rows: Iterable[dict[str, Any]]) -> Iterator[Judged]:
    """For every error and warning on a labelled pair its confidence, and whether the pair is a conflict."""
    rules = rules_in_force(())
    for row in rows:
        readings = [_read(side, row[side], row.get(f"date_{side}")) for side in ("a", "b")]
        found = compare(readings, rules, CompareOptions(group_by="pair")).conflicts
        for conflict in found:
            if conflict.severity != "note" and len(_documents(conflict.positions)) > 1:
                yield conflict.confidence, row["label"] == "conflict"


def _documents(positions: Sequence[Any]) -> set[str]:
    return {claim.citation.doc_id for position in positions for claim in position.claims}


def _read(name: str, text: str, published: str | None) -> Reading:
    document = Document(name, name, text, PositionMap.of_text(text), published=published)
    return replace(read_passage(document), metadata=(("pair", "one"),))


def table(judged: Iterable[Judged]) -> str:
    bins = reliability(judged)
    head = ("| confidence | reports | predicted | right |", "|---|---|---|---|")
    return "\n".join((*head, *(each.row() for each in bins), f"expected calibration error {error(bins):.3f}"))


def main(arguments: Sequence[str]) -> int:
    (folder,) = arguments
    for path in sorted(Path(folder).glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        judged = list(judged_pairs(rows))
        print(f"{path.name}: {len(rows)} pairs\n{table(judged)}")
        print("fits best:", ", ".join(f"{one:.2f} → {other:.2f}" for one, other in fitted(judged)), "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
