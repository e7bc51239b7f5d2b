"""percentage_change: a change "by x" between a value "from" and a value "to" of one sentence.

>>> change_of(Interval(80.0, 80.0), Interval(100.0, 100.0))
Interval(lo=25.0, hi=25.0, lo_open=False, hi_open=False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.lexicon.generic import generic
from factcheck.lexicon.lemmas import lemma
from factcheck.model import Claim, Interval
from factcheck.rulebook.computation import Computation, Inputs, beside, by_sentence, implied, quoted, told, usable

NAME = "percentage_change"
SUMMARY = "a sentence with one value from, one value to and one change: the change must fit the two values"
INPUTS: tuple[str, ...] = ()

_CHANGES = ("percent", "percentage_point", "multiple")
_SLACK = 1e-9
_NOUN = re.compile(r"[\s*_]{0,3}(\w+)")
_EVERY = re.compile(r"\s*(?:\w+\s+)?(?:every|each|per)\b")


def compute(claims: Sequence[Claim], inputs: Inputs) -> Iterator[Computation]:
    for sentence in by_sentence([claim for claim in claims if claim.quantity is not None and usable(claim)]):
        triple = _triple(sentence)
        if triple is not None:
            yield from _check(*triple)


def _triple(sentence: Sequence[Claim]) -> tuple[Claim, Claim, Claim] | None:
    """The one value before, the one after and the one change of a sentence; None if it is not just these."""
    before = [claim for claim in sentence if claim.role == "from"]
    after = [claim for claim in sentence if claim.role == "to"]
    change = [claim for claim in sentence if claim.role == "change" and _kind(claim) in _CHANGES]
    if len(before) != 1 or len(after) != 1 or len(change) != 1:
        return None
    if _recurs(change[0]):
        return None
    one, two = before[0].quantity, after[0].quantity
    if (
        one is None
        or two is None
        or one.dimension != two.dimension
        or (one.dimension == "money" and one.unit != two.unit)
    ):
        return None
    return before[0], after[0], change[0]


def _recurs(change: Claim) -> bool:
    """ "Doubled every four months", "5 % a year": one of several such changes between the two values."""
    return _EVERY.match(change.citation.behind) is not None


def _way(change: Claim) -> int:
    """1 for "a 5 % rise", -1 for "a 5 % fall", 0 where no noun after the change says it: "with a 5 % fall in waste,
    output grew from 100 to 120" tells two changes."""
    cited = change.citation
    noun = _NOUN.match(cited.sentence, cited.span.end - cited.sentence_span.start)
    word = lemma(noun[1]) if noun is not None else ""
    return (word in generic("rises")) - (word in generic("falls"))


def _kind(claim: Claim) -> str:
    if claim.quantity is None:
        return ""
    return claim.quantity.unit if claim.quantity.unit in _CHANGES else claim.quantity.kind


def _check(before: Claim, after: Claim, change: Claim) -> Iterator[Computation]:
    first, last = implied(before), implied(after)
    if first.lo is None or first.hi is None or last.lo is None or last.hi is None or first.lo <= 0 or last.lo < 0:
        return
    if _way(change) * (last.lo - first.lo) < 0:
        return
    stated = _size(implied(change))
    kind = _kind(change)
    shares = before.quantity is not None and before.quantity.dimension == "percent"
    points = _size(Interval(last.lo - first.hi, last.hi - first.lo))
    relative = _size(change_of(first, last))
    computed = {"percent": relative, "percentage_point": points}.get(
        kind, Interval(last.lo / first.hi, last.hi / first.lo)
    )
    # "Rose 2 % from 10 % to 12 %" means points as often as not.
    agrees = _wide(computed).overlaps(stated) or (kind == "percent" and shares and _wide(points).overlaps(stated))
    unit = {"percent": "%", "percentage_point": "percentage points"}.get(kind, "times")
    expected = f"{told(computed, unit)}, from {quoted((before,))} to {quoted((after,))}"
    yield Computation(change, agrees, expected, (before, after), beside(change, computed))


def change_of(first: Interval, last: Interval) -> Interval:
    """The change in per cent from one positive bounded interval to another."""
    if first.lo is None or first.hi is None or last.lo is None or last.hi is None:
        raise ValueError("a change needs four ends")
    return Interval((last.lo / first.hi - 1.0) * 100.0, (last.hi / first.lo - 1.0) * 100.0)


def _size(interval: Interval) -> Interval:
    """The interval without its sign: a fall of 5 % is written as 5 %."""
    lo, hi = interval.lo, interval.hi
    if lo is None or hi is None or lo >= 0:
        return interval
    return Interval(-hi, -lo) if hi <= 0 else Interval(0.0, max(-lo, hi))


def _wide(interval: Interval) -> Interval:
    lo, hi = interval.lo, interval.hi
    return Interval(None if lo is None else lo - _SLACK, None if hi is None else hi + _SLACK)
