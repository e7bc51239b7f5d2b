"""The report as one JSON object, schema ``factcheck-report/1``.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> write(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ())).splitlines()[1]
'  "schema": "factcheck-report/1",'
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Report
from factcheck.model.finding import Agreement
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.ordering import ordered
from factcheck.writers.shape import (
    Cards,
    Object,
    cards_of,
    conflict_object,
    document_object,
    encode,
    position_object,
    problem_object,
)  # fmt: skip

NAME = "json"
SUFFIXES = (".json",)
SCHEMA = "factcheck-report/1"
# Before what stands in a list of the report.
_IN_LIST = "\n    "


def write(report: Report, layout: Layout = PLAIN) -> str:
    return "".join(pieces(report, layout))


def pieces(report: Report, layout: Layout = PLAIN) -> Iterator[str]:
    """The text of ``write``, an entry of a list at a time: with every agreement of a large corpus as an object it
    would be the largest thing in memory."""
    opening = "{"
    for key, value in _parts(report):
        yield f"{opening}\n  {encode(key)}: "
        yield from (_listed(value) if isinstance(value, Iterator) else (_indented(value, "\n  "),))
        opening = ","
    yield "\n}\n"


def _listed(objects: Iterator[object]) -> Iterator[str]:
    opening = "["
    for each in objects:
        yield f"{opening}\n    {_indented(each, _IN_LIST)}"
        opening = ","
    yield "[]" if opening == "[" else "\n  ]"


def _indented(value: object, new_line: str) -> str:
    # No line of JSON text ends inside a string.
    return encode(value, indent=2).replace("\n", new_line)


def _parts(report: Report) -> Iterator[tuple[str, object]]:
    """Everything in the report, known conflicts with their status included; long lists as iterators."""
    cards = cards_of(report.documents)
    coverage = report.coverage
    yield "schema", SCHEMA
    yield "tool", {"name": "factcheck", "version": report.tool_version}
    yield (
        "coverage",
        {
            "documents": coverage.documents,
            "mentions": coverage.mentions,
            "claims": coverage.claims,
            "facts": coverage.facts,
            "compared_pairs": coverage.compared_pairs,
            "not_compared": dict(sorted(coverage.not_compared.items())),
            "rules": dict(sorted(coverage.rules.items())),
            "skipped_files": dict(sorted(coverage.skipped_files.items())),
        },
    )
    yield "documents", (document_object(card) for card in report.documents)
    yield "conflicts", (conflict_object(conflict, cards) for conflict in ordered(report.conflicts))
    yield "agreements", (_agreement_object(agreement, cards) for agreement in report.agreements)
    yield "problems", (problem_object(problem) for problem in sorted(report.problems))
    yield "notices", iter(report.notices)


def _agreement_object(agreement: Agreement, cards: Cards) -> Object:
    return {"subject": agreement.subject, "positions": [position_object(agreement.position, cards)]}
