"""Every claim of the small files: place, quote, value, unit, and what it is about; see ``claims.txt``."""

from functools import cache
from pathlib import Path

import pytest

from factcheck.model import Claim, Document
from factcheck.readers import SourceFile, read_file
from factcheck.reading import read

HERE = Path(__file__).parent


def expectations() -> list[tuple[str, str]]:
    name, found = "", []
    for line in (HERE / "claims.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            stands_for_a_file = " " not in line
            name = line if stands_for_a_file else name
            found += [] if stands_for_a_file else [(name, line)]
    return found


EXPECTED = expectations()


@cache
def claims(name: str) -> tuple[Claim, ...]:
    documents = (item for item in read_file(SourceFile(name, HERE / "files" / name)) if isinstance(item, Document))
    return tuple(claim for document in documents for claim in read(document).claims)


def value(claim: Claim) -> str:
    quantity = claim.quantity
    if quantity is None:
        return claim.time.timex if claim.time else ""
    low, high = (f"{end:.12g}" if end is not None else "" for end in (quantity.stated.lo, quantity.stated.hi))
    return f"{low if low == high else f'{low}..{high}'} {quantity.unit}".strip()


def about(claim: Claim) -> str:
    frame = claim.frame
    words = (frame.measure, *frame.modifiers, frame.verb, *frame.subject, *frame.qualifiers, *frame.headings)
    labels = (text for _, text in claim.labels)
    return " ".join(
        (*words, *frame.words, *frame.names, *frame.identifiers, *labels, claim.citation.sentence)
    ).casefold()


def place(claim: Claim) -> str:
    return f"{claim.citation.line}:{claim.citation.column}"


@pytest.mark.parametrize(("name", "line"), [pair for pair in EXPECTED if not pair[1].startswith("!")])
def test_every_claim_is_read(name, line):
    claimed, _, words = line.partition("|")
    where, _, said = claimed.strip().partition(" ")
    quote, _, expected = said.rpartition(" = ")
    found = {(place(claim), claim.citation.quote): claim for claim in claims(name)}
    assert (where, quote) in found, sorted(found)
    claim = found[where, quote]
    assert value(claim) == expected
    assert [word for word in words.casefold().split() if word not in about(claim)] == []


@pytest.mark.parametrize(("name", "line"), [pair for pair in EXPECTED if pair[1].startswith("!")])
def test_structural_numbers_are_no_claims(name, line):
    assert line[1:].strip() not in {place(claim) for claim in claims(name)}


def test_no_claim_is_forgotten():
    """Hardly a claim that is not written down: dates and words for numbers that other tests look after."""
    written = {(name, line.split()[0]) for name, line in EXPECTED}
    names = {name for name, _ in EXPECTED}
    every = [(name, place(claim)) for name in sorted(names) for claim in claims(name)]
    forgotten = [where for where in every if where not in written]
    assert len(forgotten) <= 0.2 * len(every), forgotten
