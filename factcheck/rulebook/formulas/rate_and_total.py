"""rate_and_total: a rate, and what it comes to in a longer time, said in one sentence.

>>> times_in("month", "year"), times_in("day", "week"), times_in("year", "day")
((12.0, 12.0), (5.0, 7.0), None)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Claim, Interval
from factcheck.rulebook.computation import (
    Computation,
    Inputs,
    between,
    by_sentence,
    quoted,
    rounded,
    told,
    usable,
)

NAME = "rate_and_total"
SUMMARY = "a rate and what it comes to, “40 a month, or 480 a year”: the rate times the longer time must be the total"
INPUTS: tuple[str, ...] = ()

_LONGER = (
    ("second", 1.0, 1.0),
    ("minute", 60.0, 60.0),
    ("hour", 60.0, 60.0),
    ("day", 8.0, 24.0),
    ("week", 5.0, 7.0),
    ("month", 4.0, 4.5),
    ("quarter", 3.0, 3.0),
    ("year", 4.0, 4.0),
    ("decade", 10.0, 10.0),
)
"""Each period, and how many of the one before are in it: by working hours and days, and by the clock and calendar."""
_PERIODS = "|".join(name for name, _, _ in _LONGER)
_EACH = re.compile(rf"(?:[^.;:()\d]{{0,30}}?\s)?(?:an?|per|each|every)\s({_PERIODS})\b")
_AGAIN = re.compile(
    r"[^.;:()\d]{0,40}?,? "
    r"(or\b|that is\b|i\.e\.|which (?:is|makes|comes to|adds up to)\b|equal to\b|making\b|\(|=)[^.;:()\d]{0,20}\d"
)
_IN_ALL = re.compile(r"a total of\b", re.IGNORECASE)
_SO_MANY = re.compile(rf"({_PERIODS})s?$")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FAR = 3.0
"""How many times larger or smaller than what the rate gives a total may be, and still be meant as it."""
_SLIPS = (10.0, 100.0, 1000.0)
"""A total that is wrong by a power of ten is meant as it, too."""
_LOOSE = 0.05
"""The most that a total may be rounded by, as a share of it."""


def compute(claims: Sequence[Claim], inputs: Inputs) -> Iterator[Computation]:
    figures = [claim for claim in claims if claim.quantity is not None and usable(claim)]
    for sentence in by_sentence([claim for claim in figures if claim.kind in ("paragraph", "item", "caption")]):
        for rate, total in pairwise(sentence):
            if _said_again(rate, total):
                yield from _check(rate, total, times_in(_period(rate), _period(total)))
        if len(sentence) == 3:
            yield from _over_a_time(sentence)


def times_in(short: str, long: str) -> tuple[float, float] | None:
    """How often, at the least and at the most, the one period goes into the other; None where it is no longer one."""
    names = [name for name, _, _ in _LONGER]
    if short not in names or long not in names or names.index(short) >= names.index(long):
        return None
    least, most = 1.0, 1.0
    for _, low, high in _LONGER[names.index(short) + 1 : names.index(long) + 1]:
        least, most = least * low, most * high
    return least, most


def _said_again(rate: Claim, total: Claim) -> bool:
    """Whether the second figure is the first once more, for a longer time.

    A price for a year need not be that of twelve months.
    """
    prices = any(claim.quantity.dimension.startswith("money") for claim in (rate, total) if claim.quantity is not None)
    joined = _AGAIN.match(between(rate, total) + total.citation.quote)
    if joined is None or (prices and joined[1] in ("or", "(")):
        return False
    return _of_one_thing(rate, total)


def _over_a_time(sentence: Sequence[Claim]) -> Iterator[Computation]:
    """ "300 loaves a day, a total of 9,000 in 30 days"."""
    rates = [claim for claim in sentence if _period(claim)]
    times = [claim for claim in sentence if claim.quantity is not None and claim.quantity.kind == "duration"]
    totals = [claim for claim in sentence if _IN_ALL.match(claim.citation.quote)]
    if not (len(rates) == len(times) == len(totals) == 1) or not _of_one_thing(rates[0], totals[0]):
        return
    unit, length = _SO_MANY.search(times[0].citation.quote), times[0].quantity
    if unit is None or length is None or length.stated.lo is None or length.stated.hi is None:
        return
    period = _period(rates[0])
    each = (1.0, 1.0) if unit[1] == period else times_in(period, unit[1])
    if each is not None:
        span = (length.stated.lo * each[0], length.stated.hi * each[1])
        yield from _check(rates[0], totals[0], span, times[0])


def _period(claim: Claim) -> str:
    """The period that stands with a figure or right behind it: "400 cars a week"."""
    quote = claim.citation.quote
    digits = max((found.end() for found in _DIGITS.finditer(quote)), default=len(quote))
    found = _EACH.match(quote[digits:] + claim.citation.behind)
    return found[1] if found is not None else ""


def _of_one_thing(rate: Claim, total: Claim) -> bool:
    ours, theirs = _thing(rate), _thing(total)
    return not theirs or ours == theirs or rate.frame.measure == total.frame.measure


def _thing(claim: Claim) -> str:
    quantity = claim.quantity
    return "" if quantity is None else quantity.unit.partition(" per ")[0] or quantity.noun


def _check(rate: Claim, total: Claim, times: tuple[float, float] | None, *spans: Claim) -> Iterator[Computation]:
    one, stated = _bounded(rate), _bounded(total)
    if times is None or one is None or stated is None:
        return
    computed = Interval((one.lo or 0.0) * times[0], (one.hi or 0.0) * times[1])
    if _is_meant(computed, stated):
        expected = f"{told(computed)}, from {quoted((rate, *spans))}"
        yield Computation(total, computed.overlaps(stated.hull(_rounded(total))), expected, (rate, *spans))


def _bounded(claim: Claim) -> Interval | None:
    """What a figure allows, in its own unit; None without two ends above zero."""
    if claim.quantity is None or claim.quantity.implied.hi is None or (claim.quantity.implied.lo or 0.0) <= 0:
        return None
    return claim.quantity.implied


def _rounded(total: Claim) -> Interval:
    """The step that a total seems to be rounded to, either side."""
    value = total.quantity.stated.lo if total.quantity is not None else None
    digits = _DIGITS.search(total.citation.quote)
    if value is None:
        raise ValueError(f"a total without a value: {total.claim_id}")
    if digits is None or float(digits[0].replace(",", "")) != value:
        return Interval.point(value)  # "1.2 million", "a dozen": the digits are not all of it
    step = min(rounded(digits[0]), _LOOSE * value)
    return Interval(value - step, value + step)


def _is_meant(computed: Interval, stated: Interval) -> bool:
    """Whether a total is of the size that the rate gives, or would be but for zeros."""
    low, high = (computed.lo or 0.0) / _FAR, (computed.hi or 0.0) * _FAR
    if Interval(low, high).overlaps(stated):
        return True
    return any(computed.scaled(zeros).overlaps(stated) for slip in _SLIPS for zeros in (slip, 1.0 / slip))
