"""How right a report on a generated corpus is: each conflict against the truth file.

A reported conflict is right when two of its positions cite the two sides of one known conflict. One that cites both
sides of a known look-alike is wrong for that cause; any other speaks of two stories, two facts or no fact at all.

>>> score([], []).precision is None
True
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.bench.corpus.truth import Truth

# (doc, start, end) of a citation.
Cited = tuple[str, int, int]
_COUNTED = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Counts of reports and of known conflicts. ``wrong`` maps the cause of a wrong report to how often it came."""

    right: int
    reported: int
    found: int
    known: int
    wrong: Mapping[str, int] = field(default_factory=dict)
    missed: Mapping[str, int] = field(default_factory=dict)

    @property
    def precision(self) -> float | None:
        return self.right / self.reported if self.reported else None

    @property
    def recall(self) -> float | None:
        return self.found / self.known if self.known else None


def score(conflicts: Sequence[Mapping[str, Any]], truth: Iterable[Truth]) -> Accuracy:
    """Judge the ``conflicts`` of a JSON report, errors and warnings alone: notes do not claim a contradiction."""
    reports = [_positions(conflict) for conflict in conflicts if conflict["severity"] in _COUNTED]
    cited = {doc for positions in reports for position in positions for doc, _, _ in position}
    at: dict[str, list[tuple[int, int, int, str]]] = defaultdict(list)
    named: dict[int, Truth] = {}
    known: Counter[str] = Counter()
    for number, fact in enumerate(truth):
        known[fact.cause] += fact.kind == "conflict"
        for side, places in (("left", fact.left), ("right", fact.right)):
            for place in places:
                if place.doc in cited:
                    named[number] = fact
                    at[place.doc].append((place.start, place.end, number, side))
    found: set[int] = set()
    right, wrong = 0, Counter[str]()
    for positions in reports:
        hits = [[hit for cite in position for hit in _hits(cite, at)] for position in positions]
        touched = _touched(hits)
        true = {number for number in touched if named[number].kind == "conflict"}
        found |= true
        right += bool(true)
        if not true:
            wrong[min((named[number].cause for number in touched), default="") or _apart(hits, named)] += 1
    missed = known - Counter(named[number].cause for number in found)
    return Accuracy(right, len(reports), len(found), known.total(), _sorted(wrong), _sorted(missed))


def _positions(conflict: Mapping[str, Any]) -> list[list[Cited]]:
    return [[(c["doc"], c["start"], c["end"]) for c in position["citations"]] for position in conflict["positions"]]


def _hits(cite: Cited, at: Mapping[str, list[tuple[int, int, int, str]]]) -> list[tuple[int, str]]:
    doc, start, end = cite
    return [(number, side) for a, b, number, side in at.get(doc, ()) if a < end and start < b]


def _touched(hits: list[list[tuple[int, str]]]) -> set[int]:
    """The facts of the truth file both of whose sides are cited, in different positions."""
    left = {(number, n) for n, position in enumerate(hits) for number, side in position if side == "left"}
    right = {(number, n) for n, position in enumerate(hits) for number, side in position if side == "right"}
    return {number for number, n in left for other, m in right if number == other and n != m}


def _apart(hits: list[list[tuple[int, str]]], named: Mapping[int, Truth]) -> str:
    """Why two places that no row of the truth file brings together are not about the same."""
    cited = {named[number] for position in hits for number, _ in position}
    if any(fact.kind == "structure" for fact in cited):
        return "structure"
    facts = {fact.fact for fact in cited}
    if len({fact.split()[0] for fact in facts}) > 1:
        return "another story"
    return "another fact" if len(facts) > 1 else "one fact, other figure" if facts else "filler"


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(((name, count) for name, count in counts.items() if count), key=lambda x: (-x[1], x[0])))
