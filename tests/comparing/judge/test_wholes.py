"""Shares of a whole against absolute figures: which meet, and the arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.judge.wholes import _times, against_wholes
from factcheck.model import Document, Finding, Interval, PositionMap
from factcheck.pipeline import read_passage
from factcheck.rulebook import rules_in_force
from factcheck.rulebook.constants import load_constants

RULES = rules_in_force(())
SHARE = "Tollmark controls about 20% of Varennia."


def found(tmp_path: Path, pages: Sequence[str]) -> list[Finding]:
    file = tmp_path / "constants.yaml"
    file.write_text("- id: area\n  says: Varennia has an area of 60,000 square kilometres.\n", encoding="utf-8")
    readings = [
        read_passage(Document(name, name, text, PositionMap.of_text(text)))
        for name, text in zip("abcd", pages, strict=False)
    ]
    claims = [claim for reading in readings for claim in reading.claims]
    cards = {reading.doc_id: reading for reading in readings}
    return against_wholes(load_constants(file, read_passage), claims, cards, RULES)


@pytest.mark.parametrize(
    ("page", "conflicts"),
    [
        ("Tollmark controls 25,000 square kilometres of Varennia.", 1),
        ("Tollmark controls 9,600 square miles of Varennia.", 1),
        ("Tollmark controls 4,600 square miles of Varennia.", 0),
        ("Tollmark controls 12,000 square kilometres of Varennia.", 0),
        ("Tollmark controls 60,000 square kilometres of Varennia.", 0),
        ("Tollmark controls 25,000 square kilometres of Brellin.", 0),
        ("Lorvik controls 25,000 square kilometres of Varennia.", 0),
        ("Varennia has 25,000 square kilometres of forest.", 0),
        ("Tollmark will control 25,000 square kilometres of Varennia if the line breaks.", 0),
        ("Tollmark controls 25,000 boats of Varennia.", 0),
    ],
)
def test_an_absolute_figure_must_meet_the_share_of_the_whole(tmp_path: Path, page: str, conflicts: int) -> None:
    assert len(found(tmp_path, (SHARE, page))) == conflicts


def test_the_finding_shows_its_arithmetic_and_cites_the_share(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, (SHARE, "Tollmark controls 25,000 square kilometres of Varennia."))
    assert finding.detail == "about 20% of 60,000 square kilometres = 10,800 to 13,200 square kilometers"
    assert (finding.rule_id, finding.conflict_class) == ("FC510", "basis")
    assert [claim.citation.doc_id for claim in finding.sources] == ["a"]
    assert finding.computed is not None
    assert "constants.yaml:2" in finding.computed.inputs[1]


def test_one_share_told_twice_is_held_against_a_figure_once(tmp_path: Path) -> None:
    pages = (SHARE, SHARE, "Tollmark controls 25,000 square kilometres of Varennia.")
    assert len(found(tmp_path, pages)) == 1


percents = st.floats(0, 100).flatmap(lambda lo: st.floats(lo, 100).map(lambda hi: Interval(lo, hi)))
amounts = st.floats(0, 1e9).flatmap(lambda lo: st.floats(lo, 1e9).map(lambda hi: Interval(lo, hi)))


@given(percents, amounts, st.floats(0, 1), st.floats(0, 1))
def test_the_product_holds_every_share_of_every_whole(
    percent: Interval, whole: Interval, one: float, other: float
) -> None:
    product = _times(percent, whole)
    assert product is not None
    assert None not in (percent.lo, percent.hi, whole.lo, whole.hi, product.lo, product.hi)
    share = percent.lo + one * (percent.hi - percent.lo)
    amount = whole.lo + other * (whole.hi - whole.lo)
    slack = 1e-9 * (1 + product.hi)
    assert product.lo - slack <= share * amount / 100 <= product.hi + slack
