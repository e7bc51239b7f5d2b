"""Tags, texts and character references of HTML with their offsets in the source.

The standard parser gives positions too, but takes quadratic time on tags that never end.

>>> [(token.kind, token.name, token.start) for token in tokens("<p>5&nbsp;GB</p>")]
[('start', 'p', 0), ('text', '', 3), ('entity', '', 4), ('text', '', 10), ('end', 'p', 12)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

_MARKUP = re.compile(
    r"""(?P<comment><!--)
    |(?P<other><[!?][^<>]*+>)
    |</(?P<end>[A-Za-z][^\s/<>]*+)[^<>]*+>
    |<(?P<start>[A-Za-z][^\s/<>]*+)(?P<attributes>(?:[^"'<>]++|"[^"]{0,3000}+"|'[^']{0,3000}+'){0,200}+)>
    |(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s=/>"']++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")
_RAW = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of HTML; ``attributes`` only on a start tag. Comments and declarations are of kind ``other``."""

    kind: Literal["start", "end", "text", "entity", "other"]
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]`` in order. What is no markup is text: nothing is lost. Linear in the length."""
    return tuple(_tokens(text, start, len(text) if end is None else end))


def _tokens(text: str, position: int, stop: int) -> Iterator[Token]:
    endless: set[str] = set()
    begun = position  # of the text since the last token
    while match := _MARKUP.search(text, position, stop):
        token = _token(text, match, stop, endless)
        position = match.start() + 1 if token is None else token.end
        if token is None:
            continue
        if begun < token.start:
            yield Token("text", begun, token.start)
        yield token
        begun = position
        if token.kind == "start" and token.name in _RAW and token.name not in endless:
            closing = _RAW[token.name].search(text, position, stop)
            if closing is None:
                endless.add(token.name)
            else:
                position = closing.start()
    if begun < stop:
        yield Token("text", begun, stop)


def _token(text: str, match: re.Match[str], stop: int, endless: set[str]) -> Token | None:
    """The token of a match, None for a comment that never ends."""
    begin, end = match.span()
    if match["comment"]:
        closing = -1 if "<!--" in endless else text.find("-->", end, stop)
        if closing < 0:
            endless.add("<!--")
            return None
        return Token("other", begin, closing + 3)
    if match["start"]:
        written = match["attributes"].strip()
        return Token("start", begin, end, match["start"].lower(), _attributes(written) if written else {})
    if match["end"]:
        return Token("end", begin, end, match["end"].lower())
    return Token("entity" if match["entity"] else "other", begin, end)


def _attributes(written: str) -> dict[str, str]:
    """Names in lower case, the first of equal ones counts; character references in the values are resolved."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        value = match[2] if match[2] is not None else match[3] if match[3] is not None else match[4]
        found.setdefault(match[1].lower(), unescape(value or ""))
    return found
