"""Finished figures as mentions of the model; figures in brackets that restate the one before them.

>>> low = "10 miles (16 km)"
>>> from factcheck.reading.quantities.reading_region import figures_of_region
>>> source = Source(low, low, 0, len(low))
>>> [mention.restates for mention in mentions_of(source, figures_of_region(source, ()), 0)]
[-1, 0]
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lexicon.units import conversion
from factcheck.model.mention import QuantityMention
from factcheck.model.quantity import Quantity
from factcheck.model.text import Span
from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.implied import implied, stated


def mentions_of(source: Source, found: Sequence[Figure], first: int) -> list[QuantityMention]:
    """The mentions; ``first`` is the index the first of them gets in the whole result."""
    mentions = []
    for index, figure in enumerate(found):
        restates = first + index - 1 if index and _restates(source, found[index - 1], figure) else -1
        if restates >= 0:
            _inherit(found[index - 1], figure)
        mentions.append(_mention(source, figure, restates))
    return mentions


def _inherit(left: Figure, right: Figure) -> None:
    """What restates "more than 100 km" in another unit is a bound as well."""
    if right.hedge or right.lo is None or right.lo != right.hi:
        return
    right.hedge = left.hedge
    if left.hi is None:
        right.hi, right.lo_open = None, left.lo_open
    elif left.lo is None:
        right.lo, right.hi_open = None, left.hi_open


def _mention(source: Source, figure: Figure, restates: int) -> QuantityMention:
    noun = Span(figure.noun_start, figure.noun_end) if figure.noun_start >= 0 else None
    quantity = Quantity(
        kind=figure.kind,
        stated=stated(figure),
        implied=implied(figure),
        unit=figure.unit,
        dimension=figure.dimension,
        hedge=figure.hedge,
        noun=noun.of(source.text) if noun is not None else "",
        decimals=figure.step,
    )
    return QuantityMention(
        span=Span(figure.outer_start, figure.outer_end),
        number=Span(figure.start, figure.end),
        quantity=quantity,
        role=figure.role,
        noun=noun,
        restates=restates,
        cue=figure.cue,
    )


def _restates(source: Source, left: Figure, right: Figure) -> bool:
    """ "10 miles (16 km)", "£40 ($51)": directly behind in brackets, the same dimension, another unit."""
    if source.text[left.outer_end : right.outer_start].strip() not in ("(", "[", "/", "or") or left.unit == right.unit:
        return False
    if not left.unit or not right.unit or left.kind == "count":
        return False
    return conversion(left.unit).dimension == conversion(right.unit).dimension
