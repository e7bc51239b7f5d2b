"""Claims and readings made by hand, for tests of the comparing half.

>>> claim("41 people", measure="deaths").frame.measure
'deaths'
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from factcheck.model import (
    Citation,
    Claim,
    DayInterval,
    Frame,
    Interval,
    Quantity,
    Reading,
    Span,
    TimeInterval,
)


def count(lo: float | None, hi: float | None, **more: Any) -> Quantity:
    """A count of something, exact unless ``implied`` says otherwise."""
    stated = Interval(lo, hi)
    return Quantity("count", stated, more.pop("implied", stated), dimension="count", **more)


def percent(lo: float | None, hi: float | None, **more: Any) -> Quantity:
    stated = Interval(lo, hi, lo_open=more.pop("lo_open", False))
    return Quantity("percent", stated, more.pop("implied", stated), "percent", "percent", **more)


def day(start: date | None, end: date | None, timex: str = "2022", **more: Any) -> TimeInterval:
    days = DayInterval(start, end)
    return TimeInterval("date", timex, days, more.pop("implied", days), **more)


def claim(
    quote: str,
    quantity: Quantity | None = None,
    *,
    doc: str = "a.txt",
    at: int = 0,
    time: TimeInterval | None = None,
    role: str = "value",
    sentence: str = "",
    as_of: DayInterval | None = None,
    passage: int = 0,
    **frame: Any,
) -> Claim:
    """A claim at offset ``at`` of ``doc``; words of ``sentence`` become the context unless given."""
    words = tuple(sentence.lower().replace(",", "").replace(".", "").split())
    made = Frame(**({"words": words, "near": words} | frame))
    span = Span(at, at + len(quote))
    citation = Citation(doc, doc, span, quote, sentence or quote, span, 1, at + 1, 1, at + len(quote) + 1)
    return Claim(
        claim_id=f"{doc}:{at}",
        citation=citation,
        frame=made,
        role=role,  # type: ignore[arg-type]
        quantity=quantity if quantity is not None or time is not None else count(41, 41),
        time=time,
        as_of=as_of,
        passage=passage,
    )


def reading(doc: str, *claims: Claim, published: str | None = None, **more: Any) -> Reading:
    return Reading(
        doc_id=doc,
        path=doc,
        title=more.pop("title", doc),
        source=more.pop("source", doc),
        url="",
        published=published,
        scope=more.pop("scope", ()),
        metadata=more.pop("metadata", ()),
        mentions=len(claims),
        claims=claims,
        problems=(),
    )


def moved(original: Claim, doc: str, at: int | None = None) -> Claim:
    """The same claim in another document."""
    start = original.citation.span.start if at is None else at
    span = Span(start, start + len(original.citation.quote))
    citation = replace(original.citation, doc_id=doc, path=doc, span=span)
    return replace(original, claim_id=f"{doc}:{start}", citation=citation)
