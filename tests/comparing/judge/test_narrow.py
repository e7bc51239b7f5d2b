"""Which rule judges a pair, by rules made for it: keys, both kinds across, conditions, the narrowest first."""

import pandas as pd
import pytest

from factcheck.comparing.judge.narrow import NO_RULE, any_holds, applies, choose
from factcheck.comparing.judge.verdicts import judge_by
from factcheck.rulebook.rule import Applies, Condition, Rule, Rung
from tests.rulebook.specimens import pair_table

OVERLAP, DISJOINT = Condition("values", "overlap"), Condition("values", "disjoint")
SAME_MEASURE = {"measure": "deaths"}


def rule(name, applies_to=Applies(), ladder=(), severity="error", check="compare"):  # noqa: B008
    return Rule(name, name.lower(), check, "contradiction", severity, "", "", "", applies_to, ladder=ladder)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Applies(), [True, True, True, True]),
        (Applies(measure=("deaths", "toll")), [True, True, False, False]),
        (Applies(role=("limit",)), [False, True, False, False]),
        (Applies(kind=("money",)), [False, False, True, False]),
        (Applies(dimension=("count",)), [True, True, False, False]),
        (Applies(measure=("deaths",), role=("limit",)), [False, False, False, False]),
        (Applies(measure=("deaths",), dimension=("count",)), [True, False, False, False]),
        (Applies(across=("date", "duration")), [False, False, False, True]),
        (Applies(across=("duration", "date")), [False, False, False, True]),
        (Applies(across=("money", "date")), [False, False, False, False]),
        (Applies(measure=("deaths",), across=("date", "duration")), [False, False, False, False]),
        (Applies(when=((OVERLAP,),)), [True, False, False, False]),
        (Applies(kind=("count",), when=((OVERLAP,), (DISJOINT,))), [True, True, False, False]),
    ],
)
def test_a_scope_holds_of_both_sides(scope, expected):
    money = {"kind": "money", "dimension": "money"}
    pairs = pair_table(
        [
            ({"measure": "deaths", "stated": 3}, {"measure": "deaths", "stated": 3}),
            ({"measure": "toll", "role": "limit", "stated": 3}, {"measure": "deaths", "role": "limit", "stated": 4}),
            (money | {"measure": "deaths"}, money),
            ({"kind": "date", "dimension": "date"}, {"kind": "duration"}),
        ]
    )
    assert applies(pairs, scope).tolist() == expected


def test_conditions_of_a_group_hold_together_and_groups_one_by_one():
    pairs = pair_table([({"stated": 3}, {"stated": 3}), ({"stated": 3}, {"stated": 4}), ({}, {})])
    assert any_holds(pairs, ()).tolist() == [True, True, True]
    assert any_holds(pairs, ((OVERLAP,),)).tolist() == [True, False, False]
    assert any_holds(pairs, ((OVERLAP, DISJOINT),)).tolist() == [False, False, False]
    assert any_holds(pairs, ((OVERLAP, DISJOINT, OVERLAP), (DISJOINT,))).tolist() == [False, True, False]
    assert any_holds(pairs, ((DISJOINT,), (OVERLAP,))).tolist() == [True, True, False]


def test_the_narrowest_rule_judges_whatever_the_order():
    wide, kinds, deaths = rule("A1"), rule("A2", Applies(kind=("count",))), rule("A3", Applies(measure=("deaths",)))
    pairs = pair_table([({"kind": "age"}, {}), ({}, {}), (SAME_MEASURE, SAME_MEASURE), (SAME_MEASURE, {})])
    assert choose(pairs, (wide, kinds, deaths)).tolist() == [0, 1, 2, 1]
    assert choose(pairs, (deaths, kinds, wide)).tolist() == [2, 1, 0, 1]
    assert choose(pairs, (deaths,)).tolist() == [NO_RULE, NO_RULE, 0, NO_RULE]
    assert choose(pairs, ()).tolist() == [NO_RULE] * 4
    assert choose(pairs.iloc[:0], (wide,)).tolist() == []


LADDER = (Rung("agree", ((OVERLAP,),)), Rung("superseded", ((DISJOINT,),)), Rung("conflict", ()))


def test_a_ladder_gives_verdict_class_severity_and_words():
    pairs = pair_table([({"stated": 3}, {"stated": 3}), ({"stated": 3}, {"stated": 4}), ({}, {"stated": 4})])
    judged = judge_by(pairs, (rule("A1", ladder=LADDER, severity="warning"),))
    assert judged["rule"].tolist() == ["A1"] * 3
    assert judged["verdict"].tolist() == ["agree", "superseded", "conflict"]
    assert judged["rung"].tolist() == ["values overlap", "values disjoint", "otherwise"]
    assert judged["conflict_class"].tolist() == ["contradiction", "revision", "contradiction"]
    assert judged["severity"].tolist()[1:] == ["note", "warning"]
    assert judged["detail"].tolist() == ["3 against 3", "3 against 4", "no value against 4"]


def test_what_no_rung_holds_for_is_incomparable():
    pairs = pair_table([({"stated": 3}, {"stated": 4})])
    row = judge_by(pairs, (rule("A1", ladder=LADDER[:1]),)).iloc[0]
    assert row[["rule", "verdict", "rung", "conflict_class", "severity", "detail"]].tolist() == [
        "", "incomparable", "no rule applies", "contradiction", "note", "no rule applies"
    ]  # fmt: skip


def test_an_incomparable_rung_is_its_own_reason():
    pairs = pair_table([({"stated": 3}, {"stated": 4})])
    row = judge_by(pairs, (rule("A1", ladder=(Rung("incomparable", ((DISJOINT,),)),)),)).iloc[0]
    assert (row["rule"], row["rung"], row["detail"]) == ("A1", "values disjoint", "values disjoint")


@pytest.mark.parametrize(
    ("severity", "extra", "expected"),
    [
        ("error", {}, "error"),
        ("error", {"confidence": 0.5}, "warning"),
        ("error", {"doubtful": True}, "warning"),
        ("error", {"doubtful": True, "confidence": 0.5}, "warning"),
        ("warning", {"doubtful": True}, "warning"),
        ("warning", {"confidence": 0.5}, "note"),
        ("note", {"confidence": 0.5}, "note"),
        ("note", {"doubtful": True}, "note"),
    ],
)
def test_doubts_lower_the_severity_of_a_rule(severity, extra, expected):
    pairs = pair_table([({"stated": 3}, {"stated": 4})]).assign(**extra)
    assert judge_by(pairs, (rule("A1", ladder=LADDER[2:], severity=severity),))["severity"].tolist() == [expected]


def test_each_row_has_its_own_doubts():
    pairs = pair_table([({"stated": 3}, {"stated": 4})] * 3).assign(confidence=[0.95, 0.5, 0.95])
    judged = judge_by(pairs.assign(doubtful=[False, False, True]), (rule("A1", ladder=LADDER[2:]),))
    assert judged["severity"].tolist() == ["error", "warning", "warning"]


def test_the_rule_may_be_chosen_beforehand():
    pairs = pair_table([({"stated": 3}, {"stated": 4})] * 3)
    rules = (rule("A1", ladder=LADDER), rule("A2", ladder=LADDER[2:]))
    judged = judge_by(pairs, rules, chosen=pd.Series([1, NO_RULE, 0]).to_numpy())
    assert judged["rule"].tolist() == ["A2", "", "A1"]
    assert judged["verdict"].tolist() == ["conflict", "incomparable", "superseded"]


def test_the_pairs_themselves_stay_as_they_are():
    pairs = pair_table([({"stated": 3}, {"stated": 4})])
    before = pairs.copy()
    judged = judge_by(pairs, (rule("A1", ladder=LADDER),))
    pd.testing.assert_frame_equal(pairs, before)
    assert list(judged.columns) == [*before.columns, "rule", "verdict", "rung", "conflict_class", "severity", "detail"]
    assert {str(judged[name].dtype) for name in ("rule", "detail")} <= {"str", "string", "object"}
