import pandas as pd

from factcheck.comparing.parallel import REASON, drop_parallel


def judged(conflicts, agreements, left="a", right="b"):
    verdicts = ["conflict"] * conflicts + ["agree"] * agreements
    rows = [(number, 100 + number, left, right, verdict) for number, verdict in enumerate(verdicts)]
    return pd.DataFrame(rows, columns=["left", "right", "left_doc", "right_doc", "verdict"])


def test_pages_that_differ_everywhere_are_two_things():
    kept, dropped = drop_parallel(judged(3, 2))
    assert kept["verdict"].tolist() == ["agree", "agree"]
    assert dropped == {REASON: 3}


def test_a_page_that_mostly_agrees_keeps_its_conflicts():
    assert len(drop_parallel(judged(3, 3))[0]) == 6


def test_one_or_two_differences_are_not_a_template():
    assert drop_parallel(judged(2, 0))[1] == {}


def test_one_page_is_not_parallel_to_itself():
    assert drop_parallel(judged(5, 0, right="a"))[1] == {}


def test_each_pair_of_pages_is_looked_at_alone():
    pairs = pd.concat([judged(2, 0), judged(2, 0, right="c")], ignore_index=True)
    assert len(drop_parallel(pairs)[0]) == 4
