"""A rule as the rest of the program sees it: frozen records, made by ``rulebook.load`` from one YAML file each.

>>> Condition("gap", "<= 2 %").words
'gap <= 2 %'
>>> Rung("agree", ((Condition("values", "overlap"), Condition("role", "same")),)).words
'values overlap and role same'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from factcheck.model.finding import ConflictClass, Severity, Verdict

Check = Literal["compare", "recompute", "order", "fact", "whole"]
Argument = str | float | bool | tuple[str, ...]

SEVERITY_OF_CLASS: Mapping[ConflictClass, Severity] = {
    "contradiction": "error",
    "arithmetic": "error",
    "order": "error",
    "unit-slip": "error",
    "magnitude-slip": "error",
    "dispute": "warning",
    "off-by-one": "warning",
    "period": "warning",
    "basis": "warning",
    "revision": "note",
    "rounding": "note",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A named predicate over the pair table and what it is asked; the module is ``rulebook/conditions/<name>.py``."""

    name: str
    argument: Argument

    @property
    def words(self) -> str:
        argument = ", ".join(self.argument) if isinstance(self.argument, tuple) else str(self.argument).lower()
        return f"{self.name.replace('_', ' ')} {argument}"


AnyOf = tuple[tuple[Condition, ...], ...]
"""Alternatives, each a tuple of conditions that must all hold. Empty: always."""


def in_words(alternatives: AnyOf) -> str:
    """``a and b, or c``; ``otherwise`` when nothing is asked."""
    if not alternatives:
        return "otherwise"
    return ", or ".join(" and ".join(condition.words for condition in group) for group in alternatives)


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder: the verdict if ``when`` holds. ``conflict_class`` and ``severity`` None: the rule's own
    for a conflict, else what the verdict says by itself (see ``Rule.class_of``)."""

    verdict: Verdict
    when: AnyOf
    conflict_class: ConflictClass | None = None
    severity: Severity | None = None

    @property
    def words(self) -> str:
        return in_words(self.when)


@dataclass(frozen=True, slots=True)
class Applies:
    """Which pairs a rule judges: an empty key asks nothing, a filled one must hold of both sides.

    ``across`` names two kinds, one for each side in either order. ``when`` holds conditions on the pair itself.
    """

    measure: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    dimension: tuple[str, ...] = ()
    across: tuple[str, str] | None = None
    when: AnyOf = ()

    @property
    def narrowness(self) -> tuple[bool, int, int, int]:
        """Sorts rules from wide to narrow.

        In this order: whether something is asked of the pair itself (a slip); how many keys are filled; how telling
        the most telling of them is (measure, then role, across, dimension, kind); how few values they list. Of two
        rules that apply, the one with the greater narrowness judges; of equals, the one with the lower id.
        """
        keys = (self.kind, self.dimension, self.across or (), self.role, self.measure)
        filled = [rank for rank, key in enumerate(keys) if key]
        return bool(self.when), len(filled), max(filled, default=-1), -sum(len(key) for key in keys)


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of an example, or the text of an arithmetic one."""

    text: str
    published: str | None = None
    title: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """What a rule must say. Two passages for ``compare`` and ``fact``, one (``left``) for arithmetic and order."""

    expect: Verdict
    left: Passage
    right: Passage | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a pack. ``inputs`` are options of the formula; ``path`` and ``line`` say where it was written."""

    id: str
    name: str
    check: Check
    conflict_class: ConflictClass
    severity: Severity
    summary: str
    why: str
    message: str
    applies: Applies = Applies()
    formula: str = ""
    inputs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ladder: tuple[Rung, ...] = ()
    false_positives: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    known_gaps: tuple[Example, ...] = ()
    path: str = ""
    line: int = 0

    def class_of(self, rung: Rung) -> ConflictClass:
        if rung.conflict_class is not None:
            return rung.conflict_class
        if rung.verdict == "superseded":
            return "revision"
        return "rounding" if rung.verdict == "compatible" else self.conflict_class

    def severity_of(self, rung: Rung) -> Severity:
        """The severity at full confidence."""
        if rung.severity is not None:
            return rung.severity
        if rung.verdict != "conflict":
            return "note"
        return self.severity if rung.conflict_class is None else SEVERITY_OF_CLASS[rung.conflict_class]


def narrowest_first(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Rules in the order in which they are asked.

    >>> wide = Rule("FC101", "a", "compare", "contradiction", "error", "", "", "")
    >>> narrow = Rule("FC110", "b", "compare", "contradiction", "error", "", "", "", Applies(measure=("deaths",)))
    >>> [rule.id for rule in narrowest_first((wide, narrow))]
    ['FC110', 'FC101']
    """
    by_id = sorted(rules, key=lambda rule: rule.id)
    return tuple(sorted(by_id, key=lambda rule: rule.applies.narrowness, reverse=True))
