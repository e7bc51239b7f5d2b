"""Comparing: all readings in, conflicts and agreements out.

>>> compare((), (), CompareOptions()).conflicts
()
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from factcheck.comparing.align import align
from factcheck.comparing.block import BEGINNING, Places, blocks_of
from factcheck.comparing.claim_columns import ClaimColumns
from factcheck.comparing.cluster import of_facts as cluster
from factcheck.comparing.corpus import Corpus, gathered
from factcheck.comparing.facts import Cited, Facts
from factcheck.comparing.gate import dropped
from factcheck.comparing.inside import inside
from factcheck.comparing.kept import Kept
from factcheck.comparing.match import Matcher, load_weights
from factcheck.comparing.milder import doubts_on, milder_by, severity_of_rule
from factcheck.comparing.parallel import drop_parallel
from factcheck.comparing.ragged import Ints, Ragged
from factcheck.comparing.spread import HERE, Spread
from factcheck.comparing.weighing import Weighed, kept_verdicts, weighed
from factcheck.model import Claim, Conflict, Finding, Problem, Reading, Reason
from factcheck.model.finding import Agreement
from factcheck.rulebook import Rule
from factcheck.rulebook.facts import Fact

# Below this sum of log-odds (tenths) a pair is judged, so that an agreeing counterpart can explain a difference away,
# but never reported.
_REPORTED = 5
_UNSURE = "too little evidence that it is the same fact"


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """``group_by`` names a metadata column; ``against`` holds the doc_ids compared with the others only,
    ``facts`` what every document must agree with, ``constants`` the wholes that shares are taken of."""

    group_by: str | None = None
    against: frozenset[str] = frozenset()
    facts: tuple[Fact, ...] = ()
    constants: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """``kept`` is what the next comparison by the same rules and options can build on."""

    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]
    facts: int
    compared_pairs: int
    not_compared: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, int] = field(default_factory=dict)
    kept: Kept | None = None
    faults: tuple[Problem, ...] = ()


def compare(
    readings: Sequence[Reading],
    rules: Sequence[Rule],
    options: CompareOptions,
    marks: Mapping[str, str] | None = None,
    earlier: Kept | None = None,
    spread: AbstractContextManager[Spread] = HERE,
) -> Comparison:
    """Align, judge and cluster the claims of all readings. Pure; the order of ``readings`` changes nothing.

    ``marks`` maps doc_id to what names the content of a document; ``earlier`` is what a comparison by the same rules
    and options left. It spares work, and changes no result. ``spread`` says where the parts of a large comparison are
    worked on; it is left as soon as they are done, for what workers hold is needed then.
    """
    groups = groups_of(readings, options.group_by)
    with spread as opened:
        corpus = gathered(readings, groups, marks or {}, earlier, rules, opened)
        blocks = blocks_of(corpus.keys, places_of(corpus, options.against))
        if marks is None:
            corpus = replace(corpus, keys=Ragged.of((), np.uint64))  # Only the next comparison would ask for them.
        matcher = Matcher(corpus.statistics, load_weights(), groups is not None)
        found = weighed(corpus, blocks.left, blocks.right, matcher, rules, earlier, opened)
    reported, reasons = _aligned(found, corpus)
    reasons["too many claims with the same words"] += blocks.capped
    if groups is not None:
        reasons["document without a group"] += sum(1 for reading in readings if reading.doc_id not in groups)
    within, faults = inside(corpus.readings, corpus.computed, rules, options.facts, options.constants)
    facts = Facts(reported, corpus.claims)
    told = _Reasons(corpus, matcher, found.crowd, facts, _doubts(reported, corpus), rules)
    conflicts, agreements = cluster(facts, within, told.of, options.against, told.kept)
    return Comparison(
        conflicts,
        agreements,
        facts=len(conflicts) + len(agreements),
        compared_pairs=len(found.judged),
        not_compared=dict(sorted((reason, count) for reason, count in reasons.items() if count)),
        rules=dict(sorted((str(rule), int(count)) for rule, count in found.judged["rule"].value_counts().items())),
        kept=_kept(corpus, found, marks) if marks is not None else None,
        faults=faults,
    )


def places_of(corpus: Corpus, against: frozenset[str]) -> Places:
    """Where each claim stands; documents of ``against`` (by doc_id) are the other side."""
    counts = np.diff(corpus.claims.starts)
    sides = np.array([reading.doc_id in against for reading in corpus.readings], dtype=np.int64)
    columns = corpus.columns
    return Places(
        document=corpus.document_of_rows,
        passage=columns.column("passage"),
        sentence=columns.column("sentence"),
        dimension=columns.texts("dimension").numbered(),
        kind=columns.texts("kind").mapped(BEGINNING),
        side=np.repeat(sides, counts),
    )


def _aligned(found: Weighed, corpus: Corpus) -> tuple[pd.DataFrame, Counter[str]]:
    """The pairs that findings are made of, and why the others are not."""
    judged = found.judged
    reasons = Counter(dropped(found.notes.gate))
    reasons[_UNSURE] += int((found.notes.gate == 0).sum()) - len(judged)
    incomparable = judged["verdict"] == "incomparable"
    reasons.update(judged.loc[incomparable, "detail"].astype(object).replace("", "incomparable").tolist())
    aligned, counts = align(_with_values(judged[~incomparable].reset_index(drop=True), corpus))
    reasons.update(counts)
    aligned, counts = drop_parallel(aligned)
    reasons.update(counts)
    sure = aligned["weight"] >= _REPORTED
    reasons[_UNSURE] += int((~sure & (aligned["verdict"] == "conflict")).sum())
    return aligned[sure], reasons


def _with_values(pairs: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """``…_doc``, the number of the claim's document in the order of their ids, and ``…_value``, a number equal for
    claims that state the same."""
    documents, values = corpus.document_of_rows, _values(corpus.columns)
    sides = {side: pairs[side].to_numpy() for side in ("left", "right")}
    added = {f"{side}_doc": documents[rows] for side, rows in sides.items()}
    return pairs.assign(**added, **{f"{side}_value": values[rows] for side, rows in sides.items()})


def _values(columns: ClaimColumns) -> Ints:
    timex, lo, hi = (columns.column(name).tolist() for name in ("timex", "stated_lo", "stated_hi"))
    texts = (f"{when}:{low:.9g}:{high:.9g}" for when, low, high in zip(timex, lo, hi, strict=True))
    known: dict[str, int] = {}
    return np.fromiter((known.setdefault(text, len(known)) for text in texts), np.int64, len(columns))


def groups_of(readings: Sequence[Reading], column: str | None) -> dict[str, str] | None:
    """The value of the metadata column for every document that has one; None if nothing is grouped."""
    if column is None:
        return None
    found = {reading.doc_id: dict(reading.metadata).get(column) for reading in readings}
    return {doc_id: value for doc_id, value in found.items() if value}


def _doubts(judged: pd.DataFrame, corpus: Corpus) -> Mapping[tuple[int, int], tuple[str, ...]]:
    return doubts_on(judged[judged["verdict"] != "agree"], corpus.columns)


@dataclass(frozen=True, slots=True)
class _Reasons:
    """The evidence in words for findings between two claims, which ``facts`` has in hand, and what lowered their
    severity."""

    corpus: Corpus
    matcher: Matcher
    crowd: Ints
    facts: Facts
    doubts: Mapping[tuple[int, int], tuple[str, ...]]
    rules: Sequence[Rule]

    def of(self, finding: Finding) -> tuple[Reason, ...]:
        if finding.right is None:
            return finding.reasons
        left, right = (self.facts.row_of[claim.claim_id] for claim in (finding.left, finding.right))
        one, other = self.corpus.looked_at[left], self.corpus.looked_at[right]
        match = self.matcher.match(one, other, int(max(self.crowd[left], self.crowd[right])))
        full = severity_of_rule(finding, self.rules)
        milder = milder_by(finding, full, match, self.doubts.get((left, right), ()))
        return (*self.matcher.reasons(one, other, match), *milder)

    def kept(self, claims: Sequence[Claim]) -> Sequence[Claim]:
        """The claims of an agreement; those of a large corpus are decoded again when they are asked for."""
        if self.corpus.stored is None:
            return claims
        return Cited(self.corpus.claims, [self.facts.row_of[claim.claim_id] for claim in claims])


def _kept(corpus: Corpus, found: Weighed, marks: Mapping[str, str]) -> Kept:
    words = corpus.words
    return Kept(
        tuple(marks.get(reading.doc_id, "") for reading in corpus.readings),
        np.diff(corpus.claims.starts),
        corpus.computed,
        corpus.columns,
        words.vocabulary,
        words.words,
        words.said,
        words.contrasts,
        corpus.keys,
        found.notes,
        kept_verdicts(found.judged),
        found.anew + int(np.diff(corpus.claims.starts)[corpus.rows.fresh].sum()),
    )
