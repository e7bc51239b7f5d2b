"""Holding claims against the truth file: which claims a fact is about, and what its rules say of them.

>>> against_facts((), (), {}, ())
[]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from typing import Any

import numpy as np
import pandas as pd

from factcheck.comparing.judge.verdicts import judge_by
from factcheck.comparing.table import claims_table
from factcheck.lexicon.lemmas import noun_lemma
from factcheck.model import Claim, Finding, Reading, Reason
from factcheck.model.finding import Computed
from factcheck.rulebook.facts import Fact
from factcheck.rulebook.rule import Rule

FORMULA = "truth file"
_UNSTATED = ("planned", "forecast", "hypothetical", "negated", "corrected")
_PARTIAL = ("from", "change", "part", "rank", "example")


def against_facts(
    facts: Sequence[Fact], claims: Sequence[Claim], readings: Mapping[str, Reading], rules: Sequence[Rule]
) -> list[Finding]:
    """A finding for every claim that a fact is about, by the rules that check facts; the fact is the computed side.

    Incomparable ones are left out. ``readings`` maps doc_id to the card of the claim's document.
    """
    judged = judge_facts(facts, claims, readings, rules)
    told = judged[judged["verdict"] != "incomparable"] if len(judged) else judged
    rows: Iterable[Any] = told.itertuples(index=False)
    return [_finding(facts[row.fact], claims[row.claim], row) for row in rows]


def judge_facts(
    facts: Sequence[Fact], claims: Sequence[Claim], readings: Mapping[str, Reading], rules: Sequence[Rule]
) -> pd.DataFrame:
    """The verdicts on every pair of a fact and a claim that it is about; ``fact`` and ``claim`` index the two."""
    # Claims may be decoded as they are asked for, so each is looked at once.
    pairs = sorted(
        (at, number) for number, claim in enumerate(claims) for at, fact in enumerate(facts) if concerns(fact, claim)
    )
    checking = tuple(rule for rule in rules if rule.check == "fact")
    if not pairs or not checking:
        return pd.DataFrame()
    judged = judge_by(_table(facts, claims, readings, pairs), checking)
    return judged.assign(fact=[at for at, _ in pairs], claim=[number for _, number in pairs])


def concerns(fact: Fact, claim: Claim) -> bool:
    """Whether a claim speaks of what the fact is about: its words, the place it holds for, one kind of value.

    With ``about`` the words decide; without it the measure and the subject of the fact's own sentence do.
    """
    if not _one_kind(fact.claim, claim) or claim.frame.modality in _UNSTATED or claim.role in _PARTIAL:
        return False
    if fact.only and not any(fnmatch(claim.citation.path, pattern) for pattern in fact.only):
        return False
    words = frozenset(_words(claim))
    if any(set(phrase) <= words for phrase in fact.unless):
        return False
    if fact.about:
        return all(set(phrase) <= words for phrase in fact.about)
    frame = fact.claim.frame
    named = {*claim.frame.subject, *claim.frame.names}
    return claim.frame.measure == frame.measure and frame.subject[0] in named


def _one_kind(one: Claim, other: Claim) -> bool:
    if one.quantity is not None and other.quantity is not None:
        return one.quantity.dimension == other.quantity.dimension
    if one.time is not None and other.time is not None:
        return one.time.type == other.time.type == "date"
    return False


def _words(claim: Claim) -> Iterator[str]:
    """Lemmas of everything said around a claim: sentence, headings, labels, names."""
    frame = claim.frame
    yield from frame.words
    yield from frame.near
    yield from frame.headings
    yield from frame.modifiers
    yield from (part for part in (frame.measure, frame.verb) if part)
    for phrase in (*frame.subject, *frame.names, *frame.qualifiers, *(text for _, text in claim.labels)):
        yield from (noun_lemma(word) for word in phrase.split())


def _table(
    facts: Sequence[Fact],
    claims: Sequence[Claim],
    readings: Mapping[str, Reading],
    pairs: Sequence[tuple[int, int]],
) -> pd.DataFrame:
    """The pair table with the fact on the left: widened by its tolerance, and as dated as the claim it is held to."""
    cards = {**readings, **{fact.claim.citation.doc_id: _card(fact) for fact in facts}}
    left = claims_table([facts[at].claim for at, _ in pairs], cards).add_prefix("left_")
    right = claims_table([claims[number] for _, number in pairs], cards).add_prefix("right_")
    table = pd.concat([left, right], axis=1)
    relative = np.array([facts[at].tolerance for at, _ in pairs])
    days = np.where(table["left_dimension"] == "date", [float(facts[at].days) for at, _ in pairs], 0.0)
    slack = (table[["left_lo", "left_hi"]].abs().max(axis=1) * relative).to_numpy() + days
    return table.assign(
        left_lo=table["left_lo"] - slack, left_hi=table["left_hi"] + slack, left_dated=table["right_dated"]
    )


def _card(fact: Fact) -> Reading:
    cited = fact.claim.citation
    return Reading(cited.doc_id, cited.path, "", cited.path, "", None, (), (), 1, (), ())


def _finding(fact: Fact, claim: Claim, row: Any) -> Finding:
    quote = fact.claim.citation.quote
    detail = f"the truth file says “{quote}” ({fact.place}, {fact.id})"
    return Finding(
        rule_id=row.rule,
        verdict=row.verdict,
        conflict_class=row.conflict_class,
        severity=row.severity,
        left=claim,
        right=None,
        rung=row.rung,
        detail=detail,
        reasons=(Reason("truth file", f"{fact.place}: {fact.says}"),),
        computed=Computed(FORMULA, (f"{fact.place}: {fact.says}",)),
        quantity=fact.claim.quantity,
        time=fact.claim.time,
    )
