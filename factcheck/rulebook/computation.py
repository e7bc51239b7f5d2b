"""What a formula gives: a stated claim, whether it fits what was computed, and from what.

>>> from factcheck.model import Interval
>>> rounded("120"), rounded("1.75"), rounded("95")
(5.0, 0.005, 2.5)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.lexicon.units import conversion
from factcheck.model import Claim, Interval, Quantity, TimeInterval

Inputs = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Computation:
    """``claim`` is the stated side, ``expected`` what the ``inputs`` give, in words; ``agrees`` if they meet.

    ``quantity`` or ``time`` is what they give as a value, where it can stand beside the claim's own on one axis.
    """

    claim: Claim
    agrees: bool
    expected: str
    inputs: tuple[Claim, ...]
    quantity: Quantity | None = None
    time: TimeInterval | None = None


def implied(claim: Claim) -> Interval:
    """What the figure of a claim allows, in the base unit of its dimension; raises ValueError for a claim without."""
    if claim.quantity is None:
        raise ValueError(f"a claim without a quantity: {claim.claim_id}")
    unit = conversion(claim.quantity.unit)
    return claim.quantity.implied.scaled(unit.factor, unit.offset)


def beside(claim: Claim, computed: Interval) -> Quantity | None:
    """What was computed, in the base unit, as a quantity in the claim's own unit; None for a claim without one.

    A fall may be stated as a negative change while its size is what was computed: the sign is the claim's.
    """
    if claim.quantity is None:
        return None
    unit = conversion(claim.quantity.unit)
    stated = claim.quantity.stated
    if stated.hi is not None and stated.hi < 0.0 and computed.lo is not None and computed.lo >= 0.0:
        computed = Interval(None if computed.hi is None else -computed.hi, -computed.lo)
    lo, hi = (None if end is None else (end - unit.offset) / unit.factor for end in (computed.lo, computed.hi))
    return instead(claim.quantity, Interval(lo, hi, computed.lo_open, computed.hi_open))


def instead(quantity: Quantity, computed: Interval) -> Quantity:
    """The quantity with another value, in its own unit."""
    return replace(quantity, stated=computed, implied=computed, hedge=None, decimals=None)


def by_sentence(claims: Sequence[Claim]) -> Iterable[list[Claim]]:
    """The claims of each sentence, in the order of the text."""
    sentences: dict[tuple[str, int, int], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.citation.span):
        sentences[claim.citation.doc_id, claim.passage, claim.sentence].append(claim)
    return sentences.values()


def between(first: Claim, second: Claim) -> str:
    """The words of a sentence between two of its figures."""
    return first.citation.behind[: max(0, second.citation.span.start - first.citation.span.end)]


def usable(claim: Claim) -> bool:
    """Whether a claim is told as a fact: no sample value, nothing denied or supposed."""
    said = claim.frame.modality in ("", "asserted", "reported")
    return said and claim.role != "example" and "example" not in claim.flags


def rounded(digits: str) -> float:
    """Half the step to which a writer who converts rounds: that of the last digit that is not a zero, and of five for
    a figure that ends in five.
    """
    whole, _, fraction = digits.replace(",", "").partition(".")
    if fraction:
        return 0.5 * 10.0 ** -len(fraction)
    stripped = whole.rstrip("0")
    step = 10.0 ** (len(whole) - len(stripped)) if stripped else 1.0
    return 2.5 * step if stripped.endswith("5") and len(whole) > 1 else 0.5 * step


def quoted(claims: Iterable[Claim]) -> str:
    """``“9,000” and “7,200”``, as they stand in the text."""
    return " and ".join(f"“{claim.citation.quote}”" for claim in claims)


def told(interval: Interval, unit: str = "") -> str:
    """An interval in words: ``12.4 to 14.3 %``."""
    lo, hi = (None if end is None else f"{end:,.4g}" for end in (interval.lo, interval.hi))
    span = lo if lo == hi else f"{lo} to {hi}" if lo and hi else f"at least {lo}" if lo else f"at most {hi}"
    return f"{span} {unit}".strip()
