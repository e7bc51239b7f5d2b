import pandas as pd

from factcheck.comparing.align import REASONS, align


def judged(*rows):
    columns = ["left", "right", "left_doc", "right_doc", "weight", "verdict"]
    return pd.DataFrame(rows, columns=columns)


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
