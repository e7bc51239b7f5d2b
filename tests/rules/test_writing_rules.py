"""What docs/writing-rules.md shows works as it says."""

import re
from pathlib import Path

from factcheck.comparing.judge.example import judge_example
from factcheck.pipeline import read_passage
from factcheck.rulebook import rules_in_force
from factcheck.rulebook.examples import run_examples
from factcheck.rulebook.facts import load_facts

PAGE = Path(__file__).parents[2] / "docs" / "writing-rules.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_rule_of_the_page_passes_its_examples(tmp_path):
    (tmp_path / "berths.yaml").write_text(BLOCKS[0], encoding="utf-8")
    rules = rules_in_force([str(tmp_path)])
    mine = tuple(rule for rule in rules if rule.id == "XY101")
    outcomes = list(run_examples(mine, read_passage, lambda rule, _, a, b: judge_example(rule, rules, a, b)))
    assert len(outcomes) == 5
    assert [outcome.words for outcome in outcomes if not outcome.passed] == []


def test_the_formula_of_the_page_passes_its_example(tmp_path):
    head = "id: XY102\nname: closed-before-founded\nsummary: s\nwhy: w\nmessage: m\nfalse_positives: [f]\n"
    (tmp_path / "order.yaml").write_text(head + BLOCKS[1], encoding="utf-8")
    rules = rules_in_force([str(tmp_path)])
    mine = tuple(rule for rule in rules if rule.id == "XY102")
    outcomes = list(run_examples(mine, read_passage, lambda rule, _, a, b: judge_example(rule, rules, a, b)))
    assert [outcome.passed for outcome in outcomes] == [True]


def test_the_truth_file_of_the_page_is_read(tmp_path):
    (tmp_path / "facts.yaml").write_text(BLOCKS[2], encoding="utf-8")
    limit, bridge = load_facts(tmp_path / "facts.yaml", read_passage)
    assert (limit.claim.role, bridge.tolerance, limit.only) == ("limit", 0.02, ("docs/*",))
