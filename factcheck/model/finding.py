"""What comparing finds, and the report that writers turn into text.

>>> Reason("measure", "territory = territory", 31).weight
31
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from factcheck.model.claim import Claim, Reading
from factcheck.model.period import TimeInterval
from factcheck.model.problem import Problem
from factcheck.model.quantity import Quantity

Verdict = Literal["agree", "compatible", "superseded", "conflict", "incomparable"]
Severity = Literal["error", "warning", "note"]
ConflictClass = Literal[
    "contradiction",
    "arithmetic",
    "order",
    "unit-slip",
    "magnitude-slip",
    "dispute",
    "off-by-one",
    "period",
    "basis",
    "revision",
    "rounding",
]
Status = Literal["new", "baseline", "waived"]
MILDER = "milder"
"""The step of a reason that lowered the severity; it says nothing for one fact or against it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence that two claims are about the same fact.

    ``weight`` is an integer in tenths of a logit; ``level`` the comparison level it is of; ``plain`` says it to a
    reader who knows nothing of levels, "" where only ``explain`` has a use for it.
    """

    step: str
    detail: str
    weight: int = 0
    level: str = ""
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Computed:
    """A side that was computed: the formula's name and the inputs as quoted."""

    formula: str
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's verdict on two claims, or on a claim and what can be recomputed (``right`` then is None).

    Of a computed side, ``quantity`` or ``time`` is its value where it is one, ``sources`` the claims it was computed
    from. ``milder`` says why its severity was lowered beyond what its own pair gives.
    """

    rule_id: str
    verdict: Verdict
    conflict_class: ConflictClass
    severity: Severity
    left: Claim
    right: Claim | None
    rung: str
    detail: str
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()
    computed: Computed | None = None
    quantity: Quantity | None = None
    time: TimeInterval | None = None
    sources: tuple[Claim, ...] = ()
    milder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One value of a fact and every claim that states it, in the order of the documents.

    The claims of an agreement may be decoded as they are asked for.
    """

    text: str
    quantity: Quantity | None
    time: TimeInterval | None
    claims: Sequence[Claim]
    computed: Computed | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact whose claims take incompatible positions. ``id`` is stable under changes of line numbers.

    ``factors`` takes values in each unit of the positions to one common unit, for drawing them along one axis; empty
    when all have the same unit. A unit that is not named cannot be drawn beside the others. ``judged`` holds the claim
    ids of the pair whose evidence and verdict are told; the other claims agree with one of the two.
    """

    id: str
    rule: str
    severity: Severity
    conflict_class: ConflictClass
    confidence: float
    subject: str
    message: str
    positions: tuple[Position, ...]
    why: tuple[Reason, ...]
    settle: str = ""
    status: Status = "new"
    reason: str = ""
    judged: tuple[str, ...] = ()
    factors: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Agreement:
    subject: str
    position: Position


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read and compared, and what was not and why. ``not_compared`` maps a reason to a number of pairs,
    claims, mentions or blocks; ``rules`` maps rule ids to the number of pairs judged."""

    documents: int
    mentions: int
    claims: int
    facts: int
    compared_pairs: int
    not_compared: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, int] = field(default_factory=dict)
    skipped_files: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of a ladder as it was tried for a pair.

    ``failed`` are the conditions that kept it from holding, with what they measured; ``almost`` says that only one did,
    or that the measure missed its bound by little.
    """

    verdict: Verdict
    words: str
    held: bool
    almost: bool = False
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What a report says of a rule that was in force: enough for a reader who has no rule pack at hand.

    ``ladder`` holds its rungs in words, in order, as findings name them.
    """

    id: str
    name: str
    severity: Severity
    summary: str = ""
    why: str = ""
    ladder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a writer needs. ``documents`` carries the document cards (their claims may be dropped).

    ``rules`` are the cards of the rules in force, ``tool_version`` the version that made the report.
    """

    coverage: Coverage
    documents: tuple[Reading, ...]
    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]
    problems: tuple[Problem, ...]
    notices: tuple[str, ...] = ()
    rules: tuple[RuleCard, ...] = ()
    tool_version: str = ""
