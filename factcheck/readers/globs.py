"""Globs written by strangers (``.gitignore``, the keys of ``sources.yaml``), matched in a bounded time.

A glob becomes a regular expression, which tries every way to share a name out among its stars: ten stars against a name
of two hundred letters would not end. More stars than people write are refused.

>>> is_tame("docs/**/*.egg-info/*"), is_tame("*a*a*a*a*a*b")
(True, False)
>>> from_lines(["old/", "*a*a*a*a*a*b"]).match_file("old/a.md")
True
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_MOST_IN_A_NAME = 3
_MOST_ANY_DEPTH = 4


def is_tame(pattern: str) -> bool:
    """Whether matching the glob takes milliseconds at most, whatever the path. ``{name}`` fits what a star does."""
    names = pattern.split("/")
    return names.count("**") <= _MOST_ANY_DEPTH and all(
        name == "**" or name.count("*") + name.count("{") <= _MOST_IN_A_NAME for name in names
    )


def from_lines(lines: Iterable[str]) -> Any:
    """The spec of a .gitignore file; a line that is not tame is passed over, so that more is read, not less."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(line for line in lines if is_tame(line))
