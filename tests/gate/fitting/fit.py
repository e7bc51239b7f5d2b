"""What labelled pairs say about the weights of the comparison levels.

``python -m tests.gate.fitting.fit FOLDER [--strength N ...] [--moves N]`` reads the labelled pairs in FOLDER/*.jsonl
(as ``tests.gate.reliability.measure`` does), and prints how well the weights as they are, and weights fitted to the
pairs, foretell which pairs are conflicts: on folds that the fit has not seen. Then come the levels that a fit to all
pairs would move most. ``weights.yaml`` is left for its authors to change.

>>> model = Model(("a=same", "a=differs"), np.array([20.0, -20.0]), np.array([False, False]))
>>> round(log_loss(model, model.weights, [Row((Option(0.0, (0,)),), True), Row((Option(0.0, (1,)),), False)]), 3)
0.127
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.block import blocks_of
from factcheck.comparing.compare import places_of
from factcheck.comparing.corpus import gathered
from factcheck.comparing.match import Match, Matcher, Weights, load_weights
from factcheck.comparing.weighing import weighed
from factcheck.model import Document, PositionMap, Reading
from factcheck.pipeline import read_passage
from factcheck.rulebook import Rule, rules_in_force

Floats = NDArray[np.float64]

VETO = 45
"""Levels that weigh as much as this, either way, decide by themselves and are not fitted."""
SEEN = 5
"""Levels met in fewer rows stay as they are."""
FOLDS = 5
STEPS = 20
DAMPED = 0.5
"""The share of a step of Newton's that is taken, since the options chosen change on the way."""


@dataclass(frozen=True, slots=True)
class Option:
    """Two claims that contradict each other, if they are of one fact: the log-odds before evidence, and its levels."""

    prior: float
    levels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled pair of texts: what in it could be the conflict, and whether there is one."""

    options: tuple[Option, ...]
    conflict: bool


@dataclass(frozen=True, slots=True)
class Model:
    """The levels there are ("feature=level"), their weights in tenths of a logit, and which of them are not fitted."""

    levels: tuple[str, ...]
    weights: Floats
    fixed: NDArray[np.bool_]


def model_of(weights: Weights, met: Iterable[Iterable[tuple[str, str]]]) -> Model:
    """The levels of the weights file; ``met`` are the levels of each row, by which the rare ones are told."""
    known = [(feature, level, weight) for feature, row in weights.levels.items() for level, weight in row.items()]
    counts = Counter(level for row in met for level in set(row))
    fixed = [abs(weight) >= VETO or counts[feature, level] < SEEN for feature, level, weight in known]
    names = tuple(f"{feature}={level}" for feature, level, _ in known)
    return Model(names, np.array([float(weight) for _, _, weight in known]), np.array(fixed))


def log_loss(model: Model, weights: Floats, rows: Sequence[Row]) -> float:
    """The mean of −ln p over the rows, in which p is what the likeliest option gives the label."""
    scores = np.array([_best(row, weights)[1] for row in rows]) / 10
    signs = np.array([1.0 if row.conflict else -1.0 for row in rows])
    return float(np.mean(np.logaddexp(0.0, -signs * scores)))


def f1(weights: Floats, rows: Sequence[Row], floor: float) -> float:
    """Of the rows whose likeliest option weighs at least ``floor`` (tenths of a logit)."""
    told = [(bool(_best(row, weights)[1] >= floor), row.conflict) for row in rows]
    right = sum(found and conflict for found, conflict in told)
    return 2 * right / max(1, sum(found for found, _ in told) + sum(conflict for _, conflict in told))


def _best(row: Row, weights: Floats) -> tuple[Option, float]:
    scores = [option.prior + float(weights[list(option.levels)].sum()) for option in row.options]
    at = int(np.argmax(scores))
    return row.options[at], scores[at]


def fitted(model: Model, rows: Sequence[Row], strength: float) -> Floats:
    """The weights under which the labels are likeliest, each held to what it is by ``strength`` (a normal prior).

    Logistic regression by Newton's method on the likeliest option of each row, which is chosen anew in every step.
    """
    moved = np.flatnonzero(~model.fixed)
    labels = np.array([float(row.conflict) for row in rows])
    weights = model.weights.copy()
    for _ in range(STEPS):
        chosen = [_best(row, weights) for row in rows]
        met = np.zeros((len(rows), len(weights)))
        for number, (option, _) in enumerate(chosen):
            met[number, list(option.levels)] = 1.0
        met = met[:, moved]
        likely = 1 / (1 + np.exp(-np.array([score for _, score in chosen]) / 10))
        slope = met.T @ (likely - labels) + strength * (weights - model.weights)[moved] / 10
        curve = (met.T * (likely * (1 - likely))) @ met + strength * np.eye(len(moved))
        weights[moved] -= DAMPED * 10 * np.linalg.solve(curve, slope)
    return weights


def across_folds(model: Model, rows: Sequence[Row], strength: float | None, floor: float) -> tuple[float, float]:
    """Log loss and F1 on folds not seen in the fit; ``strength`` None takes the weights as they are."""
    losses, scores = [], []
    for fold in range(FOLDS):
        seen = [row for number, row in enumerate(rows) if number % FOLDS != fold]
        held = [row for number, row in enumerate(rows) if number % FOLDS == fold]
        weights = model.weights if strength is None else fitted(model, seen, strength)
        losses.append(log_loss(model, weights, held))
        scores.append(f1(weights, held, floor))
    return float(np.mean(losses)), float(np.mean(scores))


def rows_of(labelled: Iterable[Mapping[str, Any]], weights: Weights) -> tuple[Model, list[Row]]:
    """A row for each labelled pair that has two claims which could contradict each other."""
    rules = rules_in_force(())
    found = [(list(_matches(row, weights, rules)), row["label"] == "conflict") for row in labelled]
    found = [(matches, conflict) for matches, conflict in found if matches]
    model = model_of(weights, ([level for match in matches for level in match.levels] for matches, _ in found))
    at = {name: number for number, name in enumerate(model.levels)}

    def option(match: Match) -> Option:
        return Option(match.prior, tuple(at[f"{feature}={level}"] for feature, level in match.levels))

    return model, [Row(tuple(map(option, matches)), conflict) for matches, conflict in found]


def _matches(row: Mapping[str, Any], weights: Weights, rules: Sequence[Rule]) -> Iterator[Match]:
    """The evidence on every two claims of the two texts that pass the gates and contradict each other."""
    readings = [_read(side, row[side], row.get(f"date_{side}")) for side in ("a", "b")]
    corpus = gathered(readings, {"a": "one", "b": "one"}, {}, None)
    blocks = blocks_of(corpus.keys, places_of(corpus, frozenset()))
    matcher = Matcher(corpus.statistics, weights, grouped=True)
    # However little the evidence, the pair is judged.
    all_of_them = replace(matcher, weights=replace(weights, prior=10_000))
    found = weighed(corpus, blocks.left, blocks.right, all_of_them, rules, None)
    conflicts = found.judged[found.judged["verdict"] == "conflict"]
    for left, right in zip(conflicts["left"].tolist(), conflicts["right"].tolist(), strict=True):
        one, other = corpus.looked_at[left], corpus.looked_at[right]
        if one.doc != other.doc:
            yield matcher.match(one, other, int(max(found.crowd[left], found.crowd[right])))


def _read(name: str, text: str, published: str | None) -> Reading:
    return read_passage(Document(name, name, text, PositionMap.of_text(text), published=published))


def report(
    labelled: Sequence[Mapping[str, Any]], strengths: Sequence[float], moves: int, floor: float
) -> Iterator[str]:
    """The table of fits, then the moves of the one that foretells best, if it does better than what there is."""
    model, rows = rows_of(labelled, load_weights())
    yield f"{len(labelled)} pairs, {len(rows)} with two claims that could contradict each other"
    yield f"{sum(row.conflict for row in rows)} of them conflicts; {int((~model.fixed).sum())} levels fitted"
    yield "| weights | log loss | F1 |\n|---|---|---|"
    best: tuple[float, float | None] = (np.inf, None)
    for strength in (None, *strengths):
        loss, score = across_folds(model, rows, strength, floor)
        best = min(best, (loss, strength), key=lambda pair: pair[0])
        name = "as they are" if strength is None else f"fitted, strength {strength:g}"
        yield f"| {name} | {loss:.4f} | {score:.4f} |"
    if best[1] is None:
        yield "No fit foretells folds that it has not seen better than the weights as they are."
        return
    after = fitted(model, rows, best[1])
    order = np.argsort(-np.abs(after - model.weights))[:moves]
    yield f"Fitted to all with strength {best[1]:g}:"
    yield from (f"{model.levels[at]}: {model.weights[at]:.0f} → {after[at]:.0f}" for at in order)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.gate.fitting.fit")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--strength", type=float, nargs="*", default=[1.0, 3.0, 10.0, 30.0])
    parser.add_argument("--moves", type=int, default=20)
    parser.add_argument("--floor", type=float, default=5.0, help="what a pair must weigh to count as told")
    asked = parser.parse_args(arguments)
    lines = (line for path in sorted(asked.folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    labelled = [json.loads(line) for line in lines if line.strip()]
    for line in report(labelled, asked.strength, asked.moves, asked.floor):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
