"""The report as Reviewdog Diagnostic JSON: one diagnostic for each conflict and file, the others as related places.

Columns of this format count UTF-8 bytes of the line, which a report does not hold; places are whole lines.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> '"diagnostics": []' in write(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ()))
True
"""

from __future__ import annotations

from factcheck.model import Claim, Conflict, Report
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import one_line
from factcheck.writers.ordering import select
from factcheck.writers.quoting import LONGEST_QUOTE, passage
from factcheck.writers.shape import Object, encode
from factcheck.writers.sides import claims_of, first_in_each_path, headline

NAME = "rdjson"
SUFFIXES = (".rdjson",)
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def write(report: Report, layout: Layout = PLAIN) -> str:
    diagnostics = [
        _diagnostic(conflict, claim)
        for conflict in select(report.conflicts, layout).shown
        for claim in first_in_each_path(conflict)
    ]
    return encode({"source": {"name": "factcheck"}, "diagnostics": diagnostics}, indent=2) + "\n"


def _diagnostic(conflict: Conflict, claim: Claim) -> Object:
    return {
        "message": f"{headline(conflict)} [{one_line(conflict.id)}]",
        "location": _location(claim),
        "severity": _SEVERITIES[conflict.severity],
        "code": {"value": one_line(conflict.rule)},
        "relatedLocations": [
            {"message": passage(other.citation).window(LONGEST_QUOTE).text, "location": _location(other)}
            for other in claims_of(conflict)
            if other is not claim
        ],
    }


def _location(claim: Claim) -> Object:
    cited = claim.citation
    lines = {"start": {"line": max(cited.line, 1)}, "end": {"line": max(cited.end_line, cited.line, 1)}}
    return {"path": one_line(cited.path), "range": lines}
