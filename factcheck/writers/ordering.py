"""The order conflicts are shown in, and which of them are shown.

>>> SEVERITIES
('error', 'warning', 'note')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import merge
from typing import NamedTuple

from factcheck.model import Claim, Conflict, Problem, Reading, Stamp
from factcheck.model.finding import Severity
from factcheck.writers.layout import Layout
from factcheck.writers.shape import confidence

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}


class Selection(NamedTuple):
    """Conflicts to show, and how many were left out because there are too many or because they are known."""

    shown: tuple[Conflict, ...]
    beyond: int
    baseline: int
    waived: int


def ordered(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """By severity, then confidence, then id: a total order."""
    return tuple(sorted(conflicts, key=_sort_key))


def select(conflicts: Iterable[Conflict], layout: Layout) -> Selection:
    """The conflicts a reader should see, in order; known ones only where everything is asked for."""
    every = ordered(conflicts)
    status = Counter(conflict.status for conflict in every)
    wanted = every if layout.verbose else tuple(conflict for conflict in every if conflict.status == "new")
    limit = len(wanted) if layout.max_conflicts is None else layout.max_conflicts
    return Selection(wanted[:limit], len(wanted[limit:]), status["baseline"], status["waived"])


def rest_of(conflicts: Iterable[Conflict], layout: Layout) -> Selection:
    """The conflicts that ``select`` leaves out because there are too many."""
    every = select(conflicts, replace(layout, max_conflicts=None))
    return every._replace(
        shown=every.shown[len(every.shown) if layout.max_conflicts is None else layout.max_conflicts :]
    )


def mentioned(reading: Reading) -> tuple[Claim | Stamp, ...]:
    """Everything that ``extract`` shows of a document, in the order of its text."""
    return tuple(merge(reading.claims, reading.stamps, key=lambda mention: mention.citation.span))


def by_severity(conflicts: Sequence[Conflict]) -> dict[str, tuple[Conflict, ...]]:
    return {severity: tuple(c for c in conflicts if c.severity == severity) for severity in SEVERITIES}


def problems_in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Those that lost text first, then by place."""
    return sorted(problems, key=lambda problem: (problem.level != "error", problem))


def _sort_key(conflict: Conflict) -> tuple[int, float, str]:
    return _RANK[conflict.severity], -confidence(conflict), conflict.id
