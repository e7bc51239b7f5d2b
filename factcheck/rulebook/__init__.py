"""The rulebook: rules as data, the conditions and formulas they are made of, and their pages.

>>> from factcheck.rulebook import Applies
>>> Applies(measure=("deaths",)).narrowness > Applies().narrowness
True
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.model import RuleCard
from factcheck.rulebook.rule import Applies, Condition, Example, Passage, Rule, Rung

__all__ = ["Applies", "Condition", "Example", "Passage", "Rule", "Rung", "rule_cards", "rules_in_force"]


def rules_in_force(rules_dirs: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The built-in rules and those of further packs, by id. Raises UserError, with every mistake of every file."""
    from factcheck.rulebook.load import builtin_packs, load_rules

    return load_rules(builtin_packs(), *(Path(folder) for folder in rules_dirs))


def rule_cards(rules: Sequence[Rule]) -> tuple[RuleCard, ...]:
    """What a report says of the rules in force."""
    return tuple(RuleCard(rule.id, rule.name, rule.severity, rule.summary, rule.why.strip()) for rule in rules)
