"""The rulebook: rules as data, the conditions and formulas they are made of, and their pages.

>>> from factcheck.rulebook import Applies
>>> Applies(measure=("deaths",)).narrowness > Applies().narrowness
True
"""

from factcheck.rulebook.load import rule_cards, rules_in_force
from factcheck.rulebook.rule import Applies, Condition, Example, Passage, Rule, Rung

__all__ = ["Applies", "Condition", "Example", "Passage", "Rule", "Rung", "rule_cards", "rules_in_force"]
