"""What running examples tells: what came, rungs that nothing reaches, gaps that are closed."""

from dataclasses import replace

from factcheck.comparing.judge.example import judge_example
from factcheck.pipeline import read_passage
from factcheck.rulebook import Example, Passage, rules_in_force
from factcheck.rulebook.examples import run_examples

RULES = {rule.id: rule for rule in rules_in_force()}
TOLL = RULES["FC110"]


def example(expect, left, right=None):
    return Example(expect, Passage(left), Passage(right) if right is not None else None, line=7)


def outcomes(rule):
    return list(
        run_examples((rule,), read_passage, lambda one, _, a, b: judge_example(one, tuple(RULES.values()), a, b))
    )


def failures(rule):
    return [outcome.words for outcome in outcomes(rule) if not outcome.passed]


def test_an_example_that_comes_out_otherwise_is_told():
    wrong = replace(TOLL, examples=(*TOLL.examples, example("agree", "The fire killed 4.", "The fire killed 9.")))
    assert failures(wrong) == ["rules/quantities/toll-differs.yaml:7: FC110 expected agree, came conflict"]


def test_a_rung_that_no_example_reaches_is_told():
    poor = replace(TOLL, examples=TOLL.examples[:1])
    told = failures(poor)
    assert len(told) == len(TOLL.ladder) - 1
    assert all("no example reaches rung" in line for line in told)


def test_an_example_that_another_rule_judges_is_told():
    wrong = replace(TOLL, examples=(*TOLL.examples, example("conflict", "Turnout was 40%.", "Turnout was 60%.")))
    assert failures(wrong)[0].endswith("came nothing (judged by FC120 instead)")


def test_a_known_gap_must_stay_a_gap():
    closed = replace(TOLL, known_gaps=(example("conflict", "The fire killed 4 men.", "The fire killed 9 men."),))
    assert failures(closed) == [
        "rules/quantities/toll-differs.yaml:7: a known gap that is closed: move it to the examples"
    ]
    still_open = replace(TOLL, known_gaps=(example("agree", "The fire killed 4 men.", "The fire killed 9 men."),))
    assert failures(still_open) == []


def test_a_passage_without_figures_computes_nothing():
    rule = replace(RULES["FC301"], examples=(example("incomparable", "Exports fell sharply."),))
    assert failures(rule) == []
