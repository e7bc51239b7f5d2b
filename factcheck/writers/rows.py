"""Conflicts and claims as flat rows, for the csv and parquet formats.

>>> CONFLICT_COLUMNS[:4]
('record', 'id', 'status', 'severity')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Citation, Claim, Conflict, Position, Quantity, Reading, Report, Stamp, TimeInterval
from factcheck.model.finding import Agreement
from factcheck.writers.ordering import mentioned, ordered
from factcheck.writers.shape import Cards, cards_of, confidence, days_object, finite

Cell = str | int | float | bool | None
Row = dict[str, Cell]

VALUE_COLUMNS = (
    "kind", "lo", "hi", "lo_open", "hi_open", "implied_lo", "implied_hi", "unit", "noun", "hedge",
    "timex", "start", "end",
)  # fmt: skip
PLACE_COLUMNS = ("doc", "path", "line", "column", "page", "quote", "sentence")
CARD_COLUMNS = ("source", "title", "url", "published")
CONFLICT_COLUMNS = (
    "record", "id", "status", "severity", "class", "rule", "confidence", "subject", "message", "position",
    "position_text", "computed", *VALUE_COLUMNS, *PLACE_COLUMNS, *CARD_COLUMNS,
)  # fmt: skip
CLAIM_COLUMNS = (
    "claim_id", "measure", "subject", "qualifiers", "role", *VALUE_COLUMNS, "as_of_start", "as_of_end", "modality",
    "attribution", *PLACE_COLUMNS, "span_start", "span_end",
)  # fmt: skip
NUMBER_COLUMNS = frozenset(("confidence", "lo", "hi", "implied_lo", "implied_hi"))
INTEGER_COLUMNS = frozenset(("position", "line", "column", "page", "span_start", "span_end"))
BOOLEAN_COLUMNS = frozenset(("lo_open", "hi_open"))


def report_rows(report: Report) -> Iterator[Row]:
    """One row for each citation of each conflict, then of each agreement (``record`` says which)."""
    cards = cards_of(report.documents)
    for conflict in ordered(report.conflicts):
        for number, position in enumerate(conflict.positions, start=1):
            for claim in position.claims:
                yield _conflict_row(conflict, number, position, claim, cards)
    for agreement in report.agreements:
        for claim in agreement.position.claims:
            yield _agreement_row(agreement, claim, cards)


def mention_rows(readings: Iterable[Reading]) -> Iterator[Row]:
    """The rows of ``extract``: every claim, and every stamp with the columns of a claim empty."""
    for reading in readings:
        for mention in mentioned(reading):
            yield stamp_row(mention) if isinstance(mention, Stamp) else claim_row(mention)


def stamp_row(stamp: Stamp) -> Row:
    """One row of ``extract`` for a time that is no claim."""
    blank: Row = dict.fromkeys(("claim_id", "measure", "subject", "qualifiers", "role", "modality", "attribution"), "")
    return {
        **blank,
        **_value_cells(None, stamp.time),
        "as_of_start": None,
        "as_of_end": None,
        **_quote_cells(stamp.citation),
        "span_start": stamp.citation.span.start,
        "span_end": stamp.citation.span.end,
    }


def claim_row(claim: Claim) -> Row:
    """One row of ``extract``."""
    frame, cited = claim.frame, claim.citation
    as_of = days_object(claim.as_of) if claim.as_of else {"start": None, "end": None}
    return {
        "claim_id": claim.claim_id,
        "measure": frame.measure,
        "subject": "; ".join(frame.subject),
        "qualifiers": "; ".join(frame.qualifiers),
        "role": claim.role,
        **_value_cells(claim.quantity, claim.time),
        "as_of_start": as_of["start"],
        "as_of_end": as_of["end"],
        "modality": frame.modality,
        "attribution": frame.attribution,
        **_place_cells(claim),
        "span_start": cited.span.start,
        "span_end": cited.span.end,
    }


def _conflict_row(conflict: Conflict, number: int, position: Position, claim: Claim, cards: Cards) -> Row:
    return {
        "record": "conflict",
        "id": conflict.id,
        "status": conflict.status,
        "severity": conflict.severity,
        "class": conflict.conflict_class,
        "rule": conflict.rule,
        "confidence": confidence(conflict),
        "subject": conflict.subject,
        "message": conflict.message,
        "position": number,
        "position_text": position.text,
        "computed": position.computed.formula if position.computed else "",
        **_claim_cells(claim, cards),
    }


def _agreement_row(agreement: Agreement, claim: Claim, cards: Cards) -> Row:
    blank: Row = dict.fromkeys(("id", "status", "severity", "class", "rule", "message", "computed"), "")
    return {
        "record": "agreement",
        **blank,
        "confidence": None,
        "subject": agreement.subject,
        "position": 1,
        "position_text": agreement.position.text,
        **_claim_cells(claim, cards),
    }


def _claim_cells(claim: Claim, cards: Cards) -> Row:
    card = cards.get(claim.citation.doc_id)
    known: Row = dict.fromkeys(CARD_COLUMNS, "")
    if card is not None:
        known = {"source": card.source, "title": card.title, "url": card.url, "published": card.published or ""}
    return {**_value_cells(claim.quantity, claim.time), **_place_cells(claim), **known}


def _place_cells(claim: Claim) -> Row:
    return _quote_cells(claim.citation)


def _quote_cells(cited: Citation) -> Row:
    return {
        "doc": cited.doc_id, "path": cited.path, "line": cited.line, "column": cited.column, "page": cited.page,
        "quote": cited.quote, "sentence": cited.sentence,
    }  # fmt: skip


def _value_cells(quantity: Quantity | None, time: TimeInterval | None) -> Row:
    cells: Row = dict.fromkeys(VALUE_COLUMNS)
    if quantity is not None:
        stated, implied = quantity.stated, quantity.implied
        cells |= {
            "kind": quantity.kind, "lo": finite(stated.lo), "hi": finite(stated.hi), "lo_open": stated.lo_open,
            "hi_open": stated.hi_open, "implied_lo": finite(implied.lo), "implied_hi": finite(implied.hi),
            "unit": quantity.unit, "noun": quantity.noun, "hedge": quantity.hedge,
        }  # fmt: skip
    if time is not None:
        cells |= {"kind": cells["kind"] or time.type, "timex": time.timex, **days_object(time.days)}
    return cells
