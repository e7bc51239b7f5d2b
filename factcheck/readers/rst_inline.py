"""Markup inside a paragraph of reStructuredText: what is not read of it.

>>> text = "Up to **10** nodes, see :ref:`limits <l>` and ``max_nodes``. [1]_"
>>> [span.of(text) for span in rst_markup(text, 0, len(text))]
['**', '**', ':ref:`', ' <l>`', '[1]_']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

_TOKEN = re.compile(
    r"""(?P<literal>``(?:[^`]++|`(?!`))*+``)
    |(?P<role>(?::[A-Za-z][\w+.-]*+(?::[\w+.-]++)*+:)?`(?P<words>[^`<]*+)(?P<target><[^<>`]*+>)?`_{0,2}+)
    |(?P<note>\[(?:\#?[\w-]{1,40}|\*)\]_)
    |(?P<escape>\\[ \n]?)
    |(?P<substitution>\|[A-Za-z][\w. -]{0,60}\|_{0,2})
    |(?P<url>\bhttps?://[^\s<>()\[\]"'`|]++)
    |(?P<strong>(?<![\w*])\*{1,2}(?=[^\s*])|(?<=[^\s*])\*{1,2}(?![\w*]))""",
    re.VERBOSE,
)


def rst_markup(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches of ``text[start:end]`` that are markup, in order. Inline literals stay; linear in the length."""
    for match in _TOKEN.finditer(text, start, end):
        if match.lastgroup == "literal":
            continue
        if match["role"] is None:
            yield Span(*match.span())
            continue
        words = match.span("words")
        yield Span(match.start(), words[0])
        seen = len(match["words"].rstrip()) if match["target"] else len(match["words"])
        yield Span(words[0] + seen, match.end())
