"""What the HTML page shows, as plain data for its script: text made harmless, links checked, numbers on one axis.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> sorted(page_data(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ()), PLAIN))
['agreements', 'conflicts']
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Claim, Conflict, DayInterval, Interval, Position, Report
from factcheck.model.finding import Agreement
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import one_line
from factcheck.writers.ordering import ordered
from factcheck.writers.quoting import file_link, passage, text_fragment
from factcheck.writers.shape import Cards, Object, cards_of, confidence, finite
from factcheck.writers.wording import days_words, implied_words, source_name, stated_words, unit_words

__all__ = ["PLAIN", "page_data"]


def page_data(report: Report, layout: Layout) -> Object:
    """Everything the script needs; known conflicts are there too, for the page filters them by status."""
    cards = cards_of(report.documents)
    every = ordered(report.conflicts)
    return {
        "conflicts": [_conflict(conflict, cards, layout) for conflict in every[: layout.max_conflicts]],
        "agreements": [_agreement(agreement, cards, layout) for agreement in report.agreements],
    }


def _conflict(conflict: Conflict, cards: Cards, layout: Layout) -> Object:
    claims = [claim for position in conflict.positions for claim in position.claims]
    axis = _axis(conflict, claims)
    return {
        "id": one_line(conflict.id),
        "rule": one_line(conflict.rule),
        "severity": conflict.severity,
        "class": conflict.conflict_class,
        "confidence": confidence(conflict),
        "status": conflict.status,
        "reason": one_line(conflict.reason),
        "subject": one_line(conflict.subject or conflict.message),
        "message": one_line(conflict.message),
        "settle": one_line(conflict.settle),
        "topics": sorted({one_line(word) for claim in claims for word in (claim.frame.measure, *claim.frame.subject)}),
        "paths": sorted({claim.citation.path for claim in claims}),
        "axis": axis,
        "positions": [_position(position, conflict, axis, cards, layout) for position in conflict.positions],
        "why": [[one_line(reason.step), one_line(reason.detail), reason.weight / 10] for reason in conflict.why],
    }


def _position(position: Position, conflict: Conflict, axis: Object | None, cards: Cards, layout: Layout) -> Object:
    computed = position.computed
    return {
        "text": one_line(position.text),
        "computed": f"{computed.formula} of {', '.join(computed.inputs)}" if computed else "",
        "places": [_place(claim, conflict, axis, cards, layout) for claim in position.claims],
    }


def _place(claim: Claim, conflict: Conflict, axis: Object | None, cards: Cards, layout: Layout) -> Object:
    card, cited = cards.get(claim.citation.doc_id), claim.citation
    quoted = passage(cited)
    return {
        "source": one_line(source_name(card, claim)),
        "title": one_line(card.title) if card else "",
        "published": one_line(card.published or "") if card else "",
        "as_of": days_words(claim.as_of) if claim.as_of else "",
        "place": one_line(f"{cited.path}:{cited.line}:{cited.column}")
        + (f" (page {cited.page})" if cited.page is not None else ""),
        "link": file_link(cited.path, cited.line, prefix=layout.link_prefix),
        "web": text_fragment(card.url, quoted) if card else "",
        "context": [one_line(cited.before), one_line(cited.after)],
        "quote": list(quoted),
        "stated": one_line(stated_words(claim)),
        "implied": one_line(implied_words(claim)),
        "bars": _bars(claim, conflict) if axis else None,
    }


def _axis(conflict: Conflict, claims: Sequence[Claim]) -> Object | None:
    """What the values are drawn along: days, or one unit; None if they cannot share an axis."""
    quantities = [claim.quantity for claim in claims if claim.quantity is not None]
    if quantities and len(quantities) == len(claims):
        units = sorted({quantity.unit for quantity in quantities})
        if len(units) == 1:
            return {"kind": "number", "unit": one_line(unit_words(quantities[0]))}
        common = [unit for unit in units if conflict.factors.get(unit) == 1.0]
        drawable = all(unit in conflict.factors for unit in units)
        return {"kind": "number", "unit": one_line(" ".join(common).replace("_", " "))} if drawable else None
    days = [claim.time.days for claim in claims if claim.time is not None and claim.quantity is None]
    known = [day for day in days if day.start or day.end]
    return {"kind": "date", "unit": ""} if len(known) == len(claims) else None


def _bars(claim: Claim, conflict: Conflict) -> Object:
    """Stated and implied ends along the axis; a date is the number of its day, its end the end of that day."""
    if claim.quantity is not None:
        factor = conflict.factors.get(claim.quantity.unit, 1.0)
        return {
            "stated": _ends(claim.quantity.stated, factor),
            "implied": _ends(claim.quantity.implied, factor),
        }
    assert claim.time is not None  # an axis of days is only there when every claim has a time
    implied = claim.time.implied if claim.time.implied.start or claim.time.implied.end else claim.time.days
    return {"stated": _days(claim.time.days), "implied": _days(implied)}


def _ends(interval: Interval, factor: float) -> list[float | None]:
    ends = (finite(interval.lo), finite(interval.hi))
    return [None if end is None else finite(end * factor) for end in ends]


def _days(days: DayInterval) -> list[float | None]:
    start = float(days.start.toordinal()) if days.start else None
    return [start, float(days.end.toordinal() + 1) if days.end else None]


def _agreement(agreement: Agreement, cards: Cards, layout: Layout) -> Object:
    places = []
    for claim in agreement.position.claims:
        cited = claim.citation
        link = file_link(cited.path, cited.line, prefix=layout.link_prefix)
        source = one_line(source_name(cards.get(cited.doc_id), claim))
        places.append({"place": one_line(f"{cited.path}:{cited.line}"), "link": link, "source": source})
    return {"subject": one_line(agreement.subject), "text": one_line(agreement.position.text), "places": places}
