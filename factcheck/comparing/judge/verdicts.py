"""Ladders over a table of pairs: the first rung that holds gives the verdict.

>>> ORDER.index("agree") < ORDER.index("conflict")
True
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.comparing.judge.detail import details
from factcheck.comparing.judge.enrich import enriched
from factcheck.comparing.judge.narrow import NO_RULE, any_holds, choose
from factcheck.comparing.judge.severity import LEVELS, doubts, highest
from factcheck.rulebook.rule import Rule

ORDER = ("agree", "compatible", "superseded", "conflict")
"""Verdicts from harmless to harmful; ``incomparable`` stands outside."""

ADDED = ("rule", "verdict", "rung", "conflict_class", "severity", "detail")
_UNJUDGED = {
    "rule": "",
    "verdict": "incomparable",
    "rung": "no rule applies",
    "conflict_class": "contradiction",
    "severity": "note",
    "detail": "no rule applies",
}


def judge(pairs: pd.DataFrame, rules: Sequence[Rule]) -> pd.DataFrame:
    """The pairs, in their order, with ``rule, verdict, rung, conflict_class, severity, detail``.

    One rule per pair, the narrowest that applies (see ``Applies.narrowness``); only rules that compare are asked. A
    pair without a rule is ``incomparable``. ``pairs`` has the columns of the claims table as ``left_…`` and
    ``right_…``, and may have ``confidence``.
    """
    comparing = tuple(rule for rule in rules if rule.check == "compare")
    return judge_by(pairs, comparing)


def judge_by(pairs: pd.DataFrame, rules: Sequence[Rule], chosen: NDArray[np.int64] | None = None) -> pd.DataFrame:
    """As ``judge``, by exactly these rules, whatever their check; ``chosen`` says by which of them each pair is
    judged, else the narrowest that applies."""
    added = {name: np.full(len(pairs), _UNJUDGED[name], dtype=object) for name in ADDED}
    wide = enriched(pairs)
    chosen = choose(wide, rules) if chosen is None else chosen
    lower, top = doubts(wide), highest(wide)
    for number, rule in enumerate(rules):
        rows = np.flatnonzero(chosen == number)
        if len(rows):
            _climb(wide, rows, rule, lower, top, added)
    judged = pairs.assign(**{name: pd.Series(values, index=pairs.index, dtype="str") for name, values in added.items()})
    judged["detail"] = pd.Series(details(wide, judged), index=pairs.index, dtype="str")
    return judged


def _climb(
    pairs: pd.DataFrame, rows: np.ndarray, rule: Rule, lower: np.ndarray, top: np.ndarray, added: dict[str, np.ndarray]
) -> None:
    """Give every row the verdict of the first rung that holds for it."""
    left = rows
    for rung in rule.ladder:
        if not len(left):
            return
        holds = any_holds(pairs.iloc[left], rung.when)
        here, left = left[holds], left[~holds]
        base = LEVELS.index(rule.severity_of(rung))
        added["rule"][here] = rule.id
        added["verdict"][here] = rung.verdict
        added["rung"][here] = rung.words
        added["detail"][here] = rung.words
        added["conflict_class"][here] = rule.class_of(rung)
        level = np.minimum(np.maximum(base + lower[here], top[here]), len(LEVELS) - 1)
        added["severity"][here] = np.array(LEVELS, dtype=object)[level]


__all__ = ["ADDED", "NO_RULE", "ORDER", "judge", "judge_by"]
