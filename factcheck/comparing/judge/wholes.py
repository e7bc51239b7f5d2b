"""Shares held against absolute figures, where a constant of the user's gives the whole.

    about 20% of 60,000 square kilometres = 10,800 to 13,200 square kilometers

Both ends are computed with intervals: what the share allows times what the whole allows.

>>> against_wholes((), (), {}, ())
[]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from factcheck.comparing.judge.verdicts import judge_by
from factcheck.comparing.names import any_alike
from factcheck.comparing.table import claims_table
from factcheck.model import Claim, Finding, Interval, Quantity, Reading, Reason
from factcheck.model.finding import Computed
from factcheck.model.quantity import units_in_words
from factcheck.rulebook.computation import implied, usable
from factcheck.rulebook.facts import Fact
from factcheck.rulebook.rule import Rule

FORMULA = "share of a whole"
_STATED = ("value", "to")


class Derived(NamedTuple):
    """A share, the whole that it is of, what they give as a claim, and an absolute figure of the same thing."""

    whole: Fact
    share: Claim
    part: Claim
    absolute: Claim


def against_wholes(
    wholes: Sequence[Fact], claims: Sequence[Claim], readings: Mapping[str, Reading], rules: Sequence[Rule]
) -> list[Finding]:
    """A finding for every absolute figure that a share of a known whole contradicts; ``readings`` maps doc_id to the
    card of a claim's document."""
    pairs = list(derived(wholes, claims))
    judged = judge_derived(pairs, readings, rules)
    if not len(judged):
        return []
    rows: Iterable[Any] = judged[["rule", "verdict", "conflict_class", "severity", "rung"]].itertuples(index=False)
    found = (_finding(pair, row) for pair, row in zip(pairs, rows, strict=True) if row.verdict == "conflict")
    return list(found)


def judge_derived(pairs: Sequence[Derived], readings: Mapping[str, Reading], rules: Sequence[Rule]) -> pd.DataFrame:
    """The verdicts of the rules that check shares of wholes; the computed part is the left side."""
    checking = tuple(rule for rule in rules if rule.check == "whole")
    if not pairs or not checking:
        return pd.DataFrame()
    left = claims_table([pair.part for pair in pairs], readings).add_prefix("left_")
    right = claims_table([pair.absolute for pair in pairs], readings).add_prefix("right_")
    return judge_by(pd.concat([left, right], axis=1), checking)


def derived(wholes: Sequence[Fact], claims: Sequence[Claim]) -> Iterator[Derived]:
    """Every share of a whole with every absolute figure of the same measure, said of the same names."""
    for whole in wholes:
        about = [claim for claim in claims if usable(claim) and claim.role in _STATED and _of(whole, claim)]
        absolutes: dict[tuple[str, frozenset[str]], list[Claim]] = {}
        for claim in about:
            if _is_part(whole, claim):
                absolutes.setdefault(_said_of(whole, claim), []).append(claim)
        seen: set[tuple[object, ...]] = set()
        for share in about:
            key = _said_of(whole, share)
            part = _part(whole, share) if key in absolutes else None
            if part is None or (again := (key, str(part.quantity), part.as_of)) in seen:
                continue
            seen.add(again)
            yield from (Derived(whole, share, part, absolute) for absolute in absolutes[key])


def _of(whole: Fact, claim: Claim) -> bool:
    """Whether a claim is of the thing that the whole is of, and names who holds a part of it."""
    if claim.quantity is None or not claim.frame.measure or not any_alike(whole.claim.frame.subject[:1], _names(claim)):
        return False
    return bool(_said_of(whole, claim)[1])


def _said_of(whole: Fact, claim: Claim) -> tuple[str, frozenset[str]]:
    """The measure and the names, but for those of the whole and of whoever says it: who holds it, where it lies."""
    own = (*whole.claim.frame.subject[:1], claim.frame.attribution)
    return claim.frame.measure, frozenset(name for name in _names(claim) if not any_alike((name,), own))


def _names(claim: Claim) -> tuple[str, ...]:
    return tuple(name for name in claim.frame.subject if name[:1].isupper())


def _is_part(whole: Fact, claim: Claim) -> bool:
    """Whether a figure is of the kind of the whole and clearly less: the whole itself is no part."""
    one, all_of_it = claim.quantity, whole.claim.quantity
    if one is None or all_of_it is None or one.dimension != all_of_it.dimension or one.kind == "rate":
        return False
    high, least = implied(claim).hi, implied(whole.claim).lo
    return high is not None and least is not None and high < least


def _part(whole: Fact, share: Claim) -> Claim | None:
    """The claim that a share makes of the whole, in the unit of the whole; None for what is no share."""
    one, all_of_it = share.quantity, whole.claim.quantity
    if one is None or all_of_it is None or one.unit != "percent":
        return None
    wide = _widened(all_of_it.implied, whole.tolerance)
    stated, allowed = _times(one.stated, all_of_it.stated), _times(one.implied, wide)
    if stated is None or allowed is None:
        return None
    return replace(share, quantity=replace(all_of_it, stated=stated, implied=allowed.hull(stated), hedge=one.hedge))


def _widened(interval: Interval, tolerance: float) -> Interval:
    lo, hi = interval.lo, interval.hi
    return Interval(None if lo is None else lo * (1 - tolerance), None if hi is None else hi * (1 + tolerance))


def _times(percent: Interval, whole: Interval) -> Interval | None:
    """The product of a share in per cent and a whole, both from zero upward; an end that is not known stays so."""
    if (percent.lo or 0.0) < 0 or whole.lo is None or whole.hi is None or whole.lo < 0:
        return None
    lo = None if percent.lo is None else percent.lo * whole.lo / 100
    hi = None if percent.hi is None else percent.hi * whole.hi / 100
    return Interval(lo, hi, percent.lo_open, percent.hi_open)


def arithmetic(pair: Derived) -> str:
    """``about 20% of 60,000 square kilometres = 10,800 to 13,200 square kilometers``."""
    quantity, given = pair.part.quantity, pair.whole.claim.citation.quote
    found = _in_words(quantity) if quantity is not None else ""
    return f"{pair.share.citation.quote} of {given} = {found}"


def _in_words(quantity: Quantity) -> str:
    """The implied interval, its ends to four digits."""
    lo, hi = (
        None if end is None else f"{float(f'{end:.4g}'):,.15g}" for end in (quantity.implied.lo, quantity.implied.hi)
    )
    between = lo if lo == hi else f"{lo} to {hi}" if lo and hi else f"at least {lo}" if lo else f"at most {hi}"
    return f"{between} {units_in_words(quantity.unit) if quantity.unit else quantity.noun}".strip()


def _finding(pair: Derived, row: Any) -> Finding:
    place = f"{pair.whole.place}: {pair.whole.says}"
    return Finding(
        rule_id=row.rule,
        verdict=row.verdict,
        conflict_class=row.conflict_class,
        severity=row.severity,
        left=pair.absolute,
        right=None,
        rung=row.rung,
        detail=arithmetic(pair),
        reasons=(Reason(FORMULA, arithmetic(pair)), Reason("constant", place)),
        computed=Computed(FORMULA, (pair.share.citation.quote, place)),
        quantity=pair.part.quantity,
        sources=(pair.share,),
    )
