"""The precision figure, recomputed from a made-up report and labels."""

import json
from pathlib import Path

import pytest

from tests.gate.precision.measure import VERDICTS, main, precision

LABELS = [
    {"id": "fc-1", "rule": "FC101", "tree": "harbour", "verdict": "right"},
    {"id": "fc-2", "rule": "FC101", "tree": "harbour", "verdict": "arguable"},
    {"id": "fc-3", "rule": "FC201", "tree": "harbour", "verdict": "wrong"},
    {"id": "fc-1", "rule": "FC101", "tree": "mill", "verdict": "wrong"},
]


def test_only_labelled_reports_count():
    found = {"harbour": ["fc-1", "fc-2", "fc-9"], "mill": ["fc-1", "fc-3"]}
    assert precision(LABELS, found) == {
        "right": pytest.approx(1 / 3),
        "right_or_arguable": pytest.approx(2 / 3),
        "labelled": 3,
        "unlabelled": 2,
    }


def test_nothing_labelled_gives_no_precision():
    assert precision((), {"harbour": ["fc-1"]})["right"] == 0.0


def test_an_unknown_verdict_is_refused():
    with pytest.raises(ValueError, match="perhaps"):
        precision([{"id": "fc-1", "tree": "mill", "verdict": "perhaps"}], {})


def test_the_command_reads_reports_and_labels(tmp_path, capsys):
    labels, report = tmp_path / "labels.jsonl", tmp_path / "harbour.json"
    labels.write_text("".join(json.dumps(label) + "\n" for label in LABELS), encoding="utf-8")
    conflicts = [{"id": "fc-1", "severity": "error"}, {"id": "fc-3", "severity": "warning"}]
    report.write_text(json.dumps({"conflicts": conflicts}), encoding="utf-8")
    assert main([str(labels), "error", f"harbour={report}"]) == 0
    assert json.loads(capsys.readouterr().out)["right"] == 1.0


@pytest.mark.parametrize("labels", sorted(Path(__file__).parent.glob("labels-*.jsonl")), ids=lambda path: path.stem)
def test_the_labels_are_whole(labels):
    rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    assert rows
    for label in rows:
        assert set(label) == {"id", "rule", "tree", "verdict"}
        assert label["verdict"] in VERDICTS
