"""Read quantities out of prose: numbers with units, hedges, nouns and roles, at exact offsets.

>>> from factcheck.model.text import Span
>>> text = "Sales rose 12% to more than $1.7bn."
>>> for mention in read_quantities(text, [Span(0, len(text))], []):
...     print(mention.span.of(text), "|", mention.quantity.stated, "|", mention.quantity.unit, "|", mention.role)
12% | Interval(lo=12.0, hi=12.0, lo_open=False, hi_open=False) | percent | change
more than $1.7bn | Interval(lo=1700000000.0, hi=None, lo_open=True, hi_open=False) | USD | to
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from factcheck.model.mention import QuantityMention
from factcheck.model.text import Span
from factcheck.reading.quantities.building import mentions_of
from factcheck.reading.quantities.figure import Source
from factcheck.reading.quantities.figures import start_pattern
from factcheck.reading.quantities.reading_region import figures_of_region

_BY_PLACE = attrgetter("start", "end")  # sorts spans without comparing them in Python


def read_quantities(text: str, regions: Sequence[Span], taken: Sequence[Span]) -> tuple[QuantityMention, ...]:
    """The quantities of the regions in the order of the text; spans are absolute and do not overlap.

    ``regions`` are what is read (no mention crosses one); ``taken`` are dates and clock times, which are no quantities.
    """
    low = lower_of_same_length(text)
    ordered = sorted(taken, key=_BY_PLACE)
    result: list[QuantityMention] = []
    search, index = start_pattern().search, 0
    for region in sorted(regions, key=_BY_PLACE):
        if search(low, region.start, region.end) is None:
            continue
        while index < len(ordered) and ordered[index].end <= region.start:
            index += 1
        last = index
        while last < len(ordered) and ordered[last].start < region.end:
            last += 1
        source = Source(text, low, region.start, region.end)
        found = figures_of_region(source, ordered[index:last])
        result.extend(mentions_of(source, found, len(result)))
    return tuple(result)


def lower_of_same_length(text: str) -> str:
    """Lower case without moving any offset (some letters grow when lowered)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(lowered if len(lowered := char.lower()) == 1 else char for char in text)
