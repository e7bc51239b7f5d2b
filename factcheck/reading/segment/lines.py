"""Lines of plain text joined to units: a hard-wrapped paragraph is one unit, else each line is.

>>> text = "Title\\n\\nA pier of old and very heavy oak from the hills\\nwas built.\\n\\n- one"
>>> [text[unit.start : unit.end] for unit in units(text)]
['Title', 'A pier of old and very heavy oak from the hills\\nwas built.', '- one']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_LIST_MARK = re.compile(r"[ \t]*(?:[-*•–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+(?=\S)")
_STOPS = (".", "!", "?", "…", ":", ";", '."', ".”", "!”", "?”", ".)", ".’")
# A line that was broken by its width is at least this long, and so are most of its neighbours.
_WRAP_LEAST = 40
_WRAP_MOST = 120


def units(text: str) -> Iterator[Span]:
    """Units of text in order, without the white space around them; every word is in one of them."""
    paragraph: list[Span] = []
    for line in _lines(text):
        if line.start == line.end:
            yield from _joined(text, paragraph)
            paragraph = []
        else:
            paragraph.append(line)
    yield from _joined(text, paragraph)


def list_mark(text: str, start: int, end: int) -> int:
    """Where a list item's text begins, or ``start`` if there is no list mark."""
    match = _LIST_MARK.match(text, start, end)
    return match.end() if match else start


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        yield Span(start, end)


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    """The lines of one paragraph, those that only the width of the page parted put together."""
    widest = max((line.end - line.start for line in lines), default=0)
    wrapped = len(lines) > 1 and widest <= _WRAP_MOST and any(text[line.start].islower() for line in lines[1:])
    start = None
    for number, line in enumerate(lines):
        start = line.start if start is None else start
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following and _runs_on(text, line, following, widest if wrapped else 0):
            continue
        yield Span(start, line.end)
        start = None


def _runs_on(text: str, line: Span, following: Span, widest: int) -> bool:
    """Whether a sentence goes on from a line to the next."""
    if list_mark(text, following.start, following.end) > following.start:
        return False
    length = line.end - line.start
    last, first = text[line.end - 1], text[following.start]
    stops = text.endswith(_STOPS, line.start, line.end)
    if not stops and (first.islower() or last == ",") and length >= _WRAP_LEAST:
        return True
    return widest >= _WRAP_LEAST and length >= 0.75 * widest and length + _first_word(text, following) > widest


def _first_word(text: str, line: Span) -> int:
    """Length of a line's first word: one that would have fitted above was not broken by the width."""
    space = text.find(" ", line.start, line.end)
    return (line.end if space < 0 else space) - line.start + 1
