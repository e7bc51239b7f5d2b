"""Times that are mentions, but claims about nothing: in bylines and page stamps, and in names.

>>> from factcheck.model import PositionMap
>>> from factcheck.reading.segment import blocks
>>> text = "Pier of Alma sinks\\n\\nBy Ada Moss | May 3, 2024\\n\\nThe pier sank on Friday, the harbour master said."
>>> document = Document("a", "a", text, PositionMap.of_text(text))
>>> view = Legible(document, document)
>>> [(stamp.citation.quote, stamp.time.timex) for stamp in stamps(document, view, blocks(document))]
[('May 3, 2024', '2024-05-03')]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from factcheck.model import Block, Citation, Claim, Document, Mention, Passage, Stamp
from factcheck.reading.dates import read_times
from factcheck.reading.segment import Legible
from factcheck.reading.segment import stamps as stamp_lines

# The values of TIMEX3 for "once", "now" and "some day".
_POINTERS = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def stamps(document: Document, view: Legible, found: Sequence[Block]) -> tuple[Stamp, ...]:
    """The stamps of the legible ``document`` in the order of the text, cited in the document that ``view`` is of;
    ``found`` are its blocks."""
    lines = stamp_lines(found)
    made = []
    at = 0
    for mention in read_times(document, lines):
        while not lines[at].block.span.contains(mention.span):
            at += 1
        made.append(Stamp(view.cited(Citation.at(document, mention.span, lines[at].block.line)), mention.time))
    return tuple(made)


def unclaimed(
    document: Document,
    passages: Sequence[Passage],
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
    view: Legible,
) -> tuple[Stamp, ...]:
    """The times among the ``mentions`` that no claim was made of: part of a name, or without any place in time."""
    claimed = {claim.citation.span for claim in claims}
    found = []
    for mention in mentions:
        if mention.time is not None and mention.quantity is None and mention.span not in claimed:
            whole = passages[mention.passage].sentences[mention.sentence]
            time = mention.time.time
            of: Literal["name", "pointer"] = "pointer" if time.timex in _POINTERS else "name"
            found.append(Stamp(view.cited(Citation.at(document, mention.span, whole)), time, of))
    return tuple(found)
