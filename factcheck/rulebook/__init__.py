"""The rulebook: rules as data, the conditions and formulas they are made of, and their pages.

>>> from factcheck.rulebook import Applies
>>> Applies(measure=("deaths",)).narrowness > Applies().narrowness
True
"""

from factcheck.rulebook.load import contents, rule_cards, rules_in_force
from factcheck.rulebook.rule import Applies, Condition, Example, Passage, Rule, Rung

__all__ = ["Applies", "Condition", "Example", "Passage", "Rule", "Rung", "contents", "rule_cards", "rules_in_force"]
