from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing import block as blocking
from factcheck.comparing.block import CAP, SMALL_GROUP, Places, block, blocks_of
from factcheck.comparing.claim_columns import ClaimColumns
from factcheck.comparing.profiles import Profiles
from factcheck.comparing.ragged import Ragged
from factcheck.comparing.statistics import statistics
from factcheck.comparing.table import claims_table
from tests.comparing.claims import claim, count, percent, reading

FERRY = "the ferry sank off lorvik killing people"


def blocks(claims, groups=None, against=()):
    cards = {c.citation.doc_id: reading(c.citation.doc_id) for c in claims}
    table = claims_table(claims, cards)
    looked_at = Profiles(claims, ClaimColumns.of(table), cards)
    sides = [1 if c.citation.doc_id in against else 0 for c in claims]
    return block(looked_at, statistics(looked_at), groups, sides)


def pairs(*claims, **more):
    found = blocks(claims, **more).pairs
    return list(zip(found["left"].tolist(), found["right"].tolist(), strict=True))


def toll(doc, people=41, **more):
    return claim(f"{people} people", count(people, people), doc=doc, sentence=FERRY, measure="deaths", **more)


def test_claims_that_share_measure_and_rare_words_meet_once():
    assert pairs(toll("a"), toll("b", 29)) == [(0, 1)]


def test_claims_of_another_dimension_do_not_meet():
    assert pairs(toll("a"), claim("12%", percent(12, 12), doc="b", sentence=FERRY, measure="deaths")) == []


def test_claims_of_one_sentence_do_not_meet():
    assert pairs(toll("a"), toll("a", 29, at=40)) == []


def test_only_documents_of_one_group_meet_and_the_ungrouped_meet_nobody():
    claims = [toll("a"), toll("b"), toll("c"), toll("d")]
    assert pairs(*claims, groups={"a": "x", "b": "x", "c": "y"}) == [(0, 1)]


def test_the_archive_is_not_compared_with_itself():
    claims = [toll("draft"), toll("old1"), toll("old2")]
    assert pairs(*claims, against=("old1", "old2")) == [(0, 1), (0, 2)]


def test_a_key_of_too_many_claims_is_dropped_and_counted():
    claims = [toll(f"{number:03}") for number in range(CAP + 1)]
    found = blocks(claims)
    assert found.capped == CAP + 1
    assert found.pairs.empty


@pytest.mark.parametrize("scale", [2, 4])
def test_pairs_grow_about_linearly_with_unrelated_stories(scale):
    def corpus(stories):
        return [
            claim(
                "41 people",
                doc=f"{n}{side}",
                sentence=f"ship{n} sank off port{n}",
                measure="deaths",
                subject=(f"Ship{n}",),
            )
            for n in range(stories)
            for side in "ab"
        ]

    assert len(pairs(*corpus(CAP * scale))) == scale * len(pairs(*corpus(CAP)))


LIMITS = ("_KEYS_AT_ONCE", "_PAIRS_AT_ONCE", "CAP", "SMALL_GROUP")
# Keys spread over all ranges of 64 bits, those with the lowest bit of a whole group.
KEYS = st.sampled_from([n * 0x1999_9999_9999_9998 + group for n in range(9) for group in (0, 1)])


@given(
    st.lists(st.lists(KEYS, max_size=4), max_size=12),
    st.sampled_from([(2_000_000, 4_000_000), (5, 3), (1, 1)]),
    st.sampled_from([(CAP, SMALL_GROUP), (2, 3)]),
)
def test_blocks_made_range_by_range_are_those_of_the_definition(keys, at_once, most):
    rows = range(len(keys))
    under = {key: [row for row in rows for each in keys[row] if each == key] for row in rows for key in keys[row]}
    kept = {key: met for key, met in under.items() if len(met) <= most[key & 1]}
    expected = {pair for met in kept.values() for pair in combinations(sorted(set(met)), 2) if _apart(*pair)}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in zip(
            ("_KEYS_AT_ONCE", "_PAIRS_AT_ONCE", "CAP", "SMALL_GROUP"), (*at_once, *most), strict=True
        ):
            patch.setattr(blocking, name, value)
        found = blocks_of(Ragged.of(keys, np.uint64), _places(len(keys)))
    assert list(zip(found.left.tolist(), found.right.tolist(), strict=True)) == sorted(expected)
    assert found.capped == len({row for key, met in under.items() if key not in kept for row in met})


def _places(size):
    """Every third row is of one document and sentence."""
    numbers, zeros = np.arange(size), np.zeros(size, np.int64)
    return Places(np.where(numbers % 3, numbers, 0), zeros, zeros, zeros, zeros, zeros)


def _apart(left, right):
    return bool(left % 3 or right % 3)
