"""Columns of a terminal: how wide a text is, carets under a figure, wrapping, colour only if asked for.

>>> columns("ab"), columns("東京")
(2, 4)
>>> Paint(False)("red", "error")
'error'
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import TextWrapper
from typing import NamedTuple
from unicodedata import combining, east_asian_width

_CODES = {"bold": "1", "red": "1;31", "yellow": "1;33", "cyan": "1;36", "green": "32"}


class Paint(NamedTuple):
    """Wraps text in ANSI colour codes, or leaves it alone when colour is off."""

    on: bool

    def __call__(self, color: str, text: str) -> str:
        return f"\x1b[{_CODES[color]}m{text}\x1b[0m" if self.on else text


def columns(text: str) -> int:
    """Terminal cells a text takes: wide East Asian characters two, combining marks none."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def carets(figure: str) -> str:
    return "^" * max(columns(figure), 1)


def wrapped(text: str, width: int, *, indent: str = "", hanging: str = "") -> Iterator[str]:
    """Lines of at most ``width`` characters; a longer word (a path) stays whole. An empty text gives no line."""
    wrapper = TextWrapper(
        width=max(width, 20),
        initial_indent=indent,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from wrapper.wrap(text)
