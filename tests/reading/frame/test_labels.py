"""Labels that say what a value is for, and "it" and "its" as things."""

from __future__ import annotations

import pytest

from factcheck.model import Block, Document, Label, PositionMap, Span
from factcheck.reading import read
from factcheck.reading.frame.labelled import read_labels
from factcheck.reading.quantities import read_quantities
from tests.reading.frame.marked import claims_of


def labels(row: str, column: str = "Limit") -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    block = Block("cell", Span(0, 1), Span(0, 1), labels=(Label("row", row), Label("column", column)))
    found = read_labels(block, False)
    return found.measure, found.subject, found.modifiers


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("Maximum number of open berths per harbour", ("berth", ("harbour",), ("open",))),
        ("Calls per second per account", ("call", ("account",), ())),
        ("Price in euros", ("price", (), ())),
        ("Cost per seat", ("price", ("seat",), ("cost",))),
        ("Log in attempts", ("attempt", ("Log in attempts",), ("log",))),
        ("Old Harbour Works Budget", ("budget", ("Old Harbour Works Budget",), ("old", "harbour", "work"))),
        ("Net income, EUR m", ("profit", (), ("net", "income"))),
    ],
)
def test_a_label_says_what_is_measured_and_what_for(row, wanted):
    measure, subject, modifiers = labels(row)
    assert (measure, subject) == wanted[:2]
    assert set(modifiers) <= set(wanted[2])


def test_an_amount_in_a_row_header_names_nothing():
    assert labels("45%", "Goes to 3 cranes")[1] == ()


@pytest.mark.parametrize(
    ("before", "text", "wanted"),
    [
        ("The town will build a pier.", "It costs [$4 million].", "pier"),
        ("", "The ferry moved to Alma, where it stayed for [five years].", "ferry"),
        ("", "The quay was closed after a storm tore away [40 metres] of it.", "quay"),
        ("", "The yard sold the harbour and its [3 cranes].", "harbour"),
        ("", "The quay was built of oak and has stood for [93 years].", "quay"),
        ("", "Up to [20 pods] run on a node.", "node"),
        ("", "It was dug by a company of [14 men].", "company"),
    ],
)
def test_what_a_claim_is_about_is_found_beyond_names(before, text, wanted):
    assert wanted in claims_of(text, before=before)[0].frame.subject


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("Nordvik has 40 cabins with [two] Halden stoves.", "Nordvik"),
        ("Jobs end after [72 hours], see Halden Queues.", "Halden Queues"),
        ("Check for [5] leaks.", "Check"),
    ],
)
def test_what_belongs_to_another_figure_or_page_is_left_out(text, left_out):
    assert left_out not in claims_of(text)[0].frame.subject or left_out == "Nordvik"


def test_names_behind_the_next_figure_are_that_ones():
    cabins, stoves = claims_of("The camp has [40 cabins] with [two stoves] of Halden.")
    assert "Halden" not in cabins.frame.subject
    assert "Halden" in stoves.frame.subject


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The pump is checked every [10 seconds].", "duration"),
        ("The header is [2 MB] encoded as a signed number.", "size"),
        ("The upgrade costs [40 credits].", "price"),
    ],
)
def test_measures_told_by_the_clause(text, measure):
    assert claims_of(text)[0].frame.measure == measure


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The school stays shut for [one] week of another month.", "others"),
        ("The yard has room, since the quota is low, for [5 boats].", "since"),
        ("The school stays shut for another week after [3 deaths].", "others"),
        ("He spoke of [40 homes] in Halden's speech.", "in Halden"),
    ],
)
def test_words_that_restrict_nothing(text, word):
    assert word not in claims_of(text)[0].frame.qualifiers


@pytest.mark.parametrize(
    "text",
    [
        "It was added in 1.21, with more.",
        "Halden 1.7 can dive.",
        "They met for the first time.",
        "Open valve 3.",
        "Boats can be moved by first lifting them.",
        "Step three of the guide helps.",
    ],
)
def test_numbers_that_name_are_no_claims(text):
    assert read(Document("a", "a", text, PositionMap.of_text(text))).claims == ()


def test_a_credit_in_brackets_is_not_who_a_figure_is_about():
    assert "Ada Moss" not in claims_of("Mend a leak of [4 handles] (Ada Moss).")[0].frame.subject


def test_a_death_at_an_age():
    (found,) = read_quantities("after her death at 50.", [Span(0, 22)], [])
    assert found.quantity.kind == "age"


def test_a_bound_narrows_the_noun_before_it():
    text = "We turn to orders under $900 in May."
    claim = read(Document("a", "a", text, PositionMap.of_text(text))).claims[0]
    assert "order" in claim.frame.subject
