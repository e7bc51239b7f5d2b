"""The report as JSON Lines: one conflict a line, in the shape it has in the JSON report.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> write(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ()))
''
"""

from __future__ import annotations

from factcheck.model import Report
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.ordering import ordered
from factcheck.writers.shape import cards_of, conflict_object, encode

NAME = "jsonl"
SUFFIXES = (".jsonl",)


def write(report: Report, layout: Layout = PLAIN) -> str:
    cards = cards_of(report.documents)
    return "".join(encode(conflict_object(conflict, cards)) + "\n" for conflict in ordered(report.conflicts))
