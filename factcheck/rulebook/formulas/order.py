"""order: two dated events of one subject that can only happen in one order.

>>> NAME
'order'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.model import Claim, DayInterval, TimeInterval
from factcheck.rulebook.computation import Computation, Inputs, quoted, usable

NAME = "order"
SUMMARY = "of one subject, what ``before`` names must not be dated after what ``after`` names"
INPUTS = ("before", "after")


def compute(claims: Sequence[Claim], inputs: Inputs) -> Iterator[Computation]:
    before, after = inputs.get("before", ()), inputs.get("after", ())
    earlier = [claim for claim in claims if _dated(claim, before)]
    later = [claim for claim in claims if _dated(claim, after)]
    for first in earlier:
        for second in later:
            if _one_subject(first, second):
                yield _check(first, second)


def _dated(claim: Claim, measures: Sequence[str]) -> bool:
    if (
        claim.time is None
        or claim.time.type != "date"
        or not usable(claim)
        or claim.role not in ("value", "from", "to")
        or _names_a_thing(claim)
    ):
        return False
    return claim.frame.measure in measures and None not in (claim.time.days.start, claim.time.days.end)


def _names_a_thing(claim: Claim) -> bool:
    """ "The 1891 census": a year behind an article names what follows."""
    before, _, after = claim.citation.sentence.partition(claim.citation.quote)
    article = bool(before.split()) and before.split()[-1].lower() in ("the", "a", "an", "its", "their", "his", "her")
    return article and after[:1] == " " and after[1:2].islower()


def _one_subject(first: Claim, second: Claim) -> bool:
    """One passage, and the same name said first of both: a page tells of many people and versions."""
    same = first.frame.subject[:1] == second.frame.subject[:1] and bool(first.frame.subject)
    return same and first.passage == second.passage and first.claim_id != second.claim_id


def _check(first: Claim, second: Claim) -> Computation:
    start = first.time.days.start if first.time is not None else None
    end = second.time.days.end if second.time is not None else None
    agrees = start is None or end is None or start <= end
    return Computation(first, agrees, f"it cannot come after {quoted((second,))}", (second,), time=_not_after(second))


def _not_after(second: Claim) -> TimeInterval | None:
    """Every day up to the last that the later event may have been on."""
    if second.time is None:
        return None
    days = DayInterval(None, second.time.days.end)
    return replace(second.time, days=days, implied=days, mod=None)
