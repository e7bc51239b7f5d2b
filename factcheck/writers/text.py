"""The report for a terminal: ``file:line:column: severity RULE what`` first, then each quote over a caret line.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> print(write(Report(Coverage(2, 9, 7, 6, 1), (), (), (), ())), end="")
Read 2 documents: 9 mentions, 7 claims, 6 facts; compared 1 pair.
No conflicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Conflict, Report
from factcheck.model.finding import Agreement
from factcheck.writers.columns import Paint, carets, columns, wrapped
from factcheck.writers.coverage import (
    counted,
    coverage_line,
    judged_by,
    most_first,
    not_compared_line,
    summary_line,
)
from factcheck.writers.evidence import difference_of, milder_of, rules_of, why_line
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import no_commands, one_line
from factcheck.writers.ordering import Selection, problems_in_order, select
from factcheck.writers.quoting import passage
from factcheck.writers.settling import settling
from factcheck.writers.shape import Cards, cards_of, confidence
from factcheck.writers.sides import told_places

NAME = "text"
SUFFIXES = (".txt",)
BRIEF_AGREEMENTS = 5
BRIEF_PLACES = 8
TRUTH = "truth file"
"""The formula of a side that was not computed but is what the user's own facts say."""

_COLORS = {"error": "red", "warning": "yellow", "note": "cyan"}


def write(report: Report, layout: Layout = PLAIN) -> str:
    return no_commands("".join(line + "\n" for line in _lines(report, layout)))


def _lines(report: Report, layout: Layout) -> Iterator[str]:
    paint = Paint(layout.color)
    selection = select(report.conflicts, layout)
    cards = cards_of(report.documents)
    rules = rules_of(report)
    for conflict in selection.shown:
        yield from _conflict_lines(conflict, cards, layout, paint)
        yield from _said_lines(conflict, why_line(conflict, rules), settling(conflict, cards), layout)
        yield ""
    yield from _agreement_lines(report.agreements, layout)
    yield from _problem_lines(report, layout, paint)
    yield from _coverage_lines(report, layout)
    yield from (f"note: {one_line(notice)}" for notice in report.notices)
    yield paint("bold", summary_line(report, selection))
    yield from _beyond_line(selection, layout)


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
        if position.computed:
            what = "expected" if position.computed.formula == TRUTH else "computed"
            yield from wrapped(f"= {what}: {one_line(position.text)}", layout.width, indent="  ", hanging="    ")
        yield from _place_lines(told_places(conflict, position), first, layout, paint)


def _said_lines(conflict: Conflict, why: str, settle: str, layout: Layout) -> Iterator[str]:
    said = {
        "one fact because": why,
        "judged": difference_of(conflict),
        "to settle it": settle,
        **milder_of(conflict),
        conflict.conflict_class: f"confidence {confidence(conflict):.2f}, {one_line(conflict.id)}",
    }
    if any(position.computed for position in conflict.positions):
        said = {"rule": why, **{name: words for name, words in said.items() if name != "one fact because"}}
    for name, words in said.items():
        if words:
            yield from wrapped(f"= {name}: {words}", layout.width, indent="  ", hanging="    ")


def _place_lines(claims: Sequence[Claim], first: Claim, layout: Layout, paint: Paint) -> Iterator[str]:
    for claim in claims if layout.verbose else claims[:BRIEF_PLACES]:
        if claim is not first:
            yield paint("bold", _place(claim)) + ":"
        quoted = passage(claim.citation).window(max(layout.width - 4, columns(claim.citation.quote) + 2, 20))
        yield f"  | {quoted.text}"
        if quoted.figure:
            yield "  | " + " " * columns(quoted.before) + paint("green", carets(quoted.figure))
    if not layout.verbose and len(claims) > BRIEF_PLACES:
        yield f"  | … and {counted(len(claims) - BRIEF_PLACES, 'further place')}"


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


def _coverage_lines(report: Report, layout: Layout) -> Iterator[str]:
    coverage = report.coverage
    if layout.verbose:
        yield from (f"read: {one_line(card.doc_id)}: {counted(card.mentions, 'mention')}" for card in report.documents)
        yield from (f"judged: {rule} {name}: {counted(number, 'pair')}" for rule, name, number in judged_by(report))
        yield from (f"not compared: {one_line(why)}: {number:,}" for why, number in most_first(coverage.not_compared))
        yield from (f"files skipped: {one_line(s)}: {number:,}" for s, number in most_first(coverage.skipped_files))
        yield ""
    yield from wrapped(coverage_line(coverage), layout.width, hanging="  ")
    if not layout.verbose:
        yield from wrapped(not_compared_line(coverage), layout.width, hanging="  ")


def _beyond_line(selection: Selection, layout: Layout) -> Iterator[str]:
    if selection.beyond:
        where = f"see {one_line(layout.rest)}" if layout.rest else "raise --max-conflicts to see more"
        yield f"{counted(selection.beyond, 'further conflict')} not listed; {where}."
