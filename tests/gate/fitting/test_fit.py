"""The fit: that it learns what rows say, is held by its strength, leaves vetoes and rare levels, and reads pairs."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.match import Weights, load_weights
from tests.gate.fitting.fit import VETO, Model, Option, Row, across_folds, f1, fitted, log_loss, main, model_of, rows_of

START = np.array([0.0, 0.0, -100.0])
MODEL = Model(("words=same", "words=other", "veto=yes"), START, np.array([False, False, True]))
ROWS = [
    *[Row((Option(0.0, (0,)), Option(-5.0, (1, 2))), True)] * 9,
    Row((Option(0.0, (0,)),), False),
    *[Row((Option(0.0, (1,)),), False)] * 9,
    Row((Option(0.0, (1,)),), True),
]


def test_levels_come_to_weigh_their_log_odds() -> None:
    weights = fitted(MODEL, ROWS, 1e-6)
    assert weights[:2] / 10 == pytest.approx([np.log(9), -np.log(9)], abs=0.01)


@given(st.floats(0.01, 50), st.floats(1.5, 20))
def test_strength_holds_and_vetoes_stay(strength: float, more: float) -> None:
    weights, held = fitted(MODEL, ROWS, strength), fitted(MODEL, ROWS, strength * more)
    assert np.abs(held - START).sum() <= np.abs(weights - START).sum() + 1e-6
    assert weights[2] == START[2]


@given(st.floats(0.01, 50))
def test_a_fit_never_foretells_its_own_rows_worse(strength: float) -> None:
    assert log_loss(MODEL, fitted(MODEL, ROWS, strength), ROWS) <= log_loss(MODEL, START, ROWS) + 1e-9


def test_folds_are_told_by_weights_that_did_not_see_them() -> None:
    before, after = across_folds(MODEL, ROWS, None, 5.0), across_folds(MODEL, ROWS, 1.0, 5.0)
    assert after[0] < before[0]
    assert after[1] > before[1]


def test_f1_counts_what_is_told() -> None:
    assert f1(np.array([20.0, -20.0, 0.0]), ROWS, 5.0) == pytest.approx(0.9)


def test_rare_levels_and_vetoes_are_not_fitted() -> None:
    weights = Weights(-10, 28, 6, {"words": {"same": 4, "other": 2}, "veto": {"yes": -VETO}})
    model = model_of(weights, [[("words", "same"), ("veto", "yes")]] * 5 + [[("words", "other")]] * 4)
    assert dict(zip(model.levels, model.fixed.tolist(), strict=True)) == {
        "words=same": False, "words=other": True, "veto=yes": True,
    }  # fmt: skip


PAIRS = [
    ("The Tarvik blast killed 12 people.", "The Tarvik blast killed 31 people.", "conflict"),
    ("The Alma bridge is 400 metres long.", "The Alma bridge is 400 metres long.", "consistent"),
    ("The Alma bridge is 400 metres long.", "The Brell is deep.", "unrelated"),
]
LABELLED = [{"id": str(at), "a": a, "b": b, "label": label} for at, (a, b, label) in enumerate(PAIRS)]


def test_rows_are_pairs_that_could_be_conflicts() -> None:
    model, (row,) = rows_of(LABELLED, load_weights())
    (option,) = row.options
    assert row.conflict
    assert {"subject=same", "modifiers=none"} & {model.levels[at] for at in option.levels}


def test_the_command_says_what_it_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own.jsonl").write_text("\n".join(map(json.dumps, LABELLED * 5)), encoding="utf-8")
    assert main([str(tmp_path), "--strength", "3"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("15 pairs, 5 with two claims that could contradict each other\n5 of them conflicts")
    assert "| as they are |" in told
