"""Positions: the values that the claims of one fact take, each with its places.

>>> positions([])
()
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from factcheck.comparing.bounds import is_from_nothing, role_of, without_zero
from factcheck.lexicon.units import conversion
from factcheck.model import Claim, Interval, Position, Quantity


def positions(claims: Sequence[Claim]) -> tuple[Position, ...]:
    """Groups of claims whose implied intervals share a point, made greedily from the sorted ends; rarest first.

    A bound that fits several groups belongs to none of them and is left out.
    """
    bounded = sorted((c for c in claims if not _is_bound(c)), key=_by_low_end)
    groups: list[list[Claim]] = []
    reach = Interval(None, None)
    for claim in bounded:
        shared = reach.intersection(implied_interval(claim)) if groups else None
        if shared is None:
            groups.append([])
        reach = implied_interval(claim) if shared is None else shared
        groups[-1].append(claim)
    for claim in (c for c in claims if _is_bound(c)):
        fitting = [
            group for group in groups if all(implied_interval(claim).overlaps(implied_interval(c)) for c in group)
        ]
        if len(fitting) == 1:
            fitting[0].append(claim)
        elif not fitting:
            groups.append([claim])
    return _ordered(position_of(group) for group in groups)


def sides(claims: Sequence[Claim]) -> tuple[Position, ...]:
    """The positions; of claims that could all be true together, and yet were judged to differ (limits, clock times),
    one for each value that is stated."""
    apart = positions(claims)
    if len(apart) > 1:
        return apart
    alike: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[_stated(claim)].append(claim)
    return _ordered(position_of(group) for group in alike.values())


def side_by_side(left: Claim, right: Claim) -> tuple[Position, ...]:
    """A position for each of two claims, whatever they state."""
    return _ordered(position_of([claim]) for claim in (left, right))


def parties(positions: Sequence[Position], archive: frozenset[str]) -> int:
    """How many sides a dispute has: its positions, but for those that are no further side.

    Documents of an ``archive`` (by doc_id) are not compared with each other: whatever they tell, to a draft they are
    one side.
    """
    told = [{claim.citation.doc_id for claim in position.claims} for position in positions]
    asked = [documents for documents in told if not documents <= archive]
    return len(asked) + (len(asked) < len(told))


def _stated(claim: Claim) -> tuple[str, str]:
    """Equal for claims of one value, in whatever unit."""
    timex = claim.time.timex if claim.time is not None else ""
    interval = implied_interval(claim)
    ends = (f"{end:.9g}" if end is not None else "" for end in (interval.lo, interval.hi))
    return timex if claim.quantity is None else "", ":".join(ends)


def _ordered(positions: Iterable[Position]) -> tuple[Position, ...]:
    """The odd one out first: fewest documents, then the order of the text."""

    def support(position: Position) -> tuple[int, str, str]:
        documents = {claim.citation.doc_id for claim in position.claims}
        return len(documents), position.text, position.claims[0].claim_id

    return tuple(sorted(positions, key=support))


def position_of(claims: Sequence[Claim]) -> Position:
    ordered = sorted(claims, key=lambda c: (c.citation.doc_id, c.citation.span.start))
    first = ordered[0]
    return Position(first.citation.quote, first.quantity, first.time, tuple(ordered))


def implied_interval(claim: Claim) -> Interval:
    """What a claim allows, in the base unit of its dimension; proleptic ordinal days for a time."""
    if claim.time is not None and claim.time.type != "duration":
        start, end = claim.time.implied.start, claim.time.implied.end
        return Interval(
            None if start is None else float(start.toordinal()), None if end is None else float(end.toordinal())
        )
    if claim.quantity is None:
        return Interval(None, None)
    unit = conversion(claim.quantity.unit)
    return _as_told(claim, claim.quantity).scaled(unit.factor, unit.offset)


def _as_told(claim: Claim, quantity: Quantity) -> Interval:
    """What a figure allows; of a limit that a page sets ("up to 9", "between none and 9") its end, which is a point."""
    bound = without_zero(quantity).stated if is_from_nothing(quantity) else quantity.stated
    end = bound.hi if bound.lo is None else bound.lo if bound.hi is None else None
    return quantity.implied if end is None or role_of(claim) not in ("limit", "default") else Interval.point(end)


def _by_low_end(claim: Claim) -> tuple[float, float, str, int]:
    interval = implied_interval(claim)
    lo = -math.inf if interval.lo is None else interval.lo
    hi = math.inf if interval.hi is None else interval.hi
    return lo, hi, claim.citation.doc_id, claim.citation.span.start


def _is_bound(claim: Claim) -> bool:
    interval = implied_interval(claim)
    return (interval.lo is None) != (interval.hi is None)
