import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.align import REASONS, align


def judged(*rows):
    columns = ["left", "right", "left_doc", "right_doc", "weight", "verdict"]
    pairs = pd.DataFrame(rows, columns=columns)
    return pairs.assign(left_value=pairs["left"].map("v{}".format), right_value=pairs["right"].map("v{}".format))


def test_a_conflict_with_no_other_counterpart_stays():
    kept, dropped = align(judged((0, 1, "a", "b", 20, "conflict")))
    assert (len(kept), dropped) == (1, {})


def test_a_value_that_the_other_document_also_states_contradicts_nothing():
    kept, dropped = align(judged((0, 1, "a", "b", 20, "conflict"), (0, 2, "a", "b", 12, "agree")))
    assert kept["verdict"].tolist() == ["agree"]
    assert dropped == {REASONS["agreeing"]: 1}


def test_an_agreement_elsewhere_does_not_explain_a_difference_here():
    kept, _ = align(judged((0, 1, "a", "b", 20, "conflict"), (0, 2, "a", "c", 30, "agree")))
    assert sorted(kept["verdict"]) == ["agree", "conflict"]


def test_the_better_counterpart_wins():
    kept, dropped = align(judged((0, 1, "a", "b", 20, "conflict"), (0, 2, "a", "b", 35, "conflict")))
    assert kept[["left", "right"]].to_numpy().tolist() == [[0, 2]]
    assert dropped == {REASONS["better"]: 1}


def test_a_claim_that_differs_from_many_values_is_one_of_a_series():
    kept, dropped = align(judged(*((0, n, "a", f"page{n}", 20 + n, "conflict") for n in range(1, 4))))
    assert kept.empty
    assert dropped == {REASONS["series"]: 3}


def test_a_weak_match_makes_no_series():
    kept, _ = align(
        judged(*((0, n, "a", f"page{n}", weight, "conflict") for n, weight in enumerate((40, 35, 5, 3), 1)))
    )
    assert len(kept) == 4


def pairs_of(claims, verdicts):
    return st.lists(
        st.tuples(claims, claims, st.sampled_from("ab"), st.sampled_from("bc"), st.integers(5, 30), verdicts),
        max_size=9,
    )


@given(
    pairs_of(st.integers(0, 4), st.sampled_from(["conflict", "agree", "compatible"])),
    pairs_of(st.integers(5, 9), st.sampled_from(["agree", "compatible"])),
)
def test_claims_in_no_conflict_change_nothing(some, others):
    kept, dropped = align(judged(*some))
    both, dropped_of_both = align(judged(*some, *others))
    assert dropped_of_both == dropped
    assert both.to_numpy().tolist() == [*kept.to_numpy().tolist(), *judged(*others).to_numpy().tolist()]
