"""What was read and compared, in words.

>>> from factcheck.model.finding import Coverage
>>> coverage_line(Coverage(1, 3, 2, 2, 0))
'Read 1 document: 3 mentions, 2 claims, 2 facts; compared 0 pairs.'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from factcheck.model import Report
from factcheck.model.finding import Coverage
from factcheck.writers.neutralise import one_line
from factcheck.writers.ordering import SEVERITIES, Selection


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "page"), counted(12000, "page")
    ('1 page', '12,000 pages')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def coverage_line(coverage: Coverage) -> str:
    read = ", ".join(
        (counted(coverage.mentions, "mention"), counted(coverage.claims, "claim"), counted(coverage.facts, "fact"))
    )
    pairs = counted(coverage.compared_pairs, "pair")
    return f"Read {counted(coverage.documents, 'document')}: {read}; compared {pairs}."


def not_compared_line(coverage: Coverage, most: int = 4) -> str:
    """What was left out and why, "" if nothing was; of many reasons the ``most`` frequent ones."""
    reasons = most_first(coverage.not_compared)
    named, others = (reasons, []) if len(reasons) <= most + 1 else (reasons[:most], reasons[most:])
    parts = [f"{number:,} {one_line(reason)}" for reason, number in named]
    if others:
        parts.append(f"{sum(number for _, number in others):,} for {len(others)} other reasons (--verbose names them)")
    files = [f"{number:,} {one_line(suffix)}" for suffix, number in most_first(coverage.skipped_files)]
    lines = [f"Not compared: {', '.join(parts)}."] if parts else []
    lines += [f"Files skipped: {', '.join(files)}."] if files else []
    return " ".join(lines)


def judged_by(report: Report) -> list[tuple[str, str, int]]:
    """Id and name of each rule that judged pairs, and how many; the busiest first."""
    names = {card.id: card.name for card in report.rules}
    judged = most_first(report.coverage.rules)
    return [(one_line(rule), one_line(names.get(rule, "")), number) for rule, number in judged if rule and number]


def most_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def summary_line(report: Report, selection: Selection) -> str:
    """
    >>> summary_line(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ()), Selection((), 0, 2, 0))
    'No conflicts; 2 in the baseline.'
    """
    new = Counter(conflict.severity for conflict in report.conflicts if conflict.status == "new")
    found = ", ".join(counted(new[severity], severity) for severity in SEVERITIES if new[severity])
    total = counted(sum(new.values()), "conflict")
    parts = [f"{total} ({found})" if found else "No conflicts"]
    parts += [counted(len(report.agreements), "agreement")] if report.agreements else []
    parts += [f"{selection.baseline:,} in the baseline"] if selection.baseline else []
    parts += [f"{selection.waived:,} waived"] if selection.waived else []
    parts += [counted(len(report.problems), "problem")] if report.problems else []
    return "; ".join(parts) + "."
