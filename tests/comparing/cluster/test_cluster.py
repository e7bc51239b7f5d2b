from dataclasses import replace

from factcheck.comparing.cluster import cluster
from factcheck.model import Finding, Reason
from factcheck.model.finding import Computed
from factcheck.writers.plotting import plot_of
from tests.comparing.claims import claim, count, moved


def toll(doc, people, **more):
    return claim(f"{people} people", count(people, people), doc=doc, measure="deaths", subject=("Lorvik",), **more)


def finding(left, right, verdict="conflict", confidence=0.9, severity="error"):
    return Finding(
        "FC110",
        verdict,
        "contradiction",
        severity,
        left,
        right,
        "otherwise",
        "",
        confidence,
        (Reason("measure", "deaths = deaths", 10),),
    )


A, B, C = toll("a", 41), toll("b", 29), toll("c", 29)


def test_one_fact_with_all_its_places_is_one_conflict():
    conflicts, agreements = cluster([finding(A, B), finding(A, C), finding(B, C, "agree")])
    assert agreements == ()
    assert [[c.citation.doc_id for c in p.claims] for p in conflicts[0].positions] == [["a"], ["b", "c"]]
    assert len(conflicts) == 1


def test_a_third_limit_is_a_third_position():
    limits = [claim(f"at most {most} berths", count(None, most), doc=doc, measure="berth", subject=("Lorvik",))
              for doc, most in (("a", 200), ("b", 220), ("c", 250))]  # fmt: skip
    (conflict,), _ = cluster([finding(limits[0], limits[1]), finding(limits[0], limits[2]), finding(*limits[1:])])
    assert [position.text for position in conflict.positions] == [
        "at most 200 berths",
        "at most 220 berths",
        "at most 250 berths",
    ]


def test_agreeing_claims_are_an_agreement():
    conflicts, agreements = cluster([finding(B, C, "agree")])
    assert conflicts == ()
    assert agreements[0].position.text == "29 people"
    assert agreements[0].subject == "deaths – Lorvik"


def test_the_order_of_findings_changes_nothing():
    findings = [finding(A, B), finding(A, C), finding(B, C, "agree")]
    assert cluster(findings) == cluster(findings[::-1])


def test_the_id_survives_moved_lines_and_further_pages():
    first = cluster([finding(A, B)])[0][0]
    further = moved(B, "d")
    again = cluster(
        [finding(moved(A, "a", 900), B), finding(moved(A, "a", 900), further), finding(B, further, "agree")]
    )[0][0]
    assert first.id == again.id


def test_another_value_is_another_conflict():
    assert cluster([finding(A, B)])[0][0].id != cluster([finding(A, toll("b", 30))])[0][0].id


def test_equal_looking_conflicts_get_different_ids():
    other = [
        replace(c, claim_id=c.claim_id + "x", citation=replace(c.citation, doc_id=c.citation.doc_id + "x"))
        for c in (A, B)
    ]
    conflicts, _ = cluster([finding(A, B), finding(*other)])
    assert len({conflict.id for conflict in conflicts}) == 2


def test_errors_come_first_then_confidence():
    warning = finding(toll("e", 3), toll("f", 4), severity="warning", confidence=0.99)
    conflicts, _ = cluster([warning, finding(A, B, confidence=0.8)])
    assert [conflict.severity for conflict in conflicts] == ["error", "warning"]


def test_a_computed_side_cites_its_inputs_and_shares_the_axis_of_the_stated_one():
    computed = Computed("parts_and_total", ("12", "5"))
    parts = (toll("a", 12, at=100), toll("a", 5, at=200))
    found = replace(finding(A, None), computed=computed, detail="17, from “12” and “5”")
    conflict = cluster([replace(found, quantity=count(17, 17), sources=parts)])[0][0]
    assert conflict.positions[1].claims == parts
    plot = plot_of(conflict, {})
    assert plot is not None
    assert [row["stated"] for row in plot["rows"]] == [[41.0, 41.0], [17.0, 17.0]]


def test_a_pair_that_matches_far_less_well_is_a_note_of_its_own_and_no_third_position():
    best = finding(toll("a", 61), toll("b", 65), confidence=0.99)
    weak = finding(toll("b", 65), toll("c", 31), confidence=0.7)
    conflicts, _ = cluster([best, weak])
    assert [(conflict.severity, len(conflict.positions)) for conflict in conflicts] == [("error", 2), ("note", 2)]


def test_a_pair_that_is_sure_by_itself_is_one_level_milder_beside_a_better_one():
    best = finding(toll("a", 61), toll("b", 65), confidence=0.99)
    sure = finding(toll("b", 65), toll("c", 71), confidence=0.92)
    conflicts, _ = cluster([best, sure])
    assert [(conflict.severity, len(conflict.positions)) for conflict in conflicts] == [("error", 2), ("warning", 2)]


def test_a_copied_sentence_that_is_wrong_is_one_conflict_with_both_places():
    computed = Computed("parts_and_total", ("12", "5"))
    found = [
        replace(finding(moved(A, doc), None), computed=computed, detail="17", sources=(toll(doc, 12, at=90),))
        for doc in ("b", "a")
    ]
    conflicts = cluster(found)[0]
    assert cluster(found[::-1])[0] == conflicts
    assert [[claim.citation.doc_id for claim in p.claims] for p in conflicts[0].positions] == [["a", "b"], ["a", "b"]]
    assert len(conflicts) == 1
    other = replace(found[0], detail="18")
    assert len(cluster([*found, other])[0]) == 2
