"""Intervals, days and documents in words.

>>> from factcheck.model import Interval
>>> interval_words(Interval.above(20.0), "percent")
'over 20 percent'
>>> interval_words(Interval(17.0, 19.0), "percent")
'17 to 19 percent'
"""

from __future__ import annotations

from factcheck.model import Claim, DayInterval, Interval, Quantity, Reading, TimeInterval
from factcheck.model.quantity import units_in_words
from factcheck.writers.neutralise import one_line


def number_words(number: float) -> str:
    """
    >>> number_words(1650000000.0), number_words(0.30000000000000004), number_words(-2.5)
    ('1,650,000,000', '0.3', '-2.5')
    """
    if abs(number) >= 1e15 or 0 < abs(number) < 1e-6:
        return f"{number:.6g}"
    text = f"{number:,.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def interval_words(interval: Interval, unit: str = "") -> str:
    """What numbers the interval holds; ``unit`` is appended."""
    lo, hi = interval.lo, interval.hi
    if lo is None and hi is None:
        return "any value"
    if hi is None:
        words = f"{'over' if interval.lo_open else 'at least'} {number_words(lo or 0.0)}"
    elif lo is None:
        words = f"{'under' if interval.hi_open else 'at most'} {number_words(hi)}"
    elif lo == hi:
        words = number_words(lo)
    else:
        words = f"{'over ' if interval.lo_open else ''}{number_words(lo)} to {'under ' if interval.hi_open else ''}"
        words += number_words(hi)
    return f"{words} {one_line(unit)}".strip()


def unit_words(quantity: Quantity) -> str:
    """The unit after a number: "kilometers", for exactly one "kilometer"; the counted noun where there is none."""
    if quantity.stated == quantity.implied == Interval.point(1.0):
        return quantity.unit.replace("_", " ") or quantity.noun
    return units_in_words(quantity.unit) or quantity.noun


def days_words(days: DayInterval) -> str:
    """
    >>> from datetime import date
    >>> days_words(DayInterval(date(2014, 1, 1), date(2014, 12, 31)))
    '2014-01-01 to 2014-12-31'
    """
    start, end = days.start, days.end
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"from {start}" if start else f"until {end}"
    return start.isoformat() if start == end else f"{start} to {end}"


def stated_words(claim: Claim) -> str:
    """What the claim says, as an interval: "18 percent", "over 20 percent", "2014-01-01 to 2014-12-31"."""
    if claim.quantity is not None:
        return interval_words(claim.quantity.stated, unit_words(claim.quantity))
    return time_words(claim.time, implied=False)


def implied_words(claim: Claim) -> str:
    """What rounding and hedge allow."""
    if claim.quantity is not None:
        return interval_words(claim.quantity.implied, unit_words(claim.quantity))
    return time_words(claim.time, implied=True)


def source_name(card: Reading | None, claim: Claim) -> str:
    """Who says it, as a reader knows it: the source, else the title, else the document's id."""
    if card is None:
        return claim.citation.doc_id
    return card.source or card.title or card.doc_id


def time_words(time: TimeInterval | None, *, implied: bool) -> str:
    if time is None:
        return ""
    return days_words(time.implied if implied else time.days) or one_line(time.timex)
