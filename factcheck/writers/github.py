"""Workflow commands that show as annotations on GitHub, and the summary of a step.

A step shows ten annotations; the ten worst are printed and the whole report goes to the step summary.

>>> command("error", {"file": "a,b.md", "line": 3}, "50% sure")
'::error file=a%2Cb.md,line=3::50%25 sure'
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Conflict, Report
from factcheck.writers import markdown
from factcheck.writers.coverage import counted, summary_line
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import one_line
from factcheck.writers.ordering import select
from factcheck.writers.sides import claims_of, headline

NAME = "github"
SUFFIXES: tuple[str, ...] = ()
ANNOTATIONS = 10
SUMMARY_BYTES = 1024 * 1024
"""GitHub refuses a step summary of more than 1 MiB."""

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def write(report: Report, layout: Layout = PLAIN) -> str:
    selection = select(report.conflicts, layout)
    shown = selection.shown[:ANNOTATIONS]
    lines = [_annotation(conflict) for conflict in shown]
    beyond = len(selection.shown) - len(shown) + selection.beyond
    if beyond:
        lines.append(f"{counted(beyond, 'further conflict')} not annotated; the step summary has the whole report.")
    lines += [
        command("error", {"file": one_line(problem.path), "line": problem.line or 1}, one_line(problem.detail))
        for problem in sorted(report.problems)[: ANNOTATIONS - len(shown)]
        if problem.level == "error"
    ]
    return "\n".join([*lines, f"factcheck: {summary_line(report, selection)}"]) + "\n"


def step_summary(report: Report, layout: Layout = PLAIN, *, limit: int = SUMMARY_BYTES) -> str:
    """The Markdown report, with as many conflicts as fit into ``limit`` bytes."""
    conflicts = len(select(report.conflicts, layout).shown)
    while True:
        text = markdown.write(report, Layout(max_conflicts=conflicts))
        if len(text.encode("utf-8", "backslashreplace")) <= limit or conflicts == 0:
            return text
        conflicts //= 2


def command(name: str, properties: Mapping[str, str | int], message: str) -> str:
    """A workflow command; its syntax characters in values are percent-encoded."""
    fields = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {fields}::{_data(message)}"


def _annotation(conflict: Conflict) -> str:
    cited = claims_of(conflict)[0].citation
    place: dict[str, str | int] = {"file": one_line(cited.path), "line": cited.line}
    if cited.end_line == cited.line and cited.end_column > cited.column:
        place |= {"col": cited.column, "endColumn": cited.end_column}
    elif cited.end_line > cited.line:
        place |= {"endLine": cited.end_line}
    place["title"] = f"{one_line(conflict.rule)} {conflict.conflict_class}"
    return command(_LEVELS[conflict.severity], place, f"{headline(conflict)} [{one_line(conflict.id)}]")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
