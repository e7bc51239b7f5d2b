"""The report as Markdown for a review: coverage, then each conflict with all its places and boxes to tick.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> write(Report(Coverage(2, 9, 7, 6, 1), (), (), (), ())).splitlines()[:3]
['# Consistency report', '', 'No conflicts.']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from factcheck.model import Claim, Conflict, Position, Report, RuleCard
from factcheck.writers.coverage import counted, coverage_line, judged_by, most_first, summary_line
from factcheck.writers.evidence import difference_of, milder_of, rules_of, why_line
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.markup import bold_figure, escaped, folded, link, table
from factcheck.writers.ordering import Selection, by_severity, problems_in_order, rest_of, select
from factcheck.writers.quoting import LONGEST_QUOTE, file_link, passage, text_fragment
from factcheck.writers.settling import settling
from factcheck.writers.shape import Cards, cards_of, confidence, encode
from factcheck.writers.sides import told_places
from factcheck.writers.wording import days_words, source_name

NAME = "markdown"
SUFFIXES = (".md",)
HEADER = ("Position", "Source", "Published", "As of", "Quote", "Place")
_MAY_BE_EMPTY = frozenset(("Published", "As of"))
HOW_TO_REVIEW = (
    "To review, tick a box of a conflict, write the reason behind it, with `(until 2031-12-31)` at its end if it "
    "should expire, and give this file to `factcheck accept`."
)
BOXES = ("same fact, real conflict", "not the same fact", "accepted: …")
BRIEF_AGREEMENTS = 50
BRIEF_PLACES = 20
_COMMENT_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "--": "-\\u002d"}
_TITLES = {"error": "Errors", "warning": "Warnings", "note": "Notes"}


def write(report: Report, layout: Layout = PLAIN) -> str:
    selection = select(report.conflicts, layout)
    parts = chain(
        ["# Consistency report", "", escaped(summary_line(report, selection)), ""],
        _coverage_lines(report),
        _conflict_sections(report, selection, layout),
        _known_lines(report, selection),
        _agreement_lines(report, layout),
        _problem_lines(report),
    )
    return "\n".join(parts).rstrip("\n") + "\n"


def write_rest(report: Report, layout: Layout) -> str:
    """The conflicts that ``max_conflicts`` left out of the report, in the same form; "" if there are none."""
    rest = rest_of(report.conflicts, layout)
    if not rest.shown:
        return ""
    head = ["# Consistency report: the rest", "", f"{counted(len(rest.shown), 'further conflict')}.", ""]
    parts = chain(head, _conflict_sections(report, rest, layout))
    return "\n".join(parts).rstrip("\n") + "\n"


def _coverage_lines(report: Report) -> Iterator[str]:
    coverage = report.coverage
    yield from ("## Coverage", "", coverage_line(coverage), "")
    judged = [f"{rule} {number:,}" for rule, _, number in judged_by(report)]
    if judged:
        yield from (f"Pairs judged by rule: {escaped(', '.join(judged))}.", "")
    left_out = [(escaped(reason), f"{number:,}") for reason, number in most_first(coverage.not_compared)]
    left_out += [(f"files skipped: {escaped(s)}", f"{number:,}") for s, number in most_first(coverage.skipped_files)]
    if left_out:
        yield from table(("Not compared, because", "Number"), left_out)
        yield ""
    for notice in report.notices:
        yield from (f"Note: {escaped(notice)}", "")


def _conflict_sections(report: Report, selection: Selection, layout: Layout) -> Iterator[str]:
    cards, rules = cards_of(report.documents), rules_of(report)
    if selection.shown:
        yield from (HOW_TO_REVIEW, "")
    for severity, conflicts in by_severity(selection.shown).items():
        if not conflicts:
            continue
        yield from (f"## {_TITLES[severity]}", "")
        lines = [line for conflict in conflicts for line in _conflict_lines(conflict, cards, rules, layout)]
        yield from folded(counted(len(conflicts), "note"), lines) if severity == "note" else lines
    if selection.beyond:
        where = f": see {link(layout.rest, layout.rest)}" if layout.rest else ""
        yield from (f"{counted(selection.beyond, 'further conflict')} not listed here{where}.", "")


def _conflict_lines(conflict: Conflict, cards: Cards, rules: Mapping[str, RuleCard], layout: Layout) -> Iterator[str]:
    status = "" if conflict.status == "new" else f", {conflict.status}"
    yield from (f"### {escaped(conflict.rule)}: {escaped(conflict.subject or conflict.message)}", "")
    yield from (_marker(conflict), "")
    sureness = f"{conflict.conflict_class}, confidence {confidence(conflict):.2f}{status}"
    yield from (f"**{conflict.severity}** – {sureness} – {escaped(conflict.id)}", "")
    yield from _table_of_places(conflict, cards, layout)
    computed = any(position.computed for position in conflict.positions)
    said = {
        "The rule" if computed else "Why one fact": why_line(conflict, rules),
        "Why they differ": difference_of(conflict),
        "What would settle it": settling(conflict, cards),
        **{name.capitalize(): words for name, words in milder_of(conflict).items()},
    }
    yield from (f"* **{name}:** {escaped(words)}" for name, words in said.items() if words)
    yield ""
    if conflict.status == "waived":
        yield from (f"**Waived:** {escaped(conflict.reason)}", "")
    else:
        yield from (f"- [ ] {box}" for box in BOXES)
        yield ""


def _table_of_places(conflict: Conflict, cards: Cards, layout: Layout) -> Iterator[str]:
    """A row for each place; columns in which no row says anything are left out."""
    rows = [row for position in conflict.positions for row in _rows(conflict, position, cards, layout)]
    kept = [at for at, name in enumerate(HEADER) if name not in _MAY_BE_EMPTY or any(row[at] for row in rows)]
    yield from table(tuple(HEADER[at] for at in kept), [tuple(row[at] for at in kept) for row in rows])
    yield ""


def _rows(conflict: Conflict, position: Position, cards: Cards, layout: Layout) -> Iterator[tuple[str, ...]]:
    claims = told_places(conflict, position)
    listed = claims if layout.verbose else claims[:BRIEF_PLACES]
    yield from (_row(position, claim, cards, layout) for claim in listed)
    if not claims:
        yield (escaped(position.text), "computed", "", "", "from the same sentence", "")
    if len(listed) < len(claims):
        yield (escaped(position.text), f"… and {counted(len(claims) - len(listed), 'further place')}", "", "", "", "")


def _marker(conflict: Conflict) -> str:
    """The comment that ``accept`` reads back: the stable id and the paths a waiver would cover."""
    paths = sorted({claim.citation.path for position in conflict.positions for claim in position.claims})
    fields = encode({"id": conflict.id, "paths": paths})
    # Nothing in a path can end the comment or look like markup: angle brackets and "--" are written as escapes of JSON.
    for plain, escape in _COMMENT_ESCAPES.items():
        fields = fields.replace(plain, escape)
    return f"<!-- factcheck: {fields} -->"


def _row(position: Position, claim: Claim, cards: Cards, layout: Layout) -> tuple[str, ...]:
    card = cards.get(claim.citation.doc_id)
    quoted = passage(claim.citation).window(LONGEST_QUOTE)
    cited = claim.citation
    place = f"{cited.path}:{cited.line}" + (f" (page {cited.page})" if cited.page is not None else "")
    places = [link(place, file_link(cited.path, cited.line, prefix=layout.link_prefix))]
    if card is not None and card.url:
        places.append(link("web page", text_fragment(card.url, quoted)))
    return (
        escaped(position.text),
        escaped(source_name(card, claim)),
        escaped(card.published or "") if card else "",
        days_words(claim.as_of) if claim.as_of else "",
        bold_figure(quoted),
        ", ".join(places),
    )


def _known_lines(report: Report, selection: Selection) -> Iterator[str]:
    known = {"in the baseline": selection.baseline, "waived": selection.waived}
    text = ", ".join(f"{number:,} {what}" for what, number in known.items() if number)
    if text:
        yield from (f"Known conflicts: {text}.", "")


def _agreement_lines(report: Report, layout: Layout) -> Iterator[str]:
    if not report.agreements:
        return
    lines = []
    listed = report.agreements if layout.verbose else report.agreements[:BRIEF_AGREEMENTS]
    for agreement in listed:
        places = ", ".join(
            link(f"{cited.path}:{cited.line}", file_link(cited.path, cited.line, prefix=layout.link_prefix))
            for cited in (claim.citation for claim in agreement.position.claims)
        )
        lines.append(f"- {escaped(agreement.subject)}: {escaped(agreement.position.text)} ({places})")
    if len(listed) < len(report.agreements):
        lines.append(f"- {counted(len(report.agreements) - len(listed), 'further agreement')}, not listed here")
    yield from ("## Agreements", "")
    yield from folded(counted(len(report.agreements), "agreement"), lines)


def _problem_lines(report: Report) -> Iterator[str]:
    if not report.problems:
        return
    yield from ("## Problems", "")
    rows = [
        (problem.level, escaped(f"{problem.path}:{problem.line}" if problem.line else problem.path),
         escaped(problem.code), escaped(problem.detail))
        for problem in problems_in_order(report.problems)
    ]  # fmt: skip
    yield from table(("Level", "Place", "What", "Detail"), rows)
