"""A comment in a page that takes one of its blocks out of a rule's reach, with the reason.

>>> Suppression(("FC14",), "the plan was renamed", line=3, first=4, last=6).covers("FC140", 5)
True
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suppression:
    """``rules`` are ids or prefixes; ``line`` is the comment's, ``first`` and ``last`` those of the block it means."""

    rules: tuple[str, ...]
    reason: str
    line: int
    first: int
    last: int

    def covers(self, rule_id: str, line: int) -> bool:
        return self.first <= line <= self.last and rule_id.startswith(self.rules)
