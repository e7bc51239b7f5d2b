"""Why a verdict weighs less than its rule gives it: every doubt that lowered its severity, in words.

>>> from factcheck.comparing.judge.severity import PAST
>>> Reason(MILDER, PAST).weight
0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.comparing.claim_columns import ClaimColumns
from factcheck.comparing.judge.severity import COUNTED_ON, causes, counted_on
from factcheck.comparing.match.score import Match, doubts_of
from factcheck.model import Finding, Reason
from factcheck.model.finding import MILDER, Severity
from factcheck.rulebook import Rule

_OF_CLAIMS = (
    "doc", "kind", "measure", "published", "dated", "history", "running", "settled", "restates",
)  # fmt: skip


def doubts_on(pairs: pd.DataFrame, claims: ClaimColumns) -> Mapping[tuple[int, int], tuple[str, ...]]:
    """What speaks for a milder severity beside the words of the claims, for each pair (rows ``left``, ``right`` of the
    claims table, with its flags and its ``confidence``)."""
    flags = pairs.drop(columns=[name for name in pairs if str(name).startswith(("left_", "right_"))])
    wide = claims.pairs(flags, _OF_CLAIMS)
    found: dict[str, NDArray[np.bool_]] = {**causes(wide), COUNTED_ON: counted_on(wide)}
    ends = zip(wide["left"].tolist(), wide["right"].tolist(), strict=True)
    return {
        end: tuple(words for words, mask in found.items() if mask[number])
        for number, end in enumerate(ends)
        if any(mask[number] for mask in found.values())
    }


def severity_of_rule(finding: Finding, rules: Sequence[Rule]) -> Severity:
    """The severity that the rule gives the rung that held; that of the finding where the rule has no such rung."""
    for rule in rules:
        if rule.id == finding.rule_id:
            held = next((rung for rung in rule.ladder if rung.words == finding.rung), None)
            return finding.severity if held is None else rule.severity_of(held)
    return finding.severity


def milder_by(finding: Finding, full: Severity, match: Match, doubts: Sequence[str]) -> tuple[Reason, ...]:
    """Why a finding is milder than ``full``; () if it is not."""
    if finding.severity == full:
        return ()
    return tuple(Reason(MILDER, words) for words in (*doubts, *doubts_of(match)))
