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
    """``pieces`` are pairs (offset in ``text``, offset in the source) from which both run in step.

    ``replaced`` are the offsets in ``text`` at which a replacement begins: it stands for all of what it replaces.
    ``sources`` are the offsets of the pieces in the source, to look one up.
    """

    text: str
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)
    replaced: frozenset[int] = frozenset()
    sources: tuple[int, ...] = (0,)

    @classmethod
    def over(cls, source: str, edits: Iterable[tuple[Span, str]]) -> Lens:
        """The source with each span replaced. Edits are sorted and do not overlap."""
        parts: list[str] = []
        pieces: list[tuple[int, int]] = [(0, 0)]
        replaced: set[int] = set()
        length = position = 0
        for span, replacement in edits:
            parts += (source[position : span.start], replacement)
            length += span.start - position
            if replacement:
                pieces.append((length, span.start))
                replaced.add(length)
            length += len(replacement)
            pieces.append((length, span.end))
            position = span.end
        parts.append(source[position:])
        return cls("".join(parts), tuple(pieces), frozenset(replaced), tuple([source for _, source in pieces]))

    def back(self, span: Span) -> Span:
        """The stretch of the source that a stretch of ``text`` stands for, with what was cut out inside it."""
        if span.start >= span.end:
            at = self._source(span.start)
            return Span(at, at)
        return Span(self._source(span.start), self._source_end(span.end))

    def view(self, span: Span) -> Span:
        """The stretch of ``text`` that is left of a stretch of the source."""
        return Span(self._viewed(span.start), self._viewed(span.end))

    def _source(self, offset: int) -> int:
        view, source = self.pieces[self._piece(offset)]
        return source if view in self.replaced else source + offset - view

    def _source_end(self, end: int) -> int:
        number = self._piece(end - 1)
        if self.pieces[number][0] in self.replaced:
            return self.pieces[number + 1][1]
        return self._source(end - 1) + 1

    def _piece(self, offset: int) -> int:
        return bisect_right(self.pieces, (offset, float("inf"))) - 1

    def _viewed(self, offset: int) -> int:
        number = bisect_right(self.sources, offset) - 1
        view, source = self.pieces[number]
        within = view + offset - source
        following = self.pieces[number + 1][0] if number + 1 < len(self.pieces) else len(self.text)
        return min(within, following)
