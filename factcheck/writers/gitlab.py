"""The report for GitLab code quality: one issue for each conflict and file, so that each side shows in its diff.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> write(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ()))
'[]\\n'
"""

from __future__ import annotations

from hashlib import blake2b

from factcheck.model import Claim, Conflict, Report
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import one_line
from factcheck.writers.ordering import select
from factcheck.writers.shape import Object, encode
from factcheck.writers.sides import first_in_each_path, headline

NAME = "gitlab"
SUFFIXES: tuple[str, ...] = ()
_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def write(report: Report, layout: Layout = PLAIN) -> str:
    issues = [
        _issue(conflict, claim)
        for conflict in select(report.conflicts, layout).shown
        for claim in first_in_each_path(conflict)
    ]
    return encode(issues, indent=2) + "\n"


def _issue(conflict: Conflict, claim: Claim) -> Object:
    cited = claim.citation
    # One issue is shown for each fingerprint: the path is part of it, the line is not.
    identity = f"{conflict.id}\0{cited.path}".encode("utf-8", "surrogatepass")
    return {
        "description": headline(conflict),
        "check_name": one_line(conflict.rule),
        "fingerprint": blake2b(identity, digest_size=16).hexdigest(),
        "severity": _SEVERITIES[conflict.severity],
        "location": {"path": one_line(cited.path.removeprefix("./")), "lines": {"begin": max(cited.line, 1)}},
    }
