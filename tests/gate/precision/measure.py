"""How many of the reports at one severity are right, by labels of readers.

``python -m tests.gate.precision.measure LABELS SEVERITY TREE=REPORT.json …`` prints one line of JSON. A line of the
labels has the id of a conflict, its rule, the tree it was found in and the verdict: right, arguable or wrong.

>>> precision([{"id": "fc-1", "tree": "t", "verdict": "right"}], {"t": ["fc-1", "fc-2"]})["right"]
1.0
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

VERDICTS = ("right", "arguable", "wrong")


def reported(report: Mapping[str, Any], severity: str) -> list[str]:
    """The ids of the conflicts of a JSON report at one severity."""
    return [conflict["id"] for conflict in report["conflicts"] if conflict["severity"] == severity]


def precision(labels: Iterable[Mapping[str, str]], found: Mapping[str, Sequence[str]]) -> dict[str, float | int]:
    """Shares of the labelled reports that are right, and right or arguable; how many were labelled and how many not.

    ``found`` maps a tree to the ids reported there. Without a labelled report both shares are 0. Raises ValueError for
    an unknown verdict.
    """
    verdicts: dict[tuple[str, str], str] = {}
    for label in labels:
        if label["verdict"] not in VERDICTS:
            raise ValueError(f"unknown verdict {label['verdict']!r} of {label['id']}")
        verdicts[label["tree"], label["id"]] = label["verdict"]
    given = [verdicts.get((tree, conflict)) for tree, ids in found.items() for conflict in ids]
    counts = Counter(verdict for verdict in given if verdict is not None)
    labelled = counts.total()
    share = {
        "right": counts["right"] / labelled if labelled else 0.0,
        "right_or_arguable": (counts["right"] + counts["arguable"]) / labelled if labelled else 0.0,
    }
    return {**share, "labelled": labelled, "unlabelled": len(given) - labelled}


def main(arguments: Sequence[str]) -> int:
    labels_path, severity, *reports = arguments
    labels = [json.loads(line) for line in Path(labels_path).read_text(encoding="utf-8").splitlines() if line]
    found = {}
    for item in reports:
        tree, _, path = item.partition("=")
        found[tree] = reported(json.loads(Path(path).read_text(encoding="utf-8")), severity)
    print(json.dumps(precision(labels, found)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
