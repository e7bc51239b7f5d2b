"""parts_and_total: a count with its parts in brackets or after a colon.

>>> NAME
'parts_and_total'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Interval
from factcheck.rulebook.computation import (
    Computation,
    Inputs,
    beside,
    between,
    by_sentence,
    implied,
    quoted,
    told,
    usable,
)

NAME = "parts_and_total"
SUMMARY = "a count followed by its parts, in brackets or after a colon: the parts must add up to it"
INPUTS: tuple[str, ...] = ()

_OPENS = re.compile(r"^[^.;:()\d]{0,40}(?::|\s\(|\s[–—]\s?)\s?$")
_JOINS = re.compile(r"^(?:\s[\w'’-]+){1,4}(?:,\s|,?\sand\s|\splus\s)$")
_CLOSES = re.compile(r"^(?:\s[\w'’-]+){1,4}(?:\)|\s?[–—.;]|$)")
_COUNTED = ("count", "number")
"""A part need not name again what the total counts: "45 members: 20 from the Reds"."""
_NEAR = 0.25
"""How far a sum may be from the total, as a share of it, and still be meant as one."""


def compute(claims: Sequence[Claim], inputs: Inputs) -> Iterator[Computation]:
    counts = [c for c in claims if c.quantity is not None and c.quantity.kind in _COUNTED and usable(c)]
    for sentence in by_sentence([claim for claim in counts if claim.kind in ("paragraph", "item", "caption")]):
        for index, total in enumerate(sentence):
            if total.quantity is None or total.quantity.kind != "count":
                continue
            parts = _parts(total, sentence[index + 1 :])
            if len(parts) >= 2:
                yield from _check(total, parts)


def _parts(total: Claim, following: Sequence[Claim]) -> tuple[Claim, ...]:
    """The counts that stand after a total just as parts do: opened, joined and closed by nothing but short nouns."""
    parts: list[Claim] = []
    last = total
    for claim in following:
        if not (_JOINS if parts else _OPENS).match(between(last, claim)):
            break
        parts.append(claim)
        last = claim
    if len(parts) < 2 or not _CLOSES.match(last.citation.behind):
        return ()
    return tuple(parts)


def _check(total: Claim, parts: Sequence[Claim]) -> Iterator[Computation]:
    stated, summands = implied(total), [implied(part) for part in parts]
    if stated.lo is None or stated.hi is None:
        return
    lows, highs = [part.lo for part in summands], [part.hi for part in summands]
    if None in lows or None in highs:
        return
    computed = Interval(sum(low for low in lows if low is not None), sum(high for high in highs if high is not None))
    if computed.gap(stated) <= _NEAR * stated.hi:
        expected = f"{told(computed)}, from {quoted(parts)}"
        yield Computation(total, computed.overlaps(stated), expected, tuple(parts), beside(total, computed))
