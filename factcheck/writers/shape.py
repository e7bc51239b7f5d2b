"""The records of a report as plain dicts, in the shape that the JSON formats promise.

>>> from factcheck.model import Interval
>>> interval_object(Interval.above(20.0))
{'lo': 20.0, 'hi': None, 'lo_open': True, 'hi_open': False}
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.model import (
    Citation,
    Claim,
    Conflict,
    DayInterval,
    Interval,
    Position,
    Problem,
    Quantity,
    Reading,
    Reason,
    Stamp,
    TimeInterval,
)  # fmt: skip
from factcheck.writers.neutralise import json_escaped

Object = dict[str, Any]
Cards = Mapping[str, Reading]


def encode(value: object, *, indent: int | None = None) -> str:
    """JSON text: no NaN, keys in the order they were made, dangerous characters as escapes."""
    return json_escaped(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent))


def cards_of(documents: Iterable[Reading]) -> Cards:
    return {reading.doc_id: reading for reading in documents}


def interval_object(interval: Interval) -> Object:
    return {
        "lo": finite(interval.lo),
        "hi": finite(interval.hi),
        "lo_open": interval.lo_open,
        "hi_open": interval.hi_open,
    }


def days_object(days: DayInterval) -> Object:
    return {
        "start": days.start.isoformat() if days.start else None,
        "end": days.end.isoformat() if days.end else None,
    }


def quantity_object(quantity: Quantity | None) -> Object | None:
    if quantity is None:
        return None
    return {
        "kind": quantity.kind,
        **interval_object(quantity.stated),
        "unit": quantity.unit,
        "noun": quantity.noun,
        "hedge": quantity.hedge,
        "implied": interval_object(quantity.implied),
    }


def time_object(time: TimeInterval | None) -> Object | None:
    """``clock`` is the first and last minute of the day, in UTC if a zone is given."""
    if time is None:
        return None
    return {
        "type": time.type,
        "timex": time.timex,
        "mod": time.mod,
        **days_object(time.days),
        "implied": days_object(time.implied),
        "clock": list(time.clock) if time.clock else None,
        "zone": time.zone,
        "anchor": time.anchor,
    }


def citation_object(citation: Citation, cards: Cards) -> Object:
    card = cards.get(citation.doc_id)
    return {
        "doc": citation.doc_id,
        "path": citation.path,
        "line": citation.line,
        "column": citation.column,
        "end_line": citation.end_line,
        "end_column": citation.end_column,
        "page": citation.page,
        "start": citation.span.start,
        "end": citation.span.end,
        "quote": citation.quote,
        "sentence": citation.sentence,
        "source": card.source if card else "",
        "published": card.published if card else None,
    }


def position_object(position: Position, cards: Cards) -> Object:
    computed = position.computed
    return {
        "text": position.text,
        "quantity": quantity_object(position.quantity),
        "time": time_object(position.time),
        "computed": {"formula": computed.formula, "inputs": list(computed.inputs)} if computed else None,
        "citations": [citation_object(claim.citation, cards) for claim in position.claims],
    }


def reason_object(reason: Reason) -> Object:
    """Weights are kept in tenths of a logit and shown in logits."""
    return {"step": reason.step, "detail": reason.detail, "weight": reason.weight / 10}


def conflict_object(conflict: Conflict, cards: Cards) -> Object:
    return {
        "id": conflict.id,
        "rule": conflict.rule,
        "severity": conflict.severity,
        "class": conflict.conflict_class,
        "confidence": confidence(conflict),
        "status": conflict.status,
        "reason": conflict.reason,
        "subject": conflict.subject,
        "message": conflict.message,
        "settle": conflict.settle,
        "positions": [position_object(position, cards) for position in conflict.positions],
        "why": [reason_object(reason) for reason in conflict.why],
    }


def document_object(card: Reading) -> Object:
    return {
        "id": card.doc_id,
        "path": card.path,
        "title": card.title,
        "source": card.source,
        "url": card.url,
        "published": card.published,
    }


def problem_object(problem: Problem) -> Object:
    return {
        "doc": problem.doc_id,
        "path": problem.path,
        "line": problem.line,
        "level": problem.level,
        "code": problem.code,
        "detail": problem.detail,
    }


def stamp_object(stamp: Stamp) -> Object:
    """One line of ``extract --format jsonl`` for a time that is no claim."""
    return {**_quote_object(stamp.citation), "quantity": None, "time": time_object(stamp.time), "claim": None}


def _quote_object(cited: Citation) -> Object:
    return {
        "doc": cited.doc_id,
        "path": cited.path,
        "line": cited.line,
        "column": cited.column,
        "start": cited.span.start,
        "end": cited.span.end,
        "quote": cited.quote,
    }


def claim_object(claim: Claim) -> Object:
    """One line of ``extract --format jsonl``."""
    cited, frame = claim.citation, claim.frame
    return {
        **_quote_object(cited),
        "quantity": quantity_object(claim.quantity),
        "time": time_object(claim.time),
        "claim": {
            "claim_id": claim.claim_id,
            "measure": frame.measure,
            "subject": list(frame.subject),
            "qualifiers": list(frame.qualifiers),
            "role": claim.role,
            "as_of": days_object(claim.as_of) if claim.as_of else None,
            "modality": frame.modality,
            "attribution": frame.attribution,
            "sentence": cited.sentence,
        },
    }


def confidence(conflict: Conflict) -> float:
    """Confidence to four decimals, so that no last bit of a float shows; 0.0 if it is not a number."""
    return round(finite(conflict.confidence) or 0.0, 4)


def finite(number: float | None) -> float | None:
    """The number as a float, None where there is none or it is not finite."""
    return None if number is None or not math.isfinite(number) else float(number)
