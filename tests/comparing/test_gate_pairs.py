import pandas as pd
import pytest

from factcheck.comparing.compare import pair_table
from factcheck.comparing.gate import gate
from factcheck.comparing.table import claims_table
from tests.comparing.claims import claim, count, reading


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
