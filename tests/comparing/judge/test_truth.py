"""Facts held against claims made by hand: which are meant, how wide a fact is, what the finding says."""

from dataclasses import replace
from datetime import date

import pytest

from factcheck.comparing.judge.truth import against_facts, concerns, judge_facts
from factcheck.model import DayInterval, Reading
from factcheck.rulebook.facts import Fact
from factcheck.rulebook.rule import Condition, Rule, Rung
from tests.comparing.claims import claim, count, day, percent

LADDER = (
    Rung("incomparable", ((Condition("missing", "value"),),)),
    Rung("agree", ((Condition("values", "overlap"),),)),
    Rung("conflict", ((Condition("values", "disjoint"),),)),
)
RULE = Rule("T1", "truth", "fact", "contradiction", "error", "", "", "", ladder=LADDER)
SUBJECT = {"subject": ("bridge",), "measure": "length"}
PAGE = Reading("page", "page", "", "page", "", None, (), (), 1, (), ())


def stated(value, **more):
    return claim(str(value), count(value, value), **({"doc": "page"} | SUBJECT | more))


def on(when, **more):
    return claim(str(when), time=day(when, when, when.isoformat()), **({"doc": "page"} | SUBJECT | more))


def fact(value, **more):
    return Fact("bridge", "The bridge has so many spans.", stated(value, doc="facts.yaml"), **more)


def verdicts(facts, claims, rules=(RULE,)):
    judged = judge_facts(facts, claims, {"page": PAGE}, rules)
    return [(row.fact, row.claim, row.verdict) for row in judged.itertuples()] if len(judged) else []


@pytest.mark.parametrize(
    ("tolerance", "value", "expected"),
    [
        (0.0, 100, "agree"),
        (0.0, 100.5, "conflict"),
        (0.0, 99.5, "conflict"),
        (0.02, 101.9, "agree"),
        (0.02, 98.1, "agree"),
        (0.02, 102.1, "conflict"),
        (0.02, 97.9, "conflict"),
    ],
)
def test_a_fact_is_as_wide_as_its_tolerance_on_both_sides(tolerance, value, expected):
    assert verdicts([fact(100, tolerance=tolerance)], [stated(value)]) == [(0, 0, expected)]
    assert verdicts([fact(-100, tolerance=tolerance)], [stated(-value)]) == [(0, 0, expected)]


@pytest.mark.parametrize(
    ("days", "told", "expected"), [(0, 9, "agree"), (0, 10, "conflict"), (3, 12, "agree"), (3, 13, "conflict"),
                                   (3, 6, "agree"), (3, 5, "conflict")]
)  # fmt: skip
def test_a_date_is_as_wide_as_its_days(days, told, expected):
    founded = Fact("founded", "…", on(date(1874, 5, 9), doc="facts.yaml"), days=days)
    assert verdicts([founded], [on(date(1874, 5, told))]) == [(0, 0, expected)]


def test_days_widen_no_figure():
    assert verdicts([fact(100, days=3)], [stated(101)]) == [(0, 0, "conflict")]


def test_every_pair_is_numbered_by_its_fact_and_claim():
    claims = [stated(7, measure="width"), stated(100), stated(90)]
    facts = [fact(100), fact(7, about=(("nowhere",),)), fact(90)]
    assert verdicts(facts, claims) == [(0, 1, "agree"), (0, 2, "conflict"), (2, 1, "conflict"), (2, 2, "agree")]


def test_nothing_is_judged_without_a_pair_or_a_rule_that_checks_facts():
    comparing = Rule("T2", "other", "compare", "contradiction", "error", "", "", "", ladder=LADDER)
    assert verdicts([fact(100)], [stated(7)], ()) == []
    assert verdicts([fact(100)], [stated(7)], (comparing,)) == []
    assert verdicts([fact(100)], [stated(7)], (comparing, RULE)) == [(0, 0, "conflict")]
    assert verdicts([fact(100)], [stated(7, measure="width")]) == []
    assert against_facts([fact(100)], [stated(7, measure="width")], {}, (RULE,)) == []


def test_a_fact_is_as_dated_as_its_claim():
    """Neither side is the only one that holds at a known time, so nothing lowers the severity."""
    then = DayInterval(date(2022, 1, 1), date(2022, 12, 31))
    for as_of in (None, then):
        (found,) = against_facts([fact(100)], [stated(7, as_of=as_of)], {"page": PAGE}, (RULE,))
        assert found.severity == "error"


def test_a_finding_holds_the_claim_and_what_the_fact_says():
    founded = Fact("founded", "The bridge opened on 9 May 1874.", on(date(1874, 5, 9), doc="facts.yaml"))
    figures, dates = stated(7), on(date(1890, 1, 2))
    first, second = against_facts([fact(100), founded], [figures, dates], {"page": PAGE}, (RULE,))
    assert (first.rule_id, first.verdict, first.conflict_class, first.severity) == (
        "T1", "conflict", "contradiction", "error"
    )  # fmt: skip
    assert (first.left, first.right, first.rung) == (figures, None, "values disjoint")
    assert first.detail == "the truth file says “100” (facts.yaml:1, bridge)"
    assert "facts.yaml:1: The bridge has so many spans." in str(first.reasons[0])
    assert "truth file" in str(first.reasons[0])
    assert first.computed is not None
    assert (first.computed.formula, first.computed.inputs) == (
        "truth file", ("facts.yaml:1: The bridge has so many spans.",)
    )  # fmt: skip
    assert (first.quantity, first.time) == (count(100, 100), None)
    assert (second.left, second.quantity, second.time) == (dates, None, founded.claim.time)


def test_what_cannot_be_compared_is_no_finding():
    silent = Rule("T3", "silent", "fact", "contradiction", "error", "", "", "", ladder=(Rung("incomparable", ()),))
    assert verdicts([fact(100)], [stated(7)], (silent,)) == [(0, 0, "incomparable")]
    assert against_facts([fact(100)], [stated(7)], {"page": PAGE}, (silent,)) == []
    agreeing = against_facts([fact(100)], [stated(100)], {"page": PAGE}, (RULE,))
    assert [found.verdict for found in agreeing] == ["agree"]


@pytest.mark.parametrize("modality", ["planned", "forecast", "hypothetical", "negated", "corrected"])
def test_what_is_not_asserted_is_not_held_to_a_fact(modality):
    assert not concerns(fact(100), stated(7, modality=modality))
    assert concerns(fact(100), stated(7, modality="reported"))


@pytest.mark.parametrize("role", ["from", "change", "part", "rank", "example"])
def test_a_part_is_not_held_to_a_fact(role):
    assert not concerns(fact(100), stated(7, role=role))
    assert concerns(fact(100), stated(7, role="limit"))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (stated(7), True),
        (stated(7, measure="width"), False),
        (stated(7, subject=("ferry",)), False),
        (stated(7, subject=("ferry", "bridge")), True),
        (stated(7, subject=(), names=("bridge",)), True),
        (claim("7 %", percent(7, 7), doc="page", **SUBJECT), False),
        (on(date(1874, 5, 9)), False),
    ],
)
def test_measure_subject_and_kind_say_what_a_fact_is_about(other, expected):
    assert concerns(fact(100), other) is expected


def test_a_date_is_held_to_dates_only():
    founded = Fact("founded", "…", on(date(1874, 5, 9), doc="facts.yaml"))
    assert concerns(founded, on(date(1891, 5, 9)))
    assert not concerns(founded, stated(7))
    length = claim("3 years", time=replace(day(None, None, "P3Y"), type="duration"), doc="page", **SUBJECT)
    assert not concerns(founded, length)
    assert not concerns(Fact("length", "…", length), length)
    assert not concerns(Fact("length", "…", length), on(date(1891, 5, 9)))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("words", ("upload",)),
        ("near", ("upload",)),
        ("headings", ("upload",)),
        ("modifiers", ("upload",)),
        ("measure", "upload"),
        ("verb", "upload"),
        ("subject", ("free uploads",)),
        ("names", ("free uploads",)),
        ("qualifiers", ("free uploads",)),
    ],
)
def test_a_phrase_may_stand_anywhere_around_a_claim(place, value):
    bare = {"subject": (), "measure": "", "words": (), "near": ()}
    said = claim("7", count(7, 7), doc="page", **(bare | {place: value}))
    assert concerns(fact(100, about=(("upload",),)), said)
    assert not concerns(fact(100, about=(("upload",), ("plan",))), said)
    assert not concerns(fact(100, about=(("upload",),), unless=(("upload",),)), said)
    assert concerns(fact(100, about=(("upload",),), unless=(("upload", "plan"),)), said)
    assert not concerns(fact(100, about=(("upload",),), unless=(("plan",), ("upload",))), said)


def test_a_phrase_may_be_all_that_is_said():
    said = claim("7", count(7, 7), doc="page", subject=(), measure="", words=("free", "plan"), near=())
    assert concerns(fact(100, about=(("free", "plan"),)), said)
    assert not concerns(fact(100, about=(("free",),), unless=(("free", "plan"),)), said)


def test_a_fact_holds_for_the_paths_it_names():
    assert concerns(fact(100, only=("page",)), stated(7))
    assert concerns(fact(100, only=("docs/*", "pa*")), stated(7))
    assert not concerns(fact(100, only=("docs/*",)), stated(7))
