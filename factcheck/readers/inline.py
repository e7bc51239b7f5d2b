"""Markup inside a paragraph of Markdown: what is not read of it.

>>> text = "Up to **10** nodes, see [limits](l.md#a) and `max-nodes`.[^1]"
>>> [span.of(text) for span in inline_markup(text, 0, len(text))]
['**', '**', '[', '](l.md#a)', '[^1]']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

_TOKEN = re.compile(
    r"""(?P<code>(?<!`)(`++)(?!`)[^`]*+(?:(?!\2(?!`))`++[^`]*+)*?\2(?!`))
    |(?P<reference>^[ \t>]*+\[[^\]\n^][^\]\n]*+\]:[ \t]*+\S++[^\n]*+$)
    |(?P<escape>\\(?=[!-/:-@\[-`{-~]))
    |(?P<hard>\\(?=\r?\n))
    |(?P<image>!\[[^\[\]\n]*+\](?:\((?:[^()\n\\]++|\\.|\([^()\n]*+\))*+\)|\[[^\[\]\n]*+\])?)
    |(?P<note>\[\^[^\[\]\s]{1,60}\]:?)
    |(?P<admonition>\[!\w+\])
    |(?P<open>\[)
    |(?P<link>\](?:\((?:[^()\n\\]++|\\.|\([^()\n]*+\))*+\)|\[[^\[\]\n]*+\]))
    |(?P<close>\])
    |(?P<url>\bhttps?://[^\s<>()\[\]"'`|]++|\bwww\.[^\s<>()\[\]"'`|]++)
    |(?P<entity>&(?:\#\d{1,7}|\#x[0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});)
    |(?P<attribute>\{[:\#.][^{}\n]*+\})
    |(?P<math>\$\$[^$]*+\$\$)
    |(?P<stars>\*++)
    |(?P<strike>~~++)
    |(?P<line>(?<!\w)_++(?=\S)|(?<=\S)_++(?!\w))""",
    re.VERBOSE | re.MULTILINE,
)
# A commit or checksum in inline code: a name, not a figure, though "236491e698" looks like one.
_HASH = re.compile(r"`+(?=[0-9a-f]*[a-f])(?=[a-f]*\d)[0-9a-f]{7,64}`+")
_READ = frozenset({"code", "open", "close"})


def inline_markup(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches of ``text[start:end]`` that are markup, in order. Inline code stays, but for hashes. Linear."""
    found: list[Span] = []
    opened: list[int] = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "open":
            opened.append(match.start())
        elif kind == "close":
            del opened[-1:]
        elif kind == "link":
            if opened:
                bracket = opened.pop()
                found.append(Span(bracket, bracket + 1))
            found.append(Span(*match.span()))
        elif kind == "stars" and _stands_alone(text, match):
            continue
        elif kind not in _READ or _HASH.fullmatch(match[0]):
            found.append(Span(*match.span()))
    return iter(sorted(found))


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether an asterisk has space on both sides: a times sign or a bullet, no emphasis."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return (not before or before.isspace()) and (not after or after.isspace())
