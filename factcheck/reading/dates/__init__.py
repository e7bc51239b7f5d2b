"""Dates, clock times, durations and sets in a document, as intervals, from the anchor each passage asks for.

>>> from factcheck.model import Block, Document, Passage, PositionMap, Span
>>> text = "The ferry sank in May 2014."
>>> span = Span(0, len(text))
>>> document = Document(doc_id="a", path="a", text=text, position_map=PositionMap.of_text(text))
>>> [mention.time.timex for mention in read_times(document, (Passage(Block("paragraph", span, span), (span,), 0),))]
['2014-05']
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Document, Passage, TimeMention

__all__ = ["read_times"]


def read_times(document: Document, passages: Sequence[Passage]) -> tuple[TimeMention, ...]:
    """All times of the passages, with absolute offsets, in the order of the text, none overlapping another.

    Relative ones are resolved against ``document.published`` (an ISO date or datetime) or the running text, never
    against a clock; what cannot be resolved keeps a partial TIMEX3 value and unknown days.
    """
    from factcheck.reading.dates.mentions import mentions

    return mentions(document, passages)
