"""Ladders on hand-made pairs: which rule judges, which rung holds, how severe it is."""

import pytest

from factcheck.comparing.judge import judge
from factcheck.rulebook.load import builtin_packs, load_rules
from tests.rulebook.specimens import pair_table

RULES = load_rules(builtin_packs())
DAY = 738000
TOLL = {"measure": "deaths", "kind": "count"}
SHARE = {"measure": "territory", "kind": "percent", "dimension": "percent", "unit": "percent"}
LIMIT = {"role": "limit", "kind": "measure", "dimension": "data", "unit": "megabyte"}
MONEY = {"kind": "money", "dimension": "money", "unit": "USD", "measure": "fine"}
DATE = {"kind": "date", "dimension": "date", "measure": "found", "grain": "day"}
MAY = {"as_of_start": DAY, "as_of_end": DAY + 30}
JUNE = {"as_of_start": DAY + 31, "as_of_end": DAY + 60}


def verdict(left, right, **extra):
    row = judge(pair_table([(left, right)]).assign(**extra), RULES).iloc[0]
    return row["rule"], row["verdict"], row["severity"]


@pytest.mark.parametrize(
    ("common", "left", "right", "expected"),
    [
        (TOLL, {"stated": 41}, {"stated": 29}, ("FC110", "conflict", "error")),
        (TOLL, {"lo": 41}, {"stated": 45}, ("FC110", "agree", "note")),
        (TOLL, {"lo": 223}, {"lo": 233}, ("FC110", "compatible", "note")),
        (TOLL, {"stated": 1001}, {"stated": 1013}, ("FC110", "compatible", "note")),
        (TOLL, {}, {"stated": 41}, ("FC110", "incomparable", "note")),
        (TOLL, {"stated": 41} | MAY, {"stated": 29} | JUNE, ("FC110", "incomparable", "note")),
        (TOLL, {"stated": 29} | MAY, {"stated": 41} | JUNE, ("FC110", "superseded", "note")),
        (SHARE, {"lo": 17, "hi": 19}, {"lo": 20, "lo_open": True}, ("FC120", "conflict", "error")),
        (SHARE | {"measure": "deaths"}, {"stated": 18}, {"stated": 21}, ("FC120", "conflict", "error")),
        (LIMIT, {"hi": 20}, {"hi": 25}, ("FC140", "conflict", "error")),
        (LIMIT, {"hi": 20}, {"stated": 20}, ("FC140", "agree", "note")),
        (LIMIT | {"kind": "percent", "dimension": "percent"}, {"hi": 20}, {"hi": 25}, ("FC140", "conflict", "error")),
        (MONEY, {"stated": 4e6}, {"stated": 5e6}, ("FC130", "conflict", "error")),
        (MONEY, {"stated": 4e6}, {"stated": 5e6, "unit": "EUR"}, ("FC130", "incomparable", "note")),
        (MONEY, {"stated": 1.7e6, "resolution": 1e5}, {"stated": 1.7e9, "resolution": 1e8},
         ("FC401", "conflict", "error")),
        ({}, {"stated": 1832, "resolution": 1}, {"stated": 1382, "resolution": 1}, ("FC402", "conflict", "error")),
        (DATE, {"stated": DAY}, {"stated": DAY + 1}, ("FC201", "conflict", "warning")),
        (DATE, {"stated": DAY}, {"stated": DAY + 9}, ("FC201", "conflict", "error")),
        (DATE, {"stated": DAY}, {"lo": DAY - 9, "hi": DAY + 9}, ("FC201", "agree", "note")),
        (DATE, {"lo": DAY - 300}, {"stated": DAY}, ("FC201", "compatible", "note")),
        ({}, {"stated": 40, "attribution": "Varennia"}, {"stated": 63, "attribution": "Tollmark"},
         ("FC101", "conflict", "warning")),
        ({}, {"stated": 40, "attribution": "Varennia"}, {"stated": 63}, ("FC101", "conflict", "error")),
    ],
)  # fmt: skip
def test_verdict_of_a_pair(common, left, right, expected):
    assert verdict(common | left, common | right) == expected
    assert verdict(common | right, common | left) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ((480, 1140, True), "superseded"),
        ((1140, 480, True), "conflict"),
        ((480, 540, True), "conflict"),
        ((480, 1140, False), "conflict"),
        ((480, 1140 + 1440, False), "superseded"),
    ],
)
def test_a_later_higher_toll_supersedes_an_earlier_one(published, expected):
    first, second, clock = published
    left = TOLL | {"stated": 12, "published": first, "published_clock": clock}
    right = TOLL | {"stated": 41, "published": second, "published_clock": clock}
    assert verdict(left, right)[1] == expected


def test_severity_falls_a_level_for_each_doubt():
    left, right = TOLL | {"stated": 41}, TOLL | {"stated": 29}
    assert verdict(left, right, confidence=0.95)[2] == "error"
    assert verdict(left, right, confidence=0.6)[2] == "warning"
    assert verdict(left | {"dated": True}, right, confidence=0.95)[2] == "warning"
    assert verdict(left | {"dated": True}, right | {"dated": True}, confidence=0.95)[2] == "error"
    assert verdict(left | {"dated": True}, right, confidence=0.6)[2] == "note"
    assert verdict(left | {"dated": True}, right | {"doc": "a.txt"}, confidence=0.95)[2] == "error"
    assert verdict(left | {"history": True}, right, confidence=0.95)[2] == "warning"
    assert verdict(left | {"history": True}, right | {"history": True}, confidence=0.6)[2] == "note"


def test_a_duration_up_to_now_is_held_against_the_date_of_its_beginning():
    length = {
        "kind": "duration",
        "dimension": "[time]",
        "unit": "year",
        "stated": 3,
        "begins_lo": 700,
        "begins_hi": 900,
    }
    date = DATE | {"begins_lo": 800, "begins_hi": 827, "stated": 800}
    assert verdict(length, date)[:2] == ("FC210", "compatible")
    assert verdict(length, date | {"begins_lo": 100, "begins_hi": 110})[:2] == ("FC210", "conflict")
    assert verdict(length | {"begins_lo": float("nan"), "begins_hi": float("nan")}, date)[1] == "incomparable"


def test_sums_in_two_currencies_meet_at_the_rates_of_their_day():
    dated = MONEY | {"published": 25_993_440.0}  # 4 June 2019
    euros = dated | {"unit": "EUR", "stated": 450_000}
    assert verdict(euros, dated | {"stated": 506_000})[:2] == ("FC130", "agree")
    assert verdict(euros, dated | {"stated": 730_000}) == ("FC130", "conflict", "warning")
    assert verdict(euros, dated | {"unit": "UAH", "stated": 730_000})[1] == "incomparable"


def test_every_pair_is_judged_once_and_in_its_order():
    pairs = pair_table(
        [(TOLL | {"stated": 41}, TOLL | {"stated": 29}), (SHARE | {"stated": 41}, TOLL | {"stated": 29}),
         (DATE | {"stated": 41}, DATE | {"stated": 41})]
    )  # fmt: skip
    pairs.index = [7, 3, 5]
    judged = judge(pairs, RULES)
    assert judged.index.tolist() == [7, 3, 5]
    assert judged["rule"].tolist() == ["FC110", "FC101", "FC201"]
    assert judged["verdict"].tolist() == ["conflict", "incomparable", "agree"]
    assert judged["detail"].tolist()[:2] == ["41 against 29", "unit incomparable"]


def test_an_empty_table_is_judged_empty():
    judged = judge(pair_table([({}, {})]).iloc[:0], RULES)
    assert len(judged) == 0
    assert {"rule", "verdict", "rung", "conflict_class", "severity", "detail"} <= set(judged.columns)


def test_without_rules_everything_is_incomparable():
    assert judge(pair_table([(TOLL, TOLL)]), ())["detail"].tolist() == ["no rule applies"]
