import pandas as pd

from factcheck.comparing.parallel import REASON, drop_parallel


def judged(conflicts, agreements, left="a", right="b"):
    verdicts = ["conflict"] * conflicts + ["agree"] * agreements
    rows = [(n, 100 + n, left, right, f":{n}", f":{n + 1}", verdict) for n, verdict in enumerate(verdicts)]
    columns = ["left", "right", "left_doc", "right_doc", "left_value", "right_value", "verdict"]
    return pd.DataFrame(rows, columns=columns)


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


def test_pages_that_differ_again_and_again_in_one_way_are_about_two_things():
    pairs = judged(3, 5).assign(left_value=":1000", right_value=":4000")
    assert drop_parallel(pairs)[1] == {REASON: 3}
    assert drop_parallel(pairs.iloc[1:])[1] == {}


def test_the_side_a_value_stands_on_does_not_matter():
    pairs = judged(3, 5).assign(left_value=":1000", right_value=":4000")
    turned = pairs.iloc[:1].rename(columns=lambda name: {"left": "right", "right": "left"}.get(name, name))
    turned = turned.assign(left_doc="b", right_doc="a", left_value=":4000", right_value=":1000")
    assert drop_parallel(pd.concat([turned, pairs.iloc[1:]], ignore_index=True))[1] == {REASON: 3}
