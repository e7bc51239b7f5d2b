"""The report as one JSON object, schema ``factcheck-report/1``.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> write(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ())).splitlines()[1]
'  "schema": "factcheck-report/1",'
"""

from __future__ import annotations

from factcheck.model import Report
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.ordering import ordered
from factcheck.writers.shape import (
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


def write(report: Report, layout: Layout = PLAIN) -> str:
    return encode(report_object(report), indent=2) + "\n"


def report_object(report: Report) -> Object:
    """Everything in the report, known conflicts with their status included."""
    cards = cards_of(report.documents)
    coverage = report.coverage
    return {
        "schema": SCHEMA,
        "tool": {"name": "factcheck", "version": report.tool_version},
        "coverage": {
            "documents": coverage.documents,
            "mentions": coverage.mentions,
            "claims": coverage.claims,
            "facts": coverage.facts,
            "compared_pairs": coverage.compared_pairs,
            "not_compared": dict(sorted(coverage.not_compared.items())),
            "rules": dict(sorted(coverage.rules.items())),
            "skipped_files": dict(sorted(coverage.skipped_files.items())),
        },
        "documents": [document_object(card) for card in report.documents],
        "conflicts": [conflict_object(conflict, cards) for conflict in ordered(report.conflicts)],
        "agreements": [
            {"subject": agreement.subject, "positions": [position_object(agreement.position, cards)]}
            for agreement in report.agreements
        ],
        "problems": [problem_object(problem) for problem in sorted(report.problems)],
        "notices": list(report.notices),
    }
