"""Recomputing: what one document states, against what its own figures give.

>>> recompute((), ())
[]
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Claim, Finding
from factcheck.model.finding import Computed
from factcheck.rulebook.computation import Computation
from factcheck.rulebook.registry import formulas
from factcheck.rulebook.rule import Rule


def recompute(claims: Sequence[Claim], rules: Sequence[Rule]) -> list[Finding]:
    """A finding for every claim of one document that a formula reaches: ``agree`` or ``conflict``.

    ``right`` is None; ``computed`` names the formula and quotes its inputs; ``detail`` says what would be right.
    Rules that compare are passed over.
    """
    known = formulas()
    return [
        _finding(rule, computation)
        for rule in rules
        if rule.check in ("recompute", "order")
        for computation in known[rule.formula].compute(claims, rule.inputs)
    ]


def _finding(rule: Rule, computation: Computation) -> Finding:
    return Finding(
        rule_id=rule.id,
        verdict="agree" if computation.agrees else "conflict",
        conflict_class=rule.conflict_class,
        severity="note" if computation.agrees else rule.severity,
        left=computation.claim,
        right=None,
        rung=rule.formula.replace("_", " "),
        detail=computation.expected,
        computed=Computed(rule.formula, tuple(claim.citation.quote for claim in computation.inputs)),
        quantity=computation.quantity,
        time=computation.time,
        sources=computation.inputs,
    )
