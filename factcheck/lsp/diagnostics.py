"""A report as diagnostics: one for every place of every new conflict, with the other places beside it."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity

from factcheck.lsp.places import Files
from factcheck.model import Claim, Conflict, Report

_SEVERITIES = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "note": DiagnosticSeverity.Information,
}
# A fact that a hundred pages repeat is explained by a few of them.
_MOST_PLACES = 20


def diagnostics(report: Report, files: Files) -> dict[str, list[Diagnostic]]:
    """The diagnostics of each path that has some, in the order of the report."""
    found: dict[str, list[Diagnostic]] = {}
    for conflict in report.conflicts:
        if conflict.status == "new":
            for path, diagnostic in _of(conflict, files):
                found.setdefault(path, []).append(diagnostic)
    return found


def _of(conflict: Conflict, files: Files) -> Iterator[tuple[str, Diagnostic]]:
    for number, position in enumerate(conflict.positions):
        others = [each for other, each in enumerate(conflict.positions) if other != number]
        elsewhere = [(each.text, claim) for each in others for claim in each.claims]
        for claim in position.claims:
            yield (
                claim.citation.path,
                Diagnostic(
                    range=files.range_of(claim.citation),
                    message=conflict.message,
                    severity=_SEVERITIES[conflict.severity],
                    code=conflict.rule,
                    source="factcheck",
                    related_information=[_related(text, there, files) for text, there in elsewhere[:_MOST_PLACES]],
                    data={"conflict": conflict.id},
                ),
            )


def _related(text: str, claim: Claim, files: Files) -> DiagnosticRelatedInformation:
    sentence = " ".join(claim.citation.sentence.split())
    return DiagnosticRelatedInformation(files.location_of(claim.citation), f"{text}: {sentence}")
