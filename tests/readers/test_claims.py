"""Every claim of the small files, no more and no fewer: place, quote, value, role, measure, subject, qualifiers.

What the lines of ``claims.txt`` say stands at its beginning.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.model import Claim, Document
from factcheck.readers import SourceFile, read_file
from factcheck.reading import read

HERE = Path(__file__).parent
NONE, WRONG = "!", "?"


class Line(NamedTuple):
    """One line of ``claims.txt``: its mark ("" for a claim that is read), its place and what it says."""

    name: str
    mark: str
    place: str
    said: str


def expectations() -> list[Line]:
    name, found = "", []
    for line in (HERE / "claims.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        if " " not in line:
            name = line
            continue
        mark = line.partition(" ")[0] if line[0] in "?!" else ""
        place, _, said = line.removeprefix(mark).strip().partition(" ")
        found.append(Line(name, mark, place, said))
    return found


EXPECTED = expectations()
NAMES = sorted({line.name for line in EXPECTED})


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


def described(claim: Claim) -> str:
    """A claim as a line of ``claims.txt`` without its place."""
    quote = claim.citation.quote.replace("\n", "⏎")
    role = "" if claim.role == "value" else f" ({claim.role})"
    subject = "; ".join(name for name in claim.frame.subject if name != claim.frame.measure)
    parts = (f"{quote} = {value(claim)}{role}", claim.frame.measure, subject, "; ".join(claim.frame.qualifiers))
    return " | ".join(parts).rstrip(" |")


def place(claim: Claim) -> str:
    return f"{claim.citation.line}:{claim.citation.column}"


def read_at(name: str, where: str) -> list[str]:
    return [described(claim) for claim in claims(name) if place(claim) == where]


def lines(*marks: str) -> list[Line]:
    return [line for line in EXPECTED if line.mark in marks]


@pytest.mark.parametrize("line", lines(""), ids=lambda line: f"{line.name} {line.place}")
def test_every_claim_is_read(line):
    assert read_at(line.name, line.place) == [line.said]


@pytest.mark.parametrize("name", NAMES)
def test_no_claim_is_read_that_is_not_written_down(name):
    written = {line.place for line in EXPECTED if line.name == name and line.mark != NONE}
    assert [described(claim) for claim in claims(name) if place(claim) not in written] == []


@pytest.mark.parametrize("line", lines(NONE), ids=lambda line: f"{line.name} {line.place}")
def test_structural_numbers_are_no_claims(line):
    assert read_at(line.name, line.place) == []


@pytest.mark.parametrize("line", lines(WRONG, WRONG + NONE), ids=lambda line: f"{line.name} {line.place}")
def test_what_is_known_to_be_wrong_still_is(line):
    """Once one of these is read as it should be, its mark goes."""
    wanted = [line.said] if line.mark == WRONG else []
    assert read_at(line.name, line.place) != wanted


def test_there_are_enough_files_and_few_known_faults():
    faults = len(lines(WRONG, WRONG + NONE))
    assert len(NAMES) >= 55
    assert faults <= 0.03 * len(lines("", WRONG, WRONG + NONE))
