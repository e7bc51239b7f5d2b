"""The packs that come with the program."""

from collections import Counter

import pytest

from factcheck.lexicon.measures import measure_names
from factcheck.rulebook import rules_in_force
from factcheck.rulebook.load import builtin_packs
from factcheck.rulebook.registry import conditions, formulas
from factcheck.rulebook.render import index, rule_page
from factcheck.rulebook.rule import narrowest_first

RULES = {rule.id: rule for rule in rules_in_force()}

PROMISED = (
    "FC101", "FC110", "FC120", "FC130", "FC140", "FC141", "FC201", "FC202", "FC203", "FC210", "FC301", "FC302",
    "FC303", "FC304", "FC305", "FC306", "FC307", "FC308", "FC309", "FC401", "FC402", "FC403", "FC404", "FC405", "FC501",
    "FC502", "FC503", "FC510",
)  # fmt: skip


def test_the_rules_and_their_ids():
    assert tuple(RULES) == PROMISED


@pytest.mark.parametrize("rule_id", PROMISED)
def test_a_rule_explains_itself(rule_id):
    page = rule_page(RULES[rule_id])
    rule = RULES[rule_id]
    assert page.startswith(f"# {rule.id} {rule.name}\n")
    assert rule.summary in page
    assert all(text in page for text in rule.false_positives)
    assert page.count("**conflict**") >= 1
    assert len(rule.why) > 80


@pytest.mark.parametrize("rule_id", PROMISED)
def test_a_rule_names_measures_that_the_lexicon_knows(rule_id):
    assert set(RULES[rule_id].applies.measure) <= measure_names()


def test_the_pack_of_a_rule_follows_its_id():
    packs = {"1": "quantities", "2": "dates", "3": "arithmetic", "4": "slips", "5": "facts"}
    for rule in RULES.values():
        assert rule.path.split("/")[1] == packs[rule.id[2]]


def test_narrower_rules_are_asked_first():
    order = [rule.id for rule in narrowest_first(tuple(RULES.values()))]
    for narrow, wide in (("FC401", "FC110"), ("FC110", "FC101"), ("FC141", "FC120"), ("FC140", "FC130"),
                         ("FC403", "FC140"), ("FC404", "FC201"), ("FC120", "FC101")):  # fmt: skip
        assert order.index(narrow) < order.index(wide)


def test_the_index_is_fresh():
    written = (builtin_packs() / "README.md").read_text(encoding="utf-8")
    assert written == index(tuple(RULES.values()))


def test_every_condition_and_formula_is_used_or_documented():
    used = Counter(
        condition.name
        for rule in RULES.values()
        for alternatives in (rule.applies.when, *(rung.when for rung in rule.ladder))
        for group in alternatives
        for condition in group
    )
    assert set(used) <= set(conditions())
    assert {rule.formula for rule in RULES.values() if rule.formula} == set(formulas())
    page = index(tuple(RULES.values()))
    assert all(f"* `{name}`: " in page for name in conditions())
