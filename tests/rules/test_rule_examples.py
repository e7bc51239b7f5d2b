"""Every rule's examples, through the real reading: each says what it should, and every rung is reached by one."""

import pytest

from factcheck.comparing.judge.example import judge_example
from factcheck.pipeline import read_passage
from factcheck.rulebook import rules_in_force
from factcheck.rulebook.examples import run_examples

RULES = rules_in_force()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_of_a_rule(rule):
    outcomes = list(
        run_examples((rule,), read_passage, lambda one, _, left, right: judge_example(one, RULES, left, right))
    )
    assert [outcome.words for outcome in outcomes if not outcome.passed] == []
    verdicts = {outcome.came for outcome in outcomes}
    assert "conflict" in verdicts
    assert verdicts & {"agree", "compatible", "incomparable"}
