"""Dates of publication: where they are believed, and which contradictions are reported."""

from __future__ import annotations

import pytest

from factcheck.model import Document, PositionMap
from factcheck.readers import SourceFile, read_file
from factcheck.reading import read as reading
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


_STAMPED = "\nPublished: 1 March 2021\n\nThe pier of Lorvik has 12 lamps.\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", "---\ntitle: Pier\ndate: 2024-05-03\n---\n\n# Pier\n" + _STAMPED),
        ("a.md", "+++\ndate = 2024-05-03\n+++\n\n# A <!-- one\ntwo\nthree --> **pier**\n" + _STAMPED),
        ("a.md", "---\ndate: 2024-05-03\n---\n\n" + "[**Map**](https://example.org/long) of `it`\n" * 5 + _STAMPED),
        ("a.html", '<html><head>\n<title>Pier</title>\n<meta property="article:published_time"\ncontent="2024-05-03">\n'
                   "</head><body><article>\n<h1>A &amp; <b>B</b>\n<!-- one\ntwo -->\n&mdash; C</h1>\n"
                   "<p>Published: 1 March 2021</p>\n<p>The pier has 12 lamps and 40 benches.</p></article>"),
    ],
)  # fmt: skip
def test_the_line_of_the_other_date_is_that_of_the_file(path: str, text: str) -> None:
    """Markup, comments and front matter before it are no part of the text that is read."""
    (found,) = (item for item in read_file(SourceFile.of_bytes(path, text.encode())) if isinstance(item, Document))
    (problem,) = reading(found).problems
    assert problem.code == "publication-dates-differ"
    assert "Published: 1 March 2021" in text.split("\n")[problem.line - 1]


def test_front_matter_does_not_contradict_itself() -> None:
    """Before, the date of the front matter stood for that of the page, and no page contradicted it."""
    text = "---\ndate: 2024-05-03\nreleased: 2020-01-01\n---\n\n# Pier\n\nThe pier of Lorvik has 12 lamps.\n"
    (found,) = (item for item in read_file(SourceFile.of_bytes("a.md", text.encode())) if isinstance(item, Document))
    assert found.published == "2024-05-03"
    assert reading(found).problems == ()
