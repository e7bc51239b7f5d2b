"""Why claims were held to be one fact, in one line, and what the rule said of them.

>>> from factcheck.model import Reason
>>> evidence_line((Reason("measure", "tolls", 12), Reason("names", "Lorvik", 6), Reason("time", "other day", -4)))
'measure: tolls (+1.2); names: Lorvik (+0.6); against it time: other day (-0.4)'
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Conflict, Reason
from factcheck.writers.neutralise import one_line

JUDGED = "judged"
"""The step that names the rung of the rule's ladder which held; it is a verdict, not evidence."""

STRONGEST = 4


def evidence_of(conflict: Conflict) -> tuple[Reason, ...]:
    return tuple(reason for reason in conflict.why if reason.step != JUDGED)


def verdict_of(conflict: Conflict) -> str:
    """The rung that held, with its detail; "" where a rule has no ladder."""
    return "; ".join(one_line(reason.detail) for reason in conflict.why if reason.step == JUDGED)


def difference_of(conflict: Conflict) -> str:
    """The verdict for a reader who does not know the ladder: its last rung says nothing by itself."""
    return verdict_of(conflict).removeprefix("otherwise").removeprefix(": ")


def evidence_line(reasons: Sequence[Reason], limit: int = STRONGEST) -> str:
    """The strongest evidence for one fact, then the strongest against; the rest is left to ``explain``."""
    speaking = sorted(reasons, key=lambda reason: -reason.weight)
    parts = [reason_words(reason) for reason in speaking if reason.weight >= 0][:limit]
    against = [f"against it {reason_words(reason)}" for reason in speaking[-1:] if reason.weight < 0]
    return "; ".join(parts + against)


def reason_words(reason: Reason) -> str:
    """Step, detail and weight in logits, which is left out where there is none."""
    weight = f" ({reason.weight / 10:+.1f})" if reason.weight else ""
    return f"{one_line(reason.step.replace('_', ' '))}: {one_line(reason.detail)}{weight}"
