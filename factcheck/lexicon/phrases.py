"""Tables of cue phrases, found in a run of lower-case words.

>>> table = PhraseTable([("in total", "total"), ("total", "total")])
>>> [(hit.start, hit.end, hit.value) for hit in table.find(("a", "bill", "in", "total"))]
[(2, 4, 'total')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")


class Hit(NamedTuple, Generic[V]):
    """A phrase found at words ``start`` to ``end`` (half-open)."""

    start: int
    end: int
    value: V


class PhraseTable(Generic[V]):
    """Phrases by their first word, the longest first; built once from a lexicon file, then only read."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        table: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in phrases:
            words = tuple(phrase.lower().split())
            table.setdefault(words[0], []).append((words, value))
        self._table = {first: sorted(rest, key=lambda item: -len(item[0])) for first, rest in table.items()}
        self._first = frozenset(self._table)

    def find(self, words: Sequence[str], start: int = 0, end: int | None = None) -> Iterator[Hit[V]]:
        """Every phrase that lies in ``words[start:end]``, left to right, the longest at each place."""
        stop = len(words) if end is None else end
        if self._first.isdisjoint(words[start:stop]):
            return iter(())  # as in most stretches
        return self._hits(words, start, stop)

    def _hits(self, words: Sequence[str], start: int, stop: int) -> Iterator[Hit[V]]:
        at = start
        while at < stop:
            hit = self.at(words, at, stop) if words[at] in self._table else None
            if hit is None:
                at += 1
            else:
                yield hit
                at = hit.end

    def at(self, words: Sequence[str], at: int, stop: int) -> Hit[V] | None:
        """The longest phrase that begins at word ``at``."""
        for phrase, value in self._table.get(words[at], ()):
            end = at + len(phrase)
            if end <= stop and tuple(words[at:end]) == phrase:
                return Hit(at, end, value)
        return None
