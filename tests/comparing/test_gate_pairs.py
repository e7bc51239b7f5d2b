from datetime import date

import pandas as pd
import pytest

from factcheck.comparing.compare import pair_table
from factcheck.comparing.gate import gate
from factcheck.comparing.samples import is_sample
from factcheck.comparing.table import claims_table
from tests.comparing.claims import claim, count, day, reading


def gated(left, right):
    claims = (left, right)
    cards = {c.citation.doc_id: reading(c.citation.doc_id) for c in claims}
    table = claims_table(claims, cards)
    return gate(pair_table(table, pd.DataFrame({"left": [0], "right": [1]})))


def test_two_plain_values_pass():
    pairs, dropped = gated(claim("41 people", doc="a"), claim("29 people", doc="b"))
    assert (len(pairs), dropped) == (1, {})


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ({"role": "part"}, {"role": "total"}, "different role"),
        ({"role": "from"}, {"role": "to"}, "different role"),
        ({"role": "change"}, {}, "different role"),
        ({"role": "limit"}, {"role": "default"}, "different role"),
        ({"role": "example"}, {}, "example value"),
        ({"modality": "forecast"}, {}, "a plan or forecast against a fact, or denied, supposed, withdrawn"),
        ({"modality": "corrected"}, {}, "a plan or forecast against a fact, or denied, supposed, withdrawn"),
        ({"qualifiers": ("per day",)}, {"qualifiers": ("per year",)}, "different period"),
    ],
)
def test_what_cannot_be_one_fact_is_dropped_and_counted(left, right, reason):
    pairs, dropped = gated(claim("41", count(41, 41), doc="a", **left), claim("29", count(29, 29), doc="b", **right))
    assert (len(pairs), dropped) == (0, {reason: 1})


@pytest.mark.parametrize(("left", "right"), [("value", "to"), ("value", "limit"), ("value", "default"), ("to", "to")])
def test_a_value_answers_what_a_change_ends_at_or_a_limit_is(left, right):
    pairs, _ = gated(claim("41", doc="a", role=left), claim("29", doc="b", role=right))
    assert len(pairs) == 1


def test_the_days_of_two_pages_are_not_compared():
    left, right = (
        claim(f"{number} May 2021", time=day(date(2021, 5, number), date(2021, 5, number)), doc=doc, measure="update")
        for number, doc in ((3, "a"), (9, "b"))
    )
    assert gated(left, right)[1] == {"the date of a page": 1}


def test_what_two_texts_deny_in_the_same_words_is_compared():
    left, right = (claim("41", count(41, 41), doc=doc, modality="negated", verb="open") for doc in ("a", "b"))
    assert len(gated(left, right)[0]) == 1


@pytest.mark.parametrize(
    ("sentence", "frame", "sample"),
    [
        ("The job reserves 8 cores.", {"verb": "reserve"}, True),
        ("The run takes 8 cores (--cores=8).", {"verb": "take"}, True),
        ("The ferry takes 8 lorries.", {"verb": "take"}, False),
        ("The harbour reserves 8 berths.", {"verb": "reserve"}, False),
    ],
)
def test_what_a_sample_asks_for_is_an_example(sentence, frame, sample):
    assert is_sample(claim("8", count(8, 8), sentence=sentence, **frame)) is sample


def test_a_default_beside_its_option_is_no_sample():
    assert not is_sample(claim("8", count(8, 8), role="default", sentence="The default is 8 (--cores=8)."))
