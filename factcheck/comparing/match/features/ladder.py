"""What a feature is.

>>> Feature("same", lambda left, right, corpus: "yes", lambda left, right, corpus: "always").name
'same'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics

Compare = Callable[[Profile, Profile, Statistics], str]


@dataclass(frozen=True, slots=True)
class Feature:
    """``level`` gives the name of the comparison level; ``detail`` the evidence in words, only asked when shown."""

    name: str
    level: Compare
    detail: Compare


def listed(words: Iterable[str], most: int = 6) -> str:
    """A few words for a reader, in a fixed order.

    >>> listed({"b", "a"})
    'a, b'
    """
    ordered = sorted(words)
    return ", ".join(ordered[:most]) + (f" and {len(ordered) - most} more" if len(ordered) > most else "")


def against(left: Iterable[str], right: Iterable[str]) -> str:
    """The two sides of a comparison, for a reader."""
    return f"{listed(left) or '–'} | {listed(right) or '–'}"
