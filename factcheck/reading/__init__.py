"""Reading: one document in, its claims out. Pure: no clock, no network, no other document.

>>> from factcheck.model import Document, PositionMap
>>> text = "Lorvik has 4,100 inhabitants."
>>> reading = read(Document("a", "a", text, PositionMap.of_text(text)))
>>> [claim.citation.quote for claim in reading.claims]
['4,100']
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Document, Reading


def read(document: Document, *, trace: bool = False) -> Reading:
    """All claims of one document. ``trace`` keeps every step on the claims, for ``explain``."""
    from factcheck.reading.dates import read_times
    from factcheck.reading.dates.publication import evidence, publication_date
    from factcheck.reading.frame import frame
    from factcheck.reading.mentions import merge, taken
    from factcheck.reading.ports import read_ports
    from factcheck.reading.quantities import read_quantities
    from factcheck.reading.segment import blocks, furniture, legible, segment, titled, within_limit
    from factcheck.reading.stamps import stamps, unclaimed

    view = legible(titled(document))
    found = blocks(view.document)
    passages, cut = within_limit(view, segment(view.document, found))
    published, problems = publication_date(view.document, passages, view.line)
    dated = replace(view.document, published=published)
    times = read_times(dated, passages)
    regions = tuple(span for passage in passages for span in passage.sentences)
    ports = read_ports(dated, passages)
    spans = tuple(sorted((*taken(times), *(port.span for port in ports))))
    quantities = read_quantities(dated.text, regions, spans)
    mentions = merge(dated, passages, times, (*quantities, *ports))
    framed = frame(dated, passages, mentions, trace=trace)
    of_page = stamps(dated, view, found)
    others = unclaimed(dated, passages, mentions, framed, view)
    return Reading(
        doc_id=document.doc_id,
        path=document.path,
        title=dated.title,
        source=document.source,
        url=document.url,
        published=published,
        scope=document.scope,
        metadata=document.metadata,
        mentions=len(mentions) + len(of_page),
        claims=view.restored(framed),
        problems=(*problems, *cut),
        skipped=_skipped(furniture(found), len(mentions) - len(framed)),
        stamps=tuple(sorted((*of_page, *others), key=lambda stamp: stamp.citation.span)),
        published_confidence=evidence(view.document).confidence,
    )


def _skipped(furniture: int, labels: int) -> tuple[tuple[str, int], ...]:
    """What was left out of a document and why, for the coverage: nothing is lost silently."""
    counts = (("page furniture: menus, teasers, forms, credits", furniture), ("a label or name, no value", labels))
    return tuple((reason, number) for reason, number in counts if number)
