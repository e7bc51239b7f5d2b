"""What an omitted stretch of a block (markup, comment, address, character reference) is read as.

>>> text = "It holds **5**&nbsp;GB<br>each, see [limits](limits.md)."
>>> omitted = [Span(9, 11), Span(12, 14), Span(14, 20), Span(22, 26), Span(36, 37), Span(43, 55)]
>>> visible(text, Span(0, len(text)), omitted)
'It holds 5 GB each, see limits.'
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from factcheck.model.text import Span

_INLINE_TAG = re.compile(r"</?(?:a|abbr|b|bdi|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|"
                         r"sub|tt|u|var|wbr)\b", re.IGNORECASE)  # fmt: skip
_POWER = re.compile(r"<sup\b", re.IGNORECASE)
_END_POWER = re.compile(r"</sup\b", re.IGNORECASE)
# What parts words: tags that are not of the line, comments, templates.
_PARTING = ("<", "{", "$$", "![")


@lru_cache(maxsize=4096)
def stand_in(omitted: str) -> str:
    """The text that takes an omitted stretch's place: nothing for markup inside a word, a space for what parts words.

    >>> stand_in("**"), stand_in("<br/>"), stand_in("&gt;"), stand_in("<sup>")
    ('', ' ', '>', '^')
    """
    if omitted.startswith("&"):
        return html.unescape(omitted).replace("\N{NO-BREAK SPACE}", " ")
    if omitted.startswith(_PARTING):
        if _POWER.match(omitted):
            return "^"
        return "" if _INLINE_TAG.match(omitted) or _END_POWER.match(omitted) else " "
    return " " if "\n" in omitted else ""


def pieces(span: Span, omitted: Iterable[Span]) -> Iterator[tuple[Span, bool]]:
    """The stretches of a span in order, each with whether it is omitted. ``omitted`` is sorted and without overlaps."""
    position, last = span.start, span.end
    for gap in omitted:
        start, end = max(gap.start, position), min(gap.end, last)
        if start >= end:
            continue
        if position < start:
            yield Span(position, start), False
        yield Span(start, end), True
        position = end
    if position < last:
        yield Span(position, last), False


def visible(text: str, span: Span, omitted: Iterable[Span]) -> str:
    """What a reader sees of a span, on one line."""
    if not omitted:
        return " ".join(text[span.start : span.end].split())
    parts = (stand_in(piece.of(text)) if gap else piece.of(text) for piece, gap in pieces(span, omitted))
    return " ".join("".join(parts).split())


def shows(text: str, span: Span, omitted: Sequence[Span]) -> bool:
    """Whether a reader sees anything of a span; mostly what stands before its second gap says so.

    >>> shows("**5**", Span(0, 5), [Span(0, 2), Span(3, 5)]), shows("**", Span(0, 2), [Span(0, 2)])
    (True, False)
    """
    position = span.start
    for gap in omitted:
        if text[position : min(gap.start, span.end)].strip():
            return True
        position = max(position, gap.end)
    return bool(text[position : span.end].strip()) or bool(visible(text, span, omitted))
