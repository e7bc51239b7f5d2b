"""The report for a terminal: ``file:line:column: severity RULE what`` first, then each quote over a caret line.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> print(write(Report(Coverage(2, 9, 7, 6, 1), (), (), (), ())), end="")
Read 2 documents: 9 mentions, 7 claims, 6 facts; compared 1 pair.
No conflicts.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Conflict, Position, Report
from factcheck.model.finding import Agreement
from factcheck.writers.columns import Paint, carets, columns, wrapped
from factcheck.writers.coverage import counted, coverage_line, not_compared_line, summary_line
from factcheck.writers.evidence import difference_of, evidence_line, evidence_of
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import one_line
from factcheck.writers.ordering import Selection, problems_in_order, select
from factcheck.writers.quoting import passage
from factcheck.writers.settling import settling
from factcheck.writers.shape import Cards, cards_of, confidence

NAME = "text"
SUFFIXES = (".txt",)
BRIEF_AGREEMENTS = 5
_COLORS = {"error": "red", "warning": "yellow", "note": "cyan"}


def write(report: Report, layout: Layout = PLAIN) -> str:
    return "".join(line + "\n" for line in _lines(report, layout))


def _lines(report: Report, layout: Layout) -> Iterator[str]:
    paint = Paint(layout.color)
    selection = select(report.conflicts, layout)
    cards = cards_of(report.documents)
    for conflict in selection.shown:
        yield from _conflict_lines(conflict, cards, layout, paint)
        yield ""
    yield from _agreement_lines(report.agreements, layout)
    yield from _problem_lines(report, layout, paint)
    yield from wrapped(coverage_line(report.coverage), layout.width, hanging="  ")
    yield from wrapped(not_compared_line(report.coverage), layout.width, hanging="  ")
    yield from (f"note: {one_line(notice)}" for notice in report.notices)
    yield paint("bold", summary_line(report, selection))
    yield from _beyond_line(selection)


def _conflict_lines(conflict: Conflict, cards: Cards, layout: Layout, paint: Paint) -> Iterator[str]:
    first = conflict.positions[0].claims[0]
    status = "" if conflict.status == "new" else f" ({conflict.status})"
    severity = paint(_COLORS[conflict.severity], conflict.severity)
    what = one_line(conflict.subject or conflict.message)
    yield (
        f"{paint('bold', _place(first))}: {severity} {one_line(conflict.rule)} {what}: "
        f"{one_line(' / '.join(position.text for position in conflict.positions))}{status}"
    )
    for position in conflict.positions:
        yield from _position_lines(position, first, layout, paint)
    said = {
        "one fact because": evidence_line(evidence_of(conflict)),
        "judged": difference_of(conflict),
        "to settle it": settling(conflict, cards),
        conflict.conflict_class: f"confidence {confidence(conflict):.2f}, {one_line(conflict.id)}",
    }
    for name, words in said.items():
        if words:
            yield from wrapped(f"= {name}: {words}", layout.width, indent="  ", hanging="    ")


def _position_lines(position: Position, first: Claim, layout: Layout, paint: Paint) -> Iterator[str]:
    if position.computed:
        inputs = ", ".join(one_line(text) for text in position.computed.inputs)
        yield f"  = {one_line(position.text)}: {one_line(position.computed.formula)} of {inputs}"
    for claim in position.claims:
        if claim is not first:
            yield paint("bold", _place(claim)) + ":"
        quoted = passage(claim.citation).window(max(layout.width - 4, columns(claim.citation.quote) + 2, 20))
        yield f"  | {quoted.text}"
        if quoted.figure:
            yield "  | " + " " * columns(quoted.before) + paint("green", carets(quoted.figure))


def _place(claim: Claim) -> str:
    cited = claim.citation
    page = f" (page {cited.page})" if cited.page is not None else ""
    return f"{one_line(cited.path)}:{cited.line}:{cited.column}{page}"


def _agreement_lines(agreements: tuple[Agreement, ...], layout: Layout) -> Iterator[str]:
    listed = agreements if layout.verbose else agreements[:BRIEF_AGREEMENTS]
    for agreement in listed:
        places = ", ".join(_place(claim) for claim in agreement.position.claims)
        text = f"agree: {one_line(agreement.subject)}: {one_line(agreement.position.text)} ({places})"
        yield from wrapped(text, layout.width, hanging="  ")
    if len(listed) < len(agreements):
        yield f"… and {counted(len(agreements) - len(listed), 'further agreement')}"
    if agreements:
        yield ""


def _problem_lines(report: Report, layout: Layout, paint: Paint) -> Iterator[str]:
    for problem in problems_in_order(report.problems):
        line = f":{problem.line}" if problem.line else ""
        level = paint(_COLORS[problem.level], problem.level)
        yield f"{one_line(problem.path)}{line}: {level} {problem.code}: {one_line(problem.detail)}"
    if report.problems:
        yield ""


def _beyond_line(selection: Selection) -> Iterator[str]:
    if selection.beyond:
        yield f"{counted(selection.beyond, 'further conflict')} not listed; raise --max-conflicts to see more."
