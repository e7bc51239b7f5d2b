"""product: a figure followed by the two factors that it is made of, in brackets or behind an equals sign.

>>> NAME
'product'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Interval
from factcheck.rulebook.computation import Computation, Inputs, between, by_sentence, quoted, told

NAME = "product"
SUMMARY = "a figure followed by its two factors, “84 hours (14 weeks × 6 hours)”: their product must be the figure"
INPUTS: tuple[str, ...] = ()

_OPENS = re.compile(r"^[^.;:()=\d]{0,40}(?:\(|=)\s?$")
_TIMES = re.compile(r"^[^.;:()=\d]{0,40}?\s?(?:[x×*✕]|times|multiplied by)\s?(?:a |an |the )?$")
_CLOSES = re.compile(r"^[^.;:()=\d×*+]{0,40}(?:\)|[.;]|$)")
_NEAR = 0.25
"""How far a product may be from the figure, as a share of it, and still be meant as one."""


def compute(claims: Sequence[Claim], inputs: Inputs) -> Iterator[Computation]:
    told_here = [claim for claim in claims if claim.quantity is not None and _usable(claim)]
    for sentence in by_sentence([claim for claim in told_here if claim.kind in ("paragraph", "item", "caption")]):
        for total, first, second in zip(sentence, sentence[1:], sentence[2:], strict=False):
            if _follow(total, first, second) and _one_kind(total, first, second):
                yield from _check(total, first, second)


def _usable(claim: Claim) -> bool:
    """A product must be right whatever is planned or supposed; samples are left to their pages."""
    return claim.role != "example" and "example" not in claim.flags


def _follow(total: Claim, first: Claim, second: Claim) -> bool:
    opened, joined = _OPENS.match(between(total, first)), _TIMES.match(between(first, second))
    return opened is not None and joined is not None and _CLOSES.match(second.citation.behind) is not None


def _one_kind(total: Claim, first: Claim, second: Claim) -> bool:
    """Whether one factor is of what the figure is of: hours are made of weeks times hours."""
    return not _kinds(total).isdisjoint(_kinds(first) | _kinds(second))


def _kinds(claim: Claim) -> set[str]:
    quantity = claim.quantity
    named = {claim.frame.measure} | (
        {quantity.unit.partition(" per ")[0], quantity.noun} if quantity is not None else set()
    )
    return named - {"", "duration", "money", "size"}


def _check(total: Claim, first: Claim, second: Claim) -> Iterator[Computation]:
    stated = total.quantity.implied if total.quantity is not None else Interval(None, None)
    ends = [claim.quantity.stated for claim in (first, second) if claim.quantity is not None]
    lows, highs = [end.lo for end in ends], [end.hi for end in ends]
    if stated.lo is None or stated.hi is None or None in lows or None in highs:
        return
    low, high = 1.0, 1.0
    for end in ends:
        low, high = low * (end.lo or 0.0), high * (end.hi or 0.0)
    computed = Interval(low, high)
    if computed.gap(stated) <= _NEAR * stated.hi:
        expected = f"{told(computed)}, from {quoted((first, second))}"
        yield Computation(total, computed.overlaps(stated), expected, (first, second))
