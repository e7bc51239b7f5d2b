"""Why claims were held to be one fact, in one line of plain words, and what the rule said of them.

>>> from factcheck.model import Reason
>>> line_of((Reason("verb", "sink", 6, "same", "both say “sink”"), Reason("time", "–", -6, "days_apart", "days apart")))
'both say “sink”; against it: days apart'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Claim, Conflict, Reason, Report, RuleCard
from factcheck.model.finding import MILDER
from factcheck.writers.neutralise import one_line
from factcheck.writers.wording import implied_words, stated_words

JUDGED = "judged"
"""The step that names the rung of the rule's ladder which held; it is a verdict, not evidence."""

STRONGEST = 3
WORTH_SAYING = -6
"""Evidence against, in tenths of a logit, from which on it is told: a little of it stands against every pair."""
# Features that say much the same to a reader: only the stronger is told.
_TOPICS = {"near": "context", "names": "subject", "person": "subject"}


def evidence_of(conflict: Conflict) -> tuple[Reason, ...]:
    return tuple(reason for reason in conflict.why if reason.step not in (JUDGED, MILDER))


def milder_of(conflict: Conflict) -> dict[str, str]:
    """Why a conflict is no error, under what it is said as ("only a warning"); {} where nothing lowered it."""
    doubts = [one_line(reason.detail) for reason in conflict.why if reason.step == MILDER]
    return {f"only a {conflict.severity}": "; ".join(doubts)} if doubts and conflict.severity != "error" else {}


def verdict_of(conflict: Conflict) -> str:
    """The rung that held, with its detail; "" where a rule has no ladder."""
    return "; ".join(one_line(reason.detail) for reason in conflict.why if reason.step == JUDGED)


def difference_of(conflict: Conflict) -> str:
    """What the positions allow beside each other, in their order; where that tells them not apart, the verdict."""
    rung, _, values = verdict_of(conflict).partition(": ")
    stated = [position for position in conflict.positions if position.computed is None]
    allowed = [_said(position.claims[0]) for position in stated]
    if 1 < len(allowed) <= STRONGEST and len(set(allowed)) == len(allowed) == len(conflict.positions):
        return " against ".join(one_line(words) for words in allowed)
    return values or rung.removeprefix("otherwise")


def _said(claim: Claim) -> str:
    """What a claim allows; what it states where that is one plain value, which nobody takes for an interval."""
    quantity = claim.quantity
    plain = quantity is not None and quantity.hedge is None and quantity.stated.is_point
    return stated_words(claim) if plain else implied_words(claim)


def why_line(conflict: Conflict, rules: Mapping[str, RuleCard]) -> str:
    """Why the places were held to be one fact; for a computed side, what the rule says of such a sum."""
    if any(position.computed for position in conflict.positions) and conflict.rule in rules:
        return one_line(rules[conflict.rule].summary)
    return line_of(evidence_of(conflict))


def line_of(reasons: Sequence[Reason], limit: int = STRONGEST) -> str:
    """The strongest evidence for one fact, then the strongest against; the rest is left to ``explain``.

    Weights are left out: who wants them asks ``explain``. Evidence without plain words is told as it is if there is no
    other.
    """
    speaking = sorted(reasons, key=lambda reason: -reason.weight)
    plain = [reason for reason in speaking if reason.plain]
    words: dict[str, str] = {}
    for reason in plain:
        if reason.weight > 0:
            words.setdefault(_TOPICS.get(reason.step, reason.step), one_line(reason.plain))
    parts = list(words.values())[:limit] or [reason_words(each) for each in speaking if each.weight >= 0][:limit]
    against = [f"against it: {one_line(reason.plain)}" for reason in plain[-1:] if reason.weight <= WORTH_SAYING]
    return "; ".join(parts + against)


def reason_words(reason: Reason) -> str:
    return f"{one_line(reason.step.replace('_', ' '))}: {one_line(reason.detail)}"


def rules_of(report: Report) -> dict[str, RuleCard]:
    return {card.id: card for card in report.rules}
