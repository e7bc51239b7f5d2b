"""Text of articles inside Markdown: it can neither end its cell nor become markup, a link or a mention.

>>> escaped("a|b <i> `x` *y* [z](http://e.org) @me")
'a&#124;b &lt;i&gt; \\\\`x\\\\` \\\\*y\\\\* \\\\[z\\\\](http\\\\://e.org) @<!-- -->me'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.writers.neutralise import one_line
from factcheck.writers.quoting import Passage

_ENTITIES = {"|": "&#124;", "<": "&lt;", ">": "&gt;", "&": "&amp;"}
# Forges turn @name and #12 into mentions after rendering; an empty comment keeps the two apart. Addresses are linked
# while rendering, which a backslash prevents. An underscore inside a word is none of these.
_SPECIAL = re.compile(r"[\\`*\[\]{}~$#|<>&]|(?<![a-zA-Z0-9])_|_(?![a-zA-Z0-9])|@(?=\S)|:(?=//)|(?<=[wW]{3})\.")


def escaped(text: str) -> str:
    """The text on one line, to be read as plain text by every Markdown renderer, in a table cell too."""
    return _SPECIAL.sub(_escape, one_line(text)).strip()


def bold_figure(quoted: Passage) -> str:
    """The sentence with its figure in bold.

    >>> bold_figure(Passage("Some ", "40%", " of boats"))
    'Some **40%** of boats'
    >>> bold_figure(Passage("x", "40%", "y"))
    'x<b>40%</b>y'
    """
    before, figure, after = (_SPECIAL.sub(_escape, part) for part in quoted)
    if not figure:
        return before.strip()
    # CommonMark: emphasis next to punctuation opens only after a space and closes only before one.
    opens = quoted.figure[0].isalnum() or not quoted.before or quoted.before[-1].isspace()
    closes = quoted.figure[-1].isalnum() or not quoted.after or quoted.after[0].isspace()
    marked = f"**{figure}**" if opens and closes else f"<b>{figure}</b>"
    return (before + marked + after).strip()


def link(text: str, target: str) -> str:
    """A link to an address that is percent-encoded already; the bare text if there is none."""
    return f"[{escaped(text)}]({target.replace('&', '&amp;')})" if target else escaped(text)


def table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Lines of a table whose cells are Markdown already."""
    lines = [header, tuple("---" for _ in header), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]


def folded(summary: str, lines: list[str]) -> list[str]:
    """A part that forges show closed; ``summary`` is our own plain text."""
    return ["<details>", f"<summary>{summary}</summary>", "", *lines, "", "</details>", ""]


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char == "@" or (char == "#" and match.string[match.end() : match.end() + 1].isalnum()):
        return f"{char}<!-- -->"
    return _ENTITIES.get(char) or "\\" + char
