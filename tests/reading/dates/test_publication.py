"""Dates of publication: where they are believed, and which contradictions are reported."""

from __future__ import annotations

import pytest

from factcheck.model import Document, PositionMap
from factcheck.reading.dates.publication import Evidence, evidence, publication_date
from tests.reading.dates.conftest import document, passages

BODY = "\n\nThe ferry sank off Ness on 1 May 2011. It had been built in 1987."


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("Ferry sinks\n\nBy Ada Moss | March 1, 2025", "2025-03-01"),
        ("Ferry sinks\n\nBy | March 1, 2025", "2025-03-01"),
        ("Ferry sinks\n\nBy Ada Moss, 1 March 2025", "2025-03-01"),
        ("Ferry sinks\n\nPublished: 1 March 2025 10:30 GMT", "2025-03-01"),
        ("Ferry sinks\n\nPosted on March 1, 2025", "2025-03-01"),
        ("Ferry sinks\n\nSaturday, 1 March 2025", "2025-03-01"),
        ("March 1, 2025 — NESS. A ferry sank.", "2025-03-01"),
        ("NESS, 1 March 2025 (Coast Press) – A ferry sank.", "2025-03-01"),
        ("Ferry sinks\n\n2025-03-01", "2025-03-01"),
        ("Ferry sinks\n\nLast updated 1 March 2025", "2025-03-01"),
    ],
)
def test_dateline_or_byline(top: str, day: str) -> None:
    text = top + BODY
    assert publication_date(document(text, None), passages(text)) == (day, ())


@pytest.mark.parametrize(
    "top",
    [
        "Ferry sinks",
        "On 1 March 2025, a ferry sank.",
        "The law of 1 March 2025 applies.",
        "Ferry sinks\n\nMarch 2025",
        "Ferry sinks\n\n03/04/2025",
        "All stories\n\n1 March 2025\n\n2 March 2025\n\n3 March 2025",
        "By 1 March 2025, the ferry had sunk.",
    ],
)
def test_no_evidence(top: str) -> None:
    text = top + BODY
    assert publication_date(document(text, None), passages(text)) == (None, ())


def test_a_label_is_better_evidence_than_a_date_alone() -> None:
    text = "Ferry sinks\n\n4 March 2025\n\nPublished: 1 March 2025" + BODY
    assert publication_date(document(text, None), passages(text))[0] == "2025-03-01"


def test_metadata_wins_and_the_contradiction_is_reported() -> None:
    text = "Ferry sinks\n\nBy Ada Moss | March 1, 2025" + BODY
    published, problems = publication_date(document(text, "2024-05-03T08:00Z"), passages(text))
    assert published == "2024-05-03T08:00Z"
    (problem,) = problems
    assert (problem.level, problem.code, problem.line) == ("note", "publication-dates-differ", 3)
    assert "2024-05-03" in problem.detail
    assert "2025-03-01" in problem.detail


def test_a_day_apart_is_no_contradiction() -> None:
    text = "Ferry sinks\n\nBy Ada Moss | March 1, 2025" + BODY
    assert publication_date(document(text, "2025-03-02"), passages(text)) == ("2025-03-02", ())


def test_the_address_contradicts() -> None:
    text = "Ferry sinks" + BODY
    url = "https://example.org/2024/05/03/ferry-sinks"
    (problem,) = publication_date(document(text, "2025-03-01", url), passages(text))[1]
    assert problem.code == "publication-dates-differ"
    assert publication_date(document(text, "2024-05-03", url), passages(text))[1] == ()
    assert publication_date(document(text, None, url), passages(text)) == (None, ())


@pytest.mark.parametrize(
    ("line", "published", "day", "confidence"),
    [
        ("Nothing here says when.", "2024-05-03", "2024-05-03", 1.0),
        ("By Ada Moss | May 3, 2024", "2024-05-02", "2024-05-02", 1.0),
        ("Published: May 3, 2024", None, "2024-05-03", 0.95),
        ("By Ada Moss | May 3, 2024", None, "2024-05-03", 0.9),
        ("LORVIK, May 3, 2024 – The pier sank.", None, "2024-05-03", 0.9),
        ("May 3, 2024", None, "2024-05-03", 0.6),
        ("Last updated on May 3, 2024", None, "2024-05-03", 0.5),
        ("The pier was sold on 3 May 2024.", None, None, 0.0),
    ],
)
def test_a_day_is_trusted_as_far_as_what_tells_it(line, published, day, confidence):
    text = f"Pier sinks in Lorvik bay\n\n{line}\n"
    page = Document("a", "a", text, PositionMap.of_text(text), published=published)
    assert evidence(page) == Evidence(day, confidence)
