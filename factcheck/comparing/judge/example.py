"""What a rule says of one of its own examples, once the passages have been read.

>>> judge_example.__name__
'judge_example'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from factcheck.comparing.judge.arithmetic import recompute
from factcheck.comparing.judge.truth import judge_facts
from factcheck.comparing.judge.verdicts import judge, judge_by
from factcheck.comparing.judge.wholes import derived, judge_derived
from factcheck.comparing.table import COLUMNS, claims_table
from factcheck.model import Claim, Reading
from factcheck.rulebook.examples import Said
from factcheck.rulebook.facts import Fact
from factcheck.rulebook.rule import Rule

_ALIKE = (("measure", 8), ("kind", 4), ("noun", 2), ("role", 1))
"""How the pair that an example means is told from the other pairs of its two passages."""

_VALUE = ("lo", "hi", "stated_lo", "stated_hi", "clock_lo", "clock_hi", "timex", "begins_lo", "begins_hi")
_BLANK: Mapping[str, object] = {"float64": np.nan, "bool": False, "str": "", "int64": 0}


def judge_example(rule: Rule, rules: Sequence[Rule], left: Reading, right: Reading | None) -> Said:
    """The verdict on the pair of claims that the two passages are about, or on what one passage computes.

    The pair must be one that this rule judges among all ``rules``. A side without any claim has no value.
    """
    if right is None:
        return _computed(rule, left)
    if rule.check == "fact":
        return _held_to_fact(rule, rules, left, right)
    if rule.check == "whole":
        return _share_of_whole(rule, left, right)
    cards = {left.doc_id: left, right.doc_id: right}
    if not left.claims or not right.claims:
        return _one_sided(rule, (*left.claims, *right.claims), cards, left_missing=not left.claims)
    pairs = _cross(claims_table((*left.claims, *right.claims), cards), len(left.claims))
    judged = judge(pairs, rules)
    mine = judged[judged["rule"] == rule.id]
    if mine.empty:
        others = ", ".join(sorted(set(judged["rule"]) - {""})) or "no rule"
        return Said("nothing", trouble=f"judged by {others} instead")
    alike = sum((mine[f"left_{name}"] == mine[f"right_{name}"]).astype("int64") * weight for name, weight in _ALIKE)
    best = mine.iloc[int(np.argmax(alike))]
    return _said(rule, str(best["verdict"]), str(best["rung"]))


def _computed(rule: Rule, reading: Reading) -> Said:
    verdicts = {finding.verdict for finding in recompute(reading.claims, (rule,))}
    if "conflict" in verdicts:
        return Said("conflict")
    return Said("agree" if verdicts else "incomparable")


def _held_to_fact(rule: Rule, rules: Sequence[Rule], left: Reading, right: Reading) -> Said:
    """The left passage is the sentence of a fact, about its own subject."""
    if len(left.claims) != 1:
        return Said("nothing", trouble=f"the fact has {len(left.claims)} values")
    fact = Fact("example", left.claims[0].citation.sentence, left.claims[0])
    cards = {left.doc_id: left, right.doc_id: right}
    if not right.claims:
        return _one_sided(rule, left.claims, cards, left_missing=False)
    judged = judge_facts((fact,), right.claims, cards, rules)
    mine = judged[judged["rule"] == rule.id] if len(judged) else judged
    if not len(mine):
        others = ", ".join(sorted(set(judged["rule"]))) if len(judged) else "no rule"
        return Said("nothing", trouble=f"judged by {others} instead")
    return _said(rule, str(mine.iloc[0]["verdict"]), str(mine.iloc[0]["rung"]))


def _share_of_whole(rule: Rule, left: Reading, right: Reading) -> Said:
    """The left passage is the sentence of a constant, the right one holds a share and an absolute figure."""
    if len(left.claims) != 1:
        return Said("nothing", trouble=f"the constant has {len(left.claims)} values")
    whole = Fact("example", left.claims[0].citation.sentence, left.claims[0])
    pairs = tuple(derived((whole,), right.claims))
    judged = judge_derived(pairs, {left.doc_id: left, right.doc_id: right}, (rule,))
    if not len(judged):
        return _said(rule, "incomparable", rule.ladder[0].words)
    return _said(rule, str(judged.iloc[0]["verdict"]), str(judged.iloc[0]["rung"]))


def _cross(table: pd.DataFrame, split: int) -> pd.DataFrame:
    """Every claim of the left passage beside every claim of the right one."""
    left, right = table.iloc[:split], table.iloc[split:]
    return left.add_prefix("left_").merge(right.add_prefix("right_"), how="cross")


def _one_sided(rule: Rule, claims: Sequence[Claim], cards: Mapping[str, Reading], *, left_missing: bool) -> Said:
    nothing = pd.DataFrame([{name: _BLANK[dtype] for name, dtype in COLUMNS.items()}]).astype(COLUMNS)
    known = claims_table(claims, cards).iloc[:1] if claims else nothing
    # The silent side says all that the other does, but for the value.
    blank = known.assign(**{name: nothing[name].iloc[0] for name in _VALUE}).astype(COLUMNS)
    sides = (blank, known) if left_missing else (known, blank)
    pair = _cross(pd.concat([side.reset_index(drop=True) for side in sides], ignore_index=True), 1)
    row = judge_by(pair, (rule,), chosen=np.zeros(1, dtype=np.int64)).iloc[0]
    return _said(rule, str(row["verdict"]), str(row["rung"]))


def _said(rule: Rule, verdict: str, rung: str) -> Said:
    steps: list[tuple[str, str]] = [(step.verdict, step.words) for step in rule.ladder]
    return Said(verdict, steps.index((verdict, rung)) if (verdict, rung) in steps else -1)
