"""Markup inside a paragraph of Markdown: what is not read of it.

>>> text = "Up to **10** nodes, see [limits](l.md#a) and `max-nodes`.[^1]"
>>> [span.of(text) for span in inline_markup(text, 0, len(text))]
['**', '**', '[', '](l.md#a)', '[^1]']
"""

from __future__ import annotations

import re

from factcheck.model import Span

# Every kind of markup begins with one of these: the search runs from one to the next, and what stands there is told by
# looking back at it. Definitions of references begin with a whole line, and are rare enough to be looked for apart.
_MARKS = r"[`\\!\[\]hw&{$*~_]"
_KINDS = r"""
    (?P<code>(?<=`)(?<!``)(?P<ticks>`*+)[^`]*+(?:(?!`(?P=ticks)(?!`))`++[^`]*+)*?`(?P=ticks)(?!`))
    |(?P<escape>(?<=\\)(?=[!-/:-@\[-`{-~]))
    |(?P<hard>(?<=\\)(?=\r?\n))
    |(?P<image>(?<=!)\[[^\[\]\n]*+\](?:\((?:[^()\n\\]++|\\.|\([^()\n]*+\))*+\)|\[[^\[\]\n]*+\])?)
    |(?P<note>(?<=\[)\^[^\[\]\s]{1,60}\]:?)
    |(?P<admonition>(?<=\[)!\w+\])
    |(?P<open>(?<=\[))
    |(?P<link>(?<=\])(?:\((?:[^()\n\\]++|\\.|\([^()\n]*+\))*+\)|\[[^\[\]\n]*+\]))
    |(?P<close>(?<=\]))
    |(?P<url>(?:(?<=(?<!\w)h)ttps?://|(?<=(?<!\w)w)ww\.)[^\s<>()\[\]"'`|]++)
    |(?P<entity>(?<=&)(?:\#\d{1,7}|\#x[0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});)
    |(?P<attribute>(?<=\{)[:\#.][^{}\n]*+\})
    |(?P<math>(?<=\$)\$[^$]*+\$\$)
    |(?P<stars>(?<=\*)\**+)
    |(?P<strike>(?<=~)~++)
    |(?P<line>(?<=(?<!\w)_)_*+(?=\S)|(?<=\S_)_*+(?!\w))"""
_REFERENCE = r"(?P<reference>^[ \t>]*+\[[^\]\n^][^\]\n]*+\]:[ \t]*+\S++[^\n]*+$)"
_TOKEN = re.compile(f"{_MARKS}(?:{_KINDS})", re.VERBOSE)
_TOKEN_OR_REFERENCE = re.compile(f"{_REFERENCE}|{_MARKS}(?:{_KINDS})", re.VERBOSE | re.MULTILINE)
# A commit or checksum in inline code: a name, not a figure, though "236491e698" looks like one.
_HASH = re.compile(r"`+(?=[0-9a-f]*[a-f])(?=[a-f]*\d)[0-9a-f]{7,64}`+")


def inline_markup(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The stretches of ``text[start:end]`` that are markup, in order. Inline code stays, but for hashes. Linear."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    token = _TOKEN if text.find("]:", start, end) < 0 else _TOKEN_OR_REFERENCE
    for match in token.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "open":
            opened.append(match.start())
        elif kind == "close":
            del opened[-1:]
        elif kind == "code":
            if _HASH.fullmatch(match[0]):
                found.append(match.span())
        elif kind != "stars" or not _stands_alone(text, match):
            if kind == "link" and opened:
                bracket = opened.pop()
                found.append((bracket, bracket + 1))
            found.append(match.span())
    return tuple([Span(*stretch) for stretch in sorted(found)])


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether an asterisk has space on both sides: a times sign or a bullet, no emphasis."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return (not before or before.isspace()) and (not after or after.isspace())
