"""The claims table: one row a claim, scalar columns, values in base units.

>>> claims_table((), {}).columns[:4].tolist()
['row', 'claim_id', 'doc', 'path']
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd

from factcheck.comparing.bounds import bound_of, role_of
from factcheck.comparing.deictic import is_deictic
from factcheck.comparing.earlier import is_earlier
from factcheck.comparing.lag import is_lag
from factcheck.comparing.naming import is_naming
from factcheck.comparing.running import is_over, is_running
from factcheck.comparing.samples import is_sample
from factcheck.comparing.supposed import is_supposed
from factcheck.comparing.vague import is_vague
from factcheck.lexicon.generic import generic
from factcheck.lexicon.units import conversion
from factcheck.model import Claim, DayInterval, Interval, Quantity, Reading, TimeInterval
from factcheck.model.minutes import DAY, EPOCH

NAN = math.nan

COLUMNS: dict[str, str] = {
    "row": "int64",
    "claim_id": "str",
    "doc": "str",
    "path": "str",
    "source": "str",
    "published": "float64",
    "published_clock": "bool",
    "dated": "bool",
    "kind": "str",
    "dimension": "str",
    "unit": "str",
    "noun": "str",
    "hedge": "str",
    "lo": "float64",
    "hi": "float64",
    "lo_open": "bool",
    "hi_open": "bool",
    "stated_lo": "float64",
    "stated_hi": "float64",
    "stated_lo_open": "bool",
    "stated_hi_open": "bool",
    "resolution": "float64",
    "quote": "str",
    "anchor": "str",
    "role": "str",
    "measure": "str",
    "verb": "str",
    "modality": "str",
    "attribution": "str",
    "period": "str",
    "as_of_start": "float64",
    "as_of_end": "float64",
    "begins_lo": "float64",
    "begins_hi": "float64",
    "timex": "str",
    "grain": "str",
    "clock_lo": "float64",
    "clock_hi": "float64",
    "zone": "str",
    "block": "str",
    "passage": "int64",
    "sentence": "int64",
    "group": "int64",
    "titled": "bool",
    "example": "bool",
    "history": "bool",
    "naming": "bool",
    "deictic": "bool",
    "supposed": "bool",
    "earlier": "bool",
    "lag": "bool",
    "running": "bool",
    "settled": "bool",
    "vague": "bool",
    "since": "bool",
    "restates": "bool",
}


def claims_table(claims: Sequence[Claim], readings: Mapping[str, Reading]) -> pd.DataFrame:
    """One row per claim, in the order given; ``readings`` maps doc_id to the document's card."""
    rows = [_row(number, claim, readings[claim.citation.doc_id]) for number, claim in enumerate(claims)]
    table = pd.DataFrame.from_records(rows, columns=list(COLUMNS)) if rows else pd.DataFrame(columns=list(COLUMNS))
    return table.astype(COLUMNS)


def pair_table(table: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The claims table twice, side by side: ``left``, ``right`` and ``left_…``, ``right_…`` for every column."""
    left = table.iloc[pairs["left"]].add_prefix("left_").reset_index(drop=True)
    right = table.iloc[pairs["right"]].add_prefix("right_").reset_index(drop=True)
    return pd.concat([pairs.reset_index(drop=True), left, right], axis=1)


def _row(number: int, claim: Claim, card: Reading) -> dict[str, Any]:
    published, has_clock = published_minutes(card.published)
    frame, held = claim.frame, holds_at(claim)
    row: dict[str, Any] = {
        "row": number,
        "claim_id": claim.claim_id,
        "doc": claim.citation.doc_id,
        "path": claim.citation.path,
        "source": card.source,
        "published": published,
        "published_clock": has_clock,
        "dated": held is not None or not math.isnan(published),
        "quote": claim.citation.quote,
        "anchor": claim.time.anchor if claim.time is not None else "",
        "role": role_of(claim),
        "measure": frame.measure,
        "verb": frame.verb,
        "modality": frame.modality,
        "attribution": frame.attribution,
        "period": _period(claim),
        "as_of_start": ordinal(held.start if held else None),
        "as_of_end": ordinal(held.end if held else None),
        "block": claim.kind,
        "passage": claim.passage,
        "sentence": claim.sentence,
        "group": claim.group,
        "titled": _is_titled(claim),
        "example": claim.role == "example" or "example" in claim.flags or is_sample(claim),
        "history": "history" in claim.flags,
        "naming": is_naming(claim),
        "deictic": is_deictic(claim),
        "supposed": is_supposed(claim),
        "earlier": is_earlier(claim),
        "lag": is_lag(claim),
        "running": is_running(claim, _year(card.published)),
        "settled": is_over(claim.citation.sentence, _year(card.published)),
        "vague": is_vague(claim.citation.quote),
        "since": "since" in frame.qualifiers,
        "restates": bool(claim.restates),
    }
    is_time = claim.time is not None and claim.time.type != "duration"
    row |= _time_columns(claim.time) if claim.time is not None and is_time else _quantity_columns(bound_of(claim))
    row |= _clock_columns(claim.time)
    row["begins_lo"], row["begins_hi"] = _begins(claim, published)
    return row


def holds_at(claim: Claim) -> DayInterval | None:
    """The days a claim holds at; None for what does not change from day to day, such as a distance; a month more on
    either side for an age, which changes once a year."""
    if claim.as_of is None or claim.frame.measure in generic("timeless measures"):
        return None
    if claim.quantity is None or claim.quantity.kind != "age":
        return claim.as_of
    start, end = claim.as_of.start, claim.as_of.end
    return DayInterval(_shifted(start, -_AGE_DAYS), _shifted(end, _AGE_DAYS))


_AGE_DAYS = 30


def _shifted(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _year(published: str | None) -> int | None:
    return int(published[:4]) if published and published[:4].isdigit() else None


_TITLE_KEYS = frozenset({"title", "linktitle", "description", "slug", "permalink"})


def _is_titled(claim: Claim) -> bool:
    keyed = any(kind == "key" and text.lower() in _TITLE_KEYS for kind, text in claim.labels)
    return claim.kind == "heading" or (claim.kind == "field" and keyed)


def _quantity_columns(quantity: Quantity | None) -> dict[str, Any]:
    if quantity is None:
        return _interval_columns("", Interval(None, None)) | _interval_columns("stated_", Interval(None, None)) | {
            "kind": "duration", "dimension": "", "unit": "", "noun": "", "hedge": "", "resolution": NAN,
        }  # fmt: skip
    to_base = conversion(quantity.unit)
    last_digit = NAN if quantity.decimals is None else 10.0**quantity.decimals * to_base.factor
    return {
        "kind": quantity.kind,
        "dimension": comparable_dimension(quantity),
        "unit": quantity.unit,
        "noun": quantity.noun,
        "hedge": quantity.hedge or "",
        "resolution": last_digit,
        **_interval_columns("", quantity.implied.scaled(to_base.factor, to_base.offset)),
        **_interval_columns("stated_", quantity.stated.scaled(to_base.factor, to_base.offset)),
    }


def comparable_dimension(quantity: Quantity) -> str:
    """What a quantity can be compared with: a bare number may be a count whose noun the sentence left out, but a port
    is compared with ports alone."""
    bare = quantity.kind in ("count", "number") and not quantity.unit and quantity.dimension != "port"
    return "count" if bare else quantity.dimension


def _time_columns(time: TimeInterval) -> dict[str, Any]:
    return {
        "kind": time.type,
        "dimension": "clock" if time.type == "time" else "date",
        "unit": "",
        "noun": "",
        "hedge": "",
        "resolution": NAN,
        **_interval_columns("", _day_numbers(time.implied)),
        **_interval_columns("stated_", _day_numbers(time.days)),
    }


def _clock_columns(time: TimeInterval | None) -> dict[str, Any]:
    clock = time.clock if time is not None else None
    return {
        "timex": time.timex if time is not None else "",
        "grain": time.grain if time is not None else "",
        "clock_lo": NAN if clock is None else float(clock[0]),
        "clock_hi": NAN if clock is None else float(clock[1]),
        "zone": time.zone if time is not None else "",
    }


def _interval_columns(prefix: str, interval: Interval) -> dict[str, Any]:
    return {
        f"{prefix}lo": NAN if interval.lo is None else interval.lo,
        f"{prefix}hi": NAN if interval.hi is None else interval.hi,
        f"{prefix}lo_open": interval.lo_open,
        f"{prefix}hi_open": interval.hi_open,
    }


def _day_numbers(days: DayInterval) -> Interval:
    start, end = ordinal(days.start), ordinal(days.end)
    if start > end:
        return Interval(None, None)
    return Interval(None if math.isnan(start) else start, None if math.isnan(end) else end)


def _begins(claim: Claim, published: float) -> tuple[float, float]:
    """The days on which the thing spoken of can have begun, for a duration up to now or a date of its start."""
    time = claim.time
    if time is not None and time.type == "date" and claim.role in ("value", "from"):
        start, end = time.days.start, time.days.end
        if start is not None and end is None:
            return ordinal(start), ordinal(start) + _GRAIN_DAYS.get(time.grain, 1) - 1
        return ordinal(time.implied.start), ordinal(time.implied.end)
    if claim.quantity is not None and claim.quantity.kind == "duration" and not math.isnan(published):
        to_base = conversion(claim.quantity.unit)
        length = claim.quantity.implied.scaled(to_base.factor, to_base.offset)
        # A number of days, not a date: in some zone the last day of the calendar is over.
        now = EPOCH + published // DAY
        days_each = to_base.factor and 86_400.0
        lo = NAN if length.hi is None else now - length.hi / days_each
        hi = NAN if length.lo is None else now - length.lo / days_each
        return lo, hi
    return NAN, NAN


_GRAIN_DAYS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "season": 92, "half": 184, "year": 366, "decade": 3653}


def _period(claim: Claim) -> str:
    unit = claim.quantity.unit if claim.quantity is not None else ""
    if " per " in unit:
        return unit.rsplit(" per ", 1)[1]
    said = (word[3:].lstrip() for word in claim.frame.qualifiers if word.startswith(("per ", "on ")))
    return next(said, "") or (_recurring(claim) if claim.quantity is not None else "")


_EACH = re.compile(r"\b(?:each|every) (hour|day|week|month|quarter|year)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.]")


def _recurring(claim: Claim) -> str:
    """ "Each year the fever kills 2,000": the period that a clause names as a time."""
    before, _, after = claim.citation.sentence.partition(claim.citation.quote)
    found = _EACH.search(_CLAUSE.split(after, maxsplit=1)[0]) or _EACH.match(before)
    return found[1].lower() if found is not None else ""


def ordinal(day: date | None) -> float:
    return NAN if day is None else float(day.toordinal())


def published_minutes(published: str | None) -> tuple[float, bool]:
    """Minutes since 1970 UTC of an ISO date or datetime, and whether it has a time of day; (NaN, False) if unknown.

    >>> published_minutes("1970-01-02"), published_minutes("1970-01-01T01:00Z")
    ((1440.0, False), (60.0, True))
    """
    if not published:
        return NAN, False
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return NAN, False
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.timestamp() // 60, len(published) > len("2024-05-03")
