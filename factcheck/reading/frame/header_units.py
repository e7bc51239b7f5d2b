"""Bare numbers whose unit stands in a header or key: "Size (GB)", "Price, USD", "timeout_seconds".

The number is read again with the unit beside it, by the same grammar that reads prose, so that every unit, magnitude
and currency of the lexicon works in a header too.

>>> from factcheck.model import Interval
>>> bare = Quantity("number", Interval.point(30), Interval.point(30))
>>> with_unit("30", bare, ("Timeout (seconds)",)).unit, with_unit("30", bare, ("Requests per minute",)).unit
('second', 'request per minute')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.model import Quantity, Span

BRACKETED = re.compile(
    r"(?:^|\s)[(\[]([^()\[\]]{1,24})[)\]]\s*$|,\s{0,2}([^\s,]{1,12})$|\bin ([^\s]{1,24}(?: [^\s]{1,12})?)$"
)
PER = re.compile(r"\w (?:per|a|each) \w+\s*$", re.IGNORECASE)
PER_IN_BRACKETS = re.compile(r"\((per [^()]{1,24})\)\s*$")  # "Visits (per month)"
BRACKETS = re.compile(r"\([^()]{0,80}\)")
LAST_WORD = re.compile(r"(?<=[a-z0-9])([A-Z][a-z]+)$|[_\-. ]([A-Za-z]{1,12})$")
# Last words and brackets that name the value and measure nothing: "Founded (year)", "replicas_min".
NO_UNITS = frozenset({"year", "day", "month", "week", "quarter", "date", "min", "max", "in", "no", "id", "a", "t"})
SCALES = {"k": "thousand", "t": "thousand", "m": "million", "b": "billion", "0": "thousand"}
SCALE = r"(thousand|million|billion|mln|mn|bn|m|k)s?\.?"
# "USD m", "$ millions"; "millions of dollars"; "thousands", "000s".
CURRENCY_THEN_SCALE = re.compile(rf"([A-Z]{{3}}|[^\w\s]|[A-Z]{{1,2}}\$)\s?{SCALE}", re.IGNORECASE)
SCALE_THEN_UNIT = re.compile(rf"(?:in )?{SCALE} (?:of )?([\w$€£ ]{{2,24}})", re.IGNORECASE)
SCALE_ALONE = re.compile(rf"(?:in )?(?:{SCALE}|'?(0)00s?)", re.IGNORECASE)


def with_unit(quote: str, quantity: Quantity, labels: Sequence[str]) -> Quantity:
    """The quantity with the unit that one of its labels gives, the quantity itself where none does.

    ``labels`` are the texts of keys, column and row headers, the nearest last.
    """
    if quantity.unit or quantity.kind not in {"number", "count"} or quantity.noun:
        return quantity
    for label in reversed(labels):
        for unit in _units(label):
            found = None if unit.lower() in NO_UNITS else _read_with(quote, unit)
            if found is not None:
                return found
    return quantity


def _units(label: str) -> Iterator[str]:
    """What may be a unit in a label: its bracket, what follows its last comma or "in", the last word of a key."""
    text = label.replace("`", " ").replace("*", " ").strip()
    text = PER_IN_BRACKETS.sub(r"\1", text)
    if PER.search(text):
        yield " ".join(BRACKETS.sub(" ", text).split())
        return
    bracketed = BRACKETED.search(text[-80:])
    if bracketed is not None:
        yield next(part for part in bracketed.groups() if part).strip()
    last = LAST_WORD.search(text[-40:])
    if last is not None:
        yield (last.group(1) or last.group(2)).lower() if last.group(1) else last.group(2)


@lru_cache(maxsize=4096)
def _read_with(quote: str, unit: str) -> Quantity | None:
    """The quantity read from the number with the unit after it or, for money, before it."""
    from factcheck.reading.quantities import read_quantities

    if PER.search(unit):
        text = f"{quote} {unit.lower()}"
        found = read_quantities(text, (Span(0, len(text)),), ())
        return found[0].quantity if found and not found[0].span.start and " per " in found[0].quantity.unit else None
    for text in _phrasings(quote, unit):
        found = read_quantities(text, (Span(0, len(text)),), ())
        whole = len(found) == 1 and found[0].span == Span(0, len(text))
        if whole and (found[0].quantity.unit or SCALE_ALONE.fullmatch(unit)):
            return found[0].quantity
    return None


@lru_cache(maxsize=4096)
def is_unit(word: str) -> bool:
    """Whether the last word of a key is a unit of time or data: "retention_days", "limitMb".

    >>> is_unit("day"), is_unit("mb"), is_unit("seat")
    (True, True, False)
    """
    found = _read_with("5", word)
    return found is not None and found.dimension in ("[time]", "data")


@lru_cache(maxsize=4096)
def gives_unit(words: str) -> bool:
    """Whether words of a header are a unit of any dimension.

    >>> gives_unit("euros"), gives_unit("month"), gives_unit("plan")
    (True, True, False)
    """
    found = _read_with("5", words)
    return found is not None and found.unit != ""


def _phrasings(quote: str, unit: str) -> Iterator[str]:
    alone = SCALE_ALONE.fullmatch(unit)
    if alone is not None and len(unit) > 2:
        yield f"{quote} {_scale(alone.group(1) or alone.group(2))}"
        return
    money = CURRENCY_THEN_SCALE.fullmatch(unit)
    if money is not None:
        yield f"{money.group(1)} {quote} {_scale(money.group(2))}"
        yield f"{money.group(1)}{quote} {_scale(money.group(2))}"
    many = SCALE_THEN_UNIT.fullmatch(unit)
    if many is not None:
        yield f"{quote} {_scale(many.group(1))} {many.group(2)}"
    yield f"{quote} {unit}"
    yield f"{quote}{unit}"
    yield f"{unit} {quote}"
    yield f"{unit}{quote}"


def _scale(written: str) -> str:
    return SCALES[written[0].lower()]
