"""What a rule says of its own examples: the pair that is meant, a silent side, a fact, what one passage computes."""

from dataclasses import replace
from datetime import date

from factcheck.comparing.judge import recompute
from factcheck.comparing.judge.example import judge_example
from factcheck.model import Document, PositionMap
from factcheck.pipeline import read_passage
from factcheck.rulebook import rules_in_force
from factcheck.rulebook.examples import Said

RULES = rules_in_force()
BY_ID = {rule.id: rule for rule in RULES}


def passage(name, text):
    return read_passage(Document(name, name, text, PositionMap.of_text(text)))


FOUR = passage("left", "The fire killed 4 men.")
NINE = passage("right", "The fire killed 9 men.")
ALSO = passage("right", "The fire burned 3 barns and killed 4 men, and 9 ships lay in the harbour.")
SILENT = passage("right", "The fire killed some men.")
SHARE = passage("right", "Turnout was 40%.")
OTHER_SHARE = passage("left", "Turnout was 60%.")
LENGTH = passage("left", "The Lorvik bridge is 412 metres long.")
LONGER = passage("right", "The Lorvik bridge is 460 metres long.")
SAME = passage("right", "The Lorvik bridge is 412 metres long.")
TWO = passage("left", "The Lorvik bridge is 412 metres long and has 9 piers.")
RIGHT_SUM = passage("left", "Output rose 25% from 80 tonnes to 100 tonnes.")
WRONG_SUM = passage("left", "Output rose 35% from 80 tonnes to 100 tonnes.")


def said(rule, left, right=None, rules=RULES):
    return judge_example(BY_ID[rule], rules, left, right)


def rung(rule, verdict, words):
    return [(step.verdict, step.words) for step in BY_ID[rule].ladder].index((verdict, words))


def test_the_pair_that_is_meant_is_judged():
    first = said("FC110", FOUR, NINE)
    assert (first.verdict, first.trouble) == ("conflict", "")
    assert BY_ID["FC110"].ladder[first.rung].verdict == "conflict"
    assert said("FC110", FOUR, ALSO) == Said("agree", rung("FC110", "agree", "values overlap"))
    assert said("FC110", replace(ALSO, doc_id="right"), FOUR).verdict == "agree"


def test_a_pair_of_another_rule_is_told_with_its_name():
    assert said("FC110", OTHER_SHARE, SHARE) == Said("nothing", trouble="judged by FC120 instead")
    assert said("FC110", FOUR, NINE, ()) == Said("nothing", trouble="judged by no rule instead")


STORM = passage("left", "The storm killed 4 men.")
ELECTION = "Turnout was {} and the storm killed {} men in {} 2021."


def test_the_pair_with_the_same_measure_is_meant_before_others():
    """Of all that the two passages share the measure counts most, then the noun, wherever the pair stands."""
    agreed = said("FC110", STORM, passage("right", "The storm injured 9 women and killed 4 men."))
    assert (agreed.verdict, agreed.rung) == ("agree", rung("FC110", "agree", "values overlap"))
    told = said("FC110", STORM, passage("right", "The storm injured 4 men and killed 9 women."))
    assert (told.verdict, told.rung) == ("conflict", rung("FC110", "conflict", "otherwise"))


def test_all_rules_that_judged_instead_are_named():
    left = passage("left", ELECTION.format("60%", 4, "May"))
    right = passage("right", ELECTION.format("50%", 9, "June"))
    assert said("FC140", left, right) == Said("nothing", trouble="judged by FC101, FC110, FC120, FC201 instead")


def test_a_silent_side_has_no_value():
    for pair in ((FOUR, SILENT), (replace(SILENT, doc_id="left"), replace(NINE, doc_id="right"))):
        told = said("FC110", *pair)
        assert (told.verdict, told.trouble) == ("incomparable", "")
        assert BY_ID["FC110"].ladder[told.rung].words == "missing value"
    both = said("FC110", replace(SILENT, doc_id="left"), SILENT)
    assert both.verdict == "incomparable"


def test_a_passage_is_held_to_a_fact():
    told = said("FC501", LENGTH, LONGER)
    assert (told.verdict, told.trouble) == ("conflict", "")
    assert BY_ID["FC501"].ladder[told.rung].verdict == "conflict"
    assert said("FC501", LENGTH, SAME) == Said("agree", rung("FC501", "agree", "values overlap"))
    assert said("FC501", LENGTH, SILENT).verdict == "incomparable"
    assert said("FC501", LENGTH, SILENT).rung == rung("FC501", "incomparable", "missing value")
    assert said("FC502", LENGTH, LONGER) == Said("nothing", trouble="judged by FC501 instead")
    assert said("FC501", LENGTH, SHARE) == Said("nothing", trouble="judged by no rule instead")
    assert said("FC501", TWO, LONGER) == Said("nothing", trouble="the fact has 2 values")


def test_one_passage_is_computed():
    assert said("FC301", RIGHT_SUM) == Said("agree")
    assert said("FC301", WRONG_SUM) == Said("conflict")
    assert said("FC301", SHARE) == Said("incomparable")


def test_a_computed_finding_names_formula_and_inputs():
    (right,) = recompute(RIGHT_SUM.claims, (BY_ID["FC110"], BY_ID["FC301"]))
    (wrong,) = recompute(WRONG_SUM.claims, (BY_ID["FC301"],))
    rule = BY_ID["FC301"]
    assert (right.rule_id, right.verdict, right.severity) == ("FC301", "agree", "note")
    assert (wrong.rule_id, wrong.verdict, wrong.severity) == ("FC301", "conflict", rule.severity)
    assert right.conflict_class == wrong.conflict_class == rule.conflict_class == "arithmetic"
    assert (wrong.left.citation.quote, wrong.right) == ("35%", None)
    assert wrong.rung == rule.formula.replace("_", " ") != rule.formula
    assert wrong.detail == "23.6 to 26.42 %, from “80 tonnes” to “100 tonnes”"
    assert wrong.computed is not None
    assert wrong.computed.formula == rule.formula
    assert wrong.computed.inputs == ("80 tonnes", "100 tonnes")
    assert [claim.citation.quote for claim in wrong.sources] == ["80 tonnes", "100 tonnes"]
    assert wrong.quantity is not None
    assert wrong.quantity.unit == "percent"


def test_what_is_out_of_order_is_computed_as_well():
    rules = tuple(rule for rule in RULES if rule.check == "order")
    text = "Mara Velden was born in 1961. Mara Velden died in 1958."
    found = recompute(passage("left", text).claims, rules)
    assert {finding.verdict for finding in found} == {"conflict"}
    (computed,) = {(finding.time.days.start, finding.time.days.end) for finding in found if finding.time is not None}
    assert computed == (None, date(1958, 12, 31))
    assert all(finding.quantity is None for finding in found)
    assert recompute(FOUR.claims, tuple(rule for rule in RULES if rule.check == "compare")) == []
