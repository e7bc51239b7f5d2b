"""Putting an outline together: heading path, lists and tables, block by block, in the order of the text.

>>> outline = Outline("Limits\\nTen users.")
>>> outline.heading(1, Span(0, 6))
>>> outline.add("paragraph", Span(7, 17))
>>> [(block.kind, block.headings) for block in outline.blocks]
[('title', ()), ('paragraph', ('Limits',))]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.model import Block, Label, Span
from factcheck.model.omission import shows, visible
from factcheck.model.text import BlockKind

_EXAMPLE_HEADING = re.compile(r"(?:example|sample|tutorial|walkthrough|walk-through|demo)s?\b", re.IGNORECASE)
# Numbers of sections and steps, which say nothing.
_NUMBERED = re.compile(
    r"(?:(?:step|part|chapter|section|phase) )?\d{1,3}(?:\.\d{1,3})*+(?:[.):]|(?<=\.\d) ) *+(?=\S)", re.I
)
_LONGEST_LABEL = 300


@dataclass(slots=True)
class Outline:
    """The blocks so far, and what stands above the next one. ``flags`` go to every block.

    ``broken`` are (offset, what is wrong) of what did not parse; its text is read all the same.
    """

    text: str
    flags: frozenset[str] = frozenset()
    blocks: list[Block] = field(default_factory=list)
    broken: list[tuple[int, str]] = field(default_factory=list)
    groups: int = 0
    _above: list[tuple[int, str]] = field(default_factory=list)
    _path: tuple[str, ...] = ()
    _own_flags: frozenset[str] | None = None
    _titled: bool = False

    def heading(self, level: int, span: Span, line: Span | None = None, omitted: Sequence[Span] = ()) -> None:
        """A heading of a level (1 is the highest). The first of level 1 is the title."""
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        numbered = _NUMBERED.match(self.text, span.start, span.end)
        line, span = line or span, Span(numbered.end(), span.end) if numbered else span
        kind: BlockKind = "title" if level == 1 and not self._titled else "heading"
        self._titled |= kind == "title"
        self._stands_under()
        self.add(kind, span, line, omitted=omitted)
        self._above.append((level, self.seen(span, omitted)))
        self._stands_under()

    def _stands_under(self) -> None:
        """Note the heading path that the following blocks share, and the flags that it gives them."""
        self._path = tuple([words for _, words in self._above if words])
        example = any(_EXAMPLE_HEADING.match(words) for words in self._path)
        self._own_flags = self.flags | {"example"} if example else None

    def add(
        self,
        kind: BlockKind,
        span: Span,
        line: Span | None = None,
        *,
        labels: Sequence[Label] = (),
        group: int = -1,
        omitted: Sequence[Span] = (),
    ) -> None:
        """One block under the headings so far. A block with nothing to see is left out."""
        if span.start >= span.end or (omitted and not shows(self.text, span, omitted)):
            return
        flags = self.flags if self._own_flags is None else self._own_flags
        known = tuple([label for label in labels if label.text]) if labels else ()
        self.blocks.append(Block(kind, span, line or span, self._path, known, group, flags, tuple(omitted)))

    def new_group(self) -> int:
        """The number of a list or table."""
        self.groups += 1
        return self.groups - 1

    def seen(self, span: Span, omitted: Sequence[Span] = ()) -> str:
        """What a reader sees of a span, cut to the length of a label."""
        return visible(self.text, span, omitted)[:_LONGEST_LABEL]

    def introduction(self) -> str:
        """What the paragraph before says, if it ends in a colon: it introduces the list or table that follows."""
        for block in reversed(self.blocks):
            if block.kind in ("paragraph", "quote"):
                words = visible(self.text, block.span, block.omitted)
                return words if words.endswith(":") and len(words) <= _LONGEST_LABEL else ""
            return ""
        return ""

    @property
    def title(self) -> str:
        """The words of the title block, "" if there is none."""
        return next((self.seen(block.span, block.omitted) for block in self.blocks if block.kind == "title"), "")
