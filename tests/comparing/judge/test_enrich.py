"""The columns conditions need beyond the claims table: figures as written, rates of exchange around their days."""

import math
from datetime import date

import numpy as np
import pytest

from factcheck.comparing.currency import rate_band
from factcheck.comparing.judge.enrich import EXTRA, enriched
from factcheck.lexicon.units import conversion
from tests.rulebook.specimens import pair_table

EUROS = {"kind": "money", "dimension": "money", "unit": "EUR", "stated": 450_000}
DOLLARS = EUROS | {"unit": "USD"}
JUNE, JULY, AUGUST = (date(2019, month, 4).toordinal() for month in (6, 7, 8))
EPOCH = date(1970, 1, 1).toordinal()


def rates(left, right):
    row = enriched(pair_table([(left, right)])).iloc[0]
    return row["rate_lo"], row["rate_hi"]


def published(day, minutes=0):
    return {"published": (day - EPOCH) * 1440.0 + minutes}


def as_of(first, last):
    return {"as_of_start": first, "as_of_end": last}


def test_a_figure_is_given_as_it_was_written():
    mile, celsius = conversion("mile"), conversion("degree_Celsius")
    left = {"unit": "mile", "dimension": "[length]", "stated": 3.1 * mile.factor}
    right = {"unit": "degree_Celsius", "dimension": "[temperature]", "stated": 21.5 * celsius.factor + celsius.offset}
    row = enriched(pair_table([(left, right)])).iloc[0]
    assert (row["left_number"], row["right_number"]) == (3.1, 21.5)


def test_every_row_has_its_own_unit():
    mile = conversion("mile").factor
    pairs = pair_table([({"unit": "mile", "stated": 2 * mile}, {"stated": 7}), ({"stated": 5}, {}), ({}, {})])
    wide = enriched(pairs)
    assert wide["left_number"].tolist()[:2] == [2.0, 5.0]
    assert math.isnan(wide["left_number"][2])
    assert wide["right_number"][0] == 7.0
    assert math.isnan(wide["right_number"][1])


def test_the_middle_of_the_stated_ends_counts_and_not_of_the_implied():
    row = enriched(pair_table([({"lo": 1, "hi": 99, "stated_lo": 4, "stated_hi": 6}, {})])).iloc[0]
    assert row["left_number"] == 5.0


def test_the_pairs_keep_their_rows_and_get_plain_strings():
    pairs = pair_table([({"measure": "deaths"}, {}), ({}, {"measure": "toll"})])
    pairs.index = [7, 3]
    pairs["left_measure"] = pairs["left_measure"].astype("string").replace("", None)
    wide = enriched(pairs)
    assert wide.index.tolist() == [7, 3]
    assert wide["left_measure"].tolist() == ["deaths", ""]
    assert wide["left_measure"].dtype == wide["right_measure"].dtype == np.dtype(object)
    assert wide["left_lo"].dtype == np.dtype("float64")
    assert set(EXTRA) <= set(wide.columns)
    assert set(pairs.columns) <= set(wide.columns)


@pytest.mark.parametrize(
    ("left", "right", "first", "last"),
    [
        (published(JUNE), published(JUNE), JUNE, JUNE),
        (published(JUNE, 1439), published(JUNE), JUNE, JUNE),
        (published(JUNE), published(AUGUST), JUNE, AUGUST),
        (published(AUGUST), published(JUNE), JUNE, AUGUST),
        (published(JUNE), {}, JUNE, JUNE),
        ({}, published(JUNE), JUNE, JUNE),
        (published(AUGUST) | as_of(JUNE, JULY), {}, JUNE, JULY),
        (as_of(JUNE, JULY), published(AUGUST), JUNE, AUGUST),
        (published(JUNE) | {"as_of_start": AUGUST}, {}, JUNE, JUNE),
        (published(JUNE) | {"as_of_end": AUGUST}, {}, JUNE, JUNE),
    ],
)
def test_a_rate_is_that_of_the_days_of_both_sums(left, right, first, last):
    assert rates(EUROS | left, DOLLARS | right) == rate_band("EUR", "USD", first, last)
    assert rates(DOLLARS | left, EUROS | right) == rate_band("USD", "EUR", first, last)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (EUROS, DOLLARS),
        (EUROS | published(JUNE), EUROS | published(JUNE)),
        (EUROS | published(JUNE), DOLLARS | published(JUNE) | {"dimension": "count"}),
        (EUROS | published(JUNE) | {"dimension": "count"}, DOLLARS | published(JUNE)),
        (EUROS | published(JUNE), DOLLARS | {"unit": "UAH"}),
    ],
)
def test_no_rate_is_given_where_none_is_known_or_asked(left, right):
    assert all(math.isnan(rate) for rate in rates(left, right))


def test_a_pair_without_a_rate_does_not_end_the_search():
    day = published(JUNE)
    pairs = [(EUROS, DOLLARS), (EUROS | day, EUROS | day), (EUROS | day, DOLLARS | {"unit": "UAH"}),
             (EUROS | day, DOLLARS), (DOLLARS | day, EUROS)]  # fmt: skip
    wide = enriched(pair_table(pairs))
    assert np.isnan(wide["rate_lo"]).tolist() == [True, True, True, False, False]
    assert np.isnan(wide["rate_hi"]).tolist() == [True, True, True, False, False]
    assert (wide["rate_lo"][4], wide["rate_hi"][4]) == rate_band("USD", "EUR", JUNE, JUNE)
