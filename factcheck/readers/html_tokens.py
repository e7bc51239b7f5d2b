"""Tags, texts and character references of HTML with their offsets in the source.

>>> [(token.kind, token.name, token.start) for token in tokens("<p>5&nbsp;GB</p>")]
[('start', 'p', 0), ('text', '', 3), ('entity', '', 4), ('text', '', 10), ('end', 'p', 12)]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of HTML; ``attributes`` only on a start tag. Comments and declarations are of kind ``other``."""

    kind: Literal["start", "end", "text", "entity", "other"]
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]`` in order. What does not parse is text: nothing is lost."""
    parser = _Tokens(text[start:end])
    found = tuple(parser.run())
    if not start:
        return found
    return tuple(Token(t.kind, t.start + start, t.end + start, t.name, t.attributes) for t in found)


class _Tokens(HTMLParser):
    """Notes where each token begins; it ends where the next begins."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.found: list[tuple[int, Literal["start", "end", "text", "entity", "other"], str, dict[str, str]]] = []
        self.line_starts = [0]
        self.line_starts.extend(number + 1 for number, character in enumerate(text) if character == "\n")

    def run(self) -> Iterator[Token]:
        try:
            self.feed(self.text)
            self.close()
        except (AssertionError, ValueError):  # the standard parser gives up on some broken declarations
            self._note("text")
        for number, (start, kind, name, attributes) in enumerate(self.found):
            end = self.found[number + 1][0] if number + 1 < len(self.found) else len(self.text)
            if start < end:
                yield Token(kind, start, end, name, attributes)

    def _note(
        self,
        kind: Literal["start", "end", "text", "entity", "other"],
        name: str = "",
        attributes: dict[str, str] | None = None,
    ) -> None:
        line, column = self.getpos()
        self.found.append((self.line_starts[line - 1] + column, kind, name, attributes or {}))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note("start", tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        self._note("end", tag)

    def handle_data(self, data: str) -> None:
        self._note("text")

    def handle_entityref(self, name: str) -> None:
        self._note("entity")

    def handle_charref(self, name: str) -> None:
        self._note("entity")

    def handle_comment(self, data: str) -> None:
        self._note("other")

    def handle_decl(self, decl: str) -> None:
        self._note("other")

    def handle_pi(self, data: str) -> None:
        self._note("other")

    def unknown_decl(self, data: str) -> None:
        self._note("other")
