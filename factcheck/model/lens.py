"""A text with some stretches cut out or replaced, and the way back to where each character stood.

>>> lens = Lens.over("Up to **5**&nbsp;GB", [(Span(6, 8), ""), (Span(9, 11), ""), (Span(11, 17), " ")])
>>> lens.text, lens.view(Span(6, 19)), lens.back(Span(6, 10))
('Up to 5 GB', Span(start=6, end=10), Span(start=8, end=19))
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class Lens:
    """``pieces`` are pairs (offset in ``text``, offset in the source) from which both run in step."""

    text: str
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)

    @classmethod
    def over(cls, source: str, edits: Iterable[tuple[Span, str]]) -> Lens:
        """The source with each span replaced. Edits are sorted and do not overlap."""
        parts: list[str] = []
        pieces: list[tuple[int, int]] = [(0, 0)]
        length = position = 0
        for span, replacement in edits:
            parts += (source[position : span.start], replacement)
            length += span.start - position
            if replacement:
                pieces.append((length, span.start))
            length += len(replacement)
            pieces.append((length, span.end))
            position = span.end
        parts.append(source[position:])
        return cls("".join(parts), tuple(pieces))

    def back(self, span: Span) -> Span:
        """The stretch of the source that a stretch of ``text`` stands for, with what was cut out inside it."""
        if span.start >= span.end:
            at = self._source(span.start)
            return Span(at, at)
        return Span(self._source(span.start), self._source(span.end - 1) + 1)

    def view(self, span: Span) -> Span:
        """The stretch of ``text`` that is left of a stretch of the source."""
        return Span(self._viewed(span.start), self._viewed(span.end))

    def _source(self, offset: int) -> int:
        view, source = self.pieces[bisect_right(self.pieces, (offset, float("inf"))) - 1]
        return source + offset - view

    def _viewed(self, offset: int) -> int:
        number = bisect_right(self.pieces, offset, key=lambda piece: piece[1]) - 1
        view, source = self.pieces[number]
        within = view + offset - source
        following = self.pieces[number + 1][0] if number + 1 < len(self.pieces) else len(self.text)
        return min(within, following)
