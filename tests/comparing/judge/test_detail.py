"""What a verdict rests on, in words: figures in the unit of the text, days as ISO days, open and missing ends."""

import math
import warnings
from datetime import date

import pandas as pd
import pytest

from factcheck.comparing.judge.detail import details, span
from factcheck.comparing.judge.enrich import enriched
from factcheck.lexicon.units import conversion
from tests.rulebook.specimens import pair_table

DATE = {"kind": "date", "dimension": "date"}
LENGTH = {"kind": "measure", "dimension": "[length]", "unit": "kilometer"}
FIRST, LAST = date.min.toordinal(), date.max.toordinal()


def detail(left, right, verdict="conflict", rung="rung"):
    judged = pd.DataFrame({"verdict": [verdict], "detail": [rung]})
    (told,) = details(enriched(pair_table([(left, right)])), judged)
    return told


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ((17.0, 19.0, False, False), "17 to 19"),
        ((17.0, 19.0, True, True), "17 to 19"),
        ((41.0, 41.0, False, False), "41"),
        ((20.0, math.inf, True, False), "more than 20"),
        ((20.0, math.inf, False, True), "at least 20"),
        ((-math.inf, 7.0, False, True), "less than 7"),
        ((-math.inf, 7.0, True, False), "up to 7"),
        ((1234567.0, 1234567.0, False, False), "1,234,570"),
        ((0.12345678, 0.12345678, False, False), "0.123457"),
        ((1.0000001, 1.0000002, False, False), "1"),
        ((12345678901.0, 12345678901.0, False, False), "12,345,700,000"),
        ((-3.5, -1.0, False, False), "-3.5 to -1"),
    ],
)
def test_an_interval_in_words(interval, expected):
    assert span(*interval) == expected


@pytest.mark.parametrize("verdict", ["agree", "compatible", "superseded", "conflict"])
def test_a_verdict_names_both_sides(verdict):
    assert detail({"stated": 41}, {"lo": 20, "lo_open": True}, verdict) == "41 against more than 20"
    assert detail({"hi": 20, "hi_open": True}, {"lo": 3, "hi": 5}, verdict) == "less than 20 against 3 to 5"


def test_what_was_not_compared_keeps_its_rung():
    assert detail({"stated": 41}, {"stated": 29}, "incomparable", "unit incomparable") == "unit incomparable"


def test_rows_keep_their_own_words():
    pairs = enriched(pair_table([({"stated": 4}, {}), ({"stated": 5}, {"stated": 6}), ({"stated": 7}, {"stated": 8})]))
    judged = pd.DataFrame({"verdict": ["incomparable", "conflict", "agree"], "detail": ["a", "b", "c"]})
    assert list(details(pairs, judged)) == ["a", "5 against 6", "7 against 8"]
    assert judged["detail"].tolist() == ["a", "b", "c"], "the table it was told from stays as it is"


def test_a_side_without_a_value_says_so():
    assert detail({}, {"stated": 3}) == "no value against 3"
    assert detail({"stated": 3}, {}) == "3 against no value"


def test_a_figure_is_told_in_the_unit_of_its_text():
    metres = conversion("kilometer").factor
    far = LENGTH | {"lo": 4.5 * metres, "hi": 6.5 * metres, "stated_lo": 5 * metres, "stated_hi": 5 * metres}
    assert detail(far, LENGTH | {"stated": 7 * metres}) == "4.5 to 6.5 kilometer against 7 kilometer"
    assert detail(LENGTH | {"stated": 0}, LENGTH | {"stated": 7 * metres}) == "0 kilometer against 7 kilometer"


def test_neither_zero_nor_a_missing_value_is_warned_of():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert detail(LENGTH | {"stated": 0}, LENGTH) == "0 kilometer against no value"


def test_a_unit_of_two_words_has_no_underscore():
    data = {"dimension": "area", "unit": "square_mile", "stated": 3 * conversion("square_mile").factor}
    assert detail(data, data) == "3 square mile against 3 square mile"


def test_a_scale_with_an_offset_is_told_in_its_base_unit_below_zero():
    """Minus ten degrees are a positive base value: the quotient of the two is no scale."""
    known = conversion("degree_Celsius")
    cold = {"dimension": "[temperature]", "unit": "degree_Celsius", "stated": -10 * known.factor + known.offset}
    assert detail(cold, cold) == "263.15 degree Celsius against 263.15 degree Celsius"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"stated": date(1874, 5, 9).toordinal()}, "1874-05-09"),
        ({"lo": 1, "hi": 31}, "0001-01-01 to 0001-01-31"),
        ({"lo": date(1874, 5, 9).toordinal()}, "from 1874-05-09"),
        ({"hi": date(1874, 5, 9).toordinal()}, "until 1874-05-09"),
        ({"lo": FIRST - 1, "hi": LAST}, "until 9999-12-31"),
        ({"lo": LAST, "hi": LAST + 1}, "from 9999-12-31"),
    ],
)
def test_days_are_told_as_iso_days(days, expected):
    assert detail(DATE | days, {"stated": 3}) == f"{expected} against 3"
    assert detail({"stated": 3}, DATE | days) == f"3 against {expected}"
