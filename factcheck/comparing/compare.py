"""Comparing: all readings in, conflicts and agreements out.

>>> compare((), (), CompareOptions()).conflicts
()
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.comparing.align import align
from factcheck.comparing.block import BEGINNING, Places, blocks_of
from factcheck.comparing.cluster import cluster
from factcheck.comparing.collecting import no_collecting
from factcheck.comparing.corpus import Claims, Corpus, gathered
from factcheck.comparing.gate import dropped
from factcheck.comparing.judge import recompute
from factcheck.comparing.judge.truth import against_facts
from factcheck.comparing.judge.wholes import against_wholes
from factcheck.comparing.kept import Kept
from factcheck.comparing.match import Matcher, load_weights
from factcheck.comparing.milder import doubts_on, milder_by, severity_of_rule
from factcheck.comparing.parallel import drop_parallel
from factcheck.comparing.ragged import Ints
from factcheck.comparing.weighing import Weighed, kept_verdicts, weighed
from factcheck.model import Conflict, Finding, Problem, Reading, Reason
from factcheck.model.finding import Agreement
from factcheck.model.problem import internal_error
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
) -> Comparison:
    """Align, judge and cluster the claims of all readings. Pure; the order of ``readings`` changes nothing.

    ``marks`` maps doc_id to what names the content of a document; ``earlier`` is what a comparison by the same rules
    and options left. It spares work, and changes no result.
    """
    with no_collecting():
        return _compared(readings, rules, options, marks, earlier)


def _compared(
    readings: Sequence[Reading],
    rules: Sequence[Rule],
    options: CompareOptions,
    marks: Mapping[str, str] | None,
    earlier: Kept | None,
) -> Comparison:
    groups = groups_of(readings, options.group_by)
    corpus = gathered(readings, groups, marks or {}, earlier)
    blocks = blocks_of(corpus.keys, places_of(corpus, options.against))
    matcher = Matcher(corpus.statistics, load_weights(), groups is not None)
    found = weighed(corpus, blocks.left, blocks.right, matcher, rules, earlier)
    reported, reasons = _aligned(found)
    reasons["too many claims with the same words"] += blocks.capped
    if groups is not None:
        reasons["document without a group"] += sum(1 for reading in readings if reading.doc_id not in groups)
    computed = _computed(corpus, rules, earlier)
    inside, faults = _inside(corpus, computed, rules, options)
    between = list(_findings(reported, corpus.claims))
    told = _Reasons(corpus, matcher, found.crowd, _rows_of(between, reported), _doubts(reported, corpus), rules)
    conflicts, agreements = cluster([*inside, *between], told.of, options.against)
    return Comparison(
        conflicts,
        agreements,
        facts=len(conflicts) + len(agreements),
        compared_pairs=len(found.judged),
        not_compared=dict(sorted((reason, count) for reason, count in reasons.items() if count)),
        rules=dict(sorted((str(rule), int(count)) for rule, count in found.judged["rule"].value_counts().items())),
        kept=_kept(corpus, computed, found, marks) if marks is not None else None,
        faults=faults,
    )


def places_of(corpus: Corpus, against: frozenset[str]) -> Places:
    """Where each claim stands; documents of ``against`` (by doc_id) are the other side."""
    counts = np.diff(corpus.claims.starts)
    sides = np.array([reading.doc_id in against for reading in corpus.readings], dtype=np.int64)
    columns = corpus.columns
    return Places(
        document=np.repeat(np.arange(corpus.documents), counts),
        passage=columns.column("passage"),
        sentence=columns.column("sentence"),
        dimension=columns.texts("dimension").numbered(),
        kind=columns.texts("kind").mapped(BEGINNING),
        side=np.repeat(sides, counts),
    )


def _aligned(found: Weighed) -> tuple[pd.DataFrame, Counter[str]]:
    """The pairs that findings are made of, and why the others are not."""
    judged = found.judged
    reasons = Counter(dropped(found.notes.gate))
    reasons[_UNSURE] += int((found.notes.gate == 0).sum()) - len(judged)
    incomparable = judged["verdict"] == "incomparable"
    reasons.update(judged.loc[incomparable, "detail"].replace("", "incomparable").tolist())
    aligned, counts = align(_with_values(judged[~incomparable].reset_index(drop=True)))
    reasons.update(counts)
    aligned, counts = drop_parallel(aligned)
    reasons.update(counts)
    sure = aligned["weight"] >= _REPORTED
    reasons[_UNSURE] += int((~sure & (aligned["verdict"] == "conflict")).sum())
    return aligned[sure], reasons


def _with_values(pairs: pd.DataFrame) -> pd.DataFrame:
    """``left_value`` and ``right_value``: keys equal for claims that state the same."""
    keys = {}
    for side in ("left", "right"):
        columns = pairs[[f"{side}_timex", f"{side}_stated_lo", f"{side}_stated_hi"]].itertuples(index=False)
        keys[f"{side}_value"] = pd.Series([f"{t}:{lo:.9g}:{hi:.9g}" for t, lo, hi in columns], pairs.index, dtype="str")
    return pairs.assign(**keys)


def groups_of(readings: Sequence[Reading], column: str | None) -> dict[str, str] | None:
    """The value of the metadata column for every document that has one; None if nothing is grouped."""
    if column is None:
        return None
    found = {reading.doc_id: dict(reading.metadata).get(column) for reading in readings}
    return {doc_id: value for doc_id, value in found.items() if value}


def _findings(judged: pd.DataFrame, claims: Claims) -> Iterator[Finding]:
    """The findings between two claims; their reasons are told of those that a report leads with."""
    columns = ["left", "right", "rule", "verdict", "rung", "conflict_class", "severity", "detail", "confidence"]
    for left, right, rule, verdict, rung, klass, severity, detail, confidence in judged[columns].itertuples(
        index=False
    ):
        yield Finding(rule, verdict, klass, severity, claims[left], claims[right], rung, detail, confidence)


def _rows_of(findings: Sequence[Finding], judged: pd.DataFrame) -> dict[tuple[str, str], tuple[int, int]]:
    """The two rows of each finding, by the ids of its claims."""
    ends = zip(judged["left"].tolist(), judged["right"].tolist(), strict=True)
    return {(f.left.claim_id, f.right.claim_id): rows for f, rows in zip(findings, ends, strict=True) if f.right}


def _doubts(judged: pd.DataFrame, corpus: Corpus) -> Mapping[tuple[int, int], tuple[str, ...]]:
    return doubts_on(judged[judged["verdict"] != "agree"], corpus.columns)


@dataclass(frozen=True, slots=True)
class _Reasons:
    """The evidence in words for findings between two claims, which stand in these ``rows``, and what lowered their
    severity."""

    corpus: Corpus
    matcher: Matcher
    crowd: Ints
    rows: Mapping[tuple[str, str], tuple[int, int]]
    doubts: Mapping[tuple[int, int], tuple[str, ...]]
    rules: Sequence[Rule]

    def of(self, finding: Finding) -> tuple[Reason, ...]:
        if finding.right is None:
            return finding.reasons
        left, right = self.rows[finding.left.claim_id, finding.right.claim_id]
        one, other = self.corpus.looked_at[left], self.corpus.looked_at[right]
        match = self.matcher.match(one, other, int(max(self.crowd[left], self.crowd[right])))
        full = severity_of_rule(finding, self.rules)
        milder = milder_by(finding, full, match, self.doubts.get((left, right), ()))
        return (*self.matcher.reasons(one, other, match), *milder)


def _computed(corpus: Corpus, rules: Sequence[Rule], earlier: Kept | None) -> NDArray[np.bool_]:
    """Which documents contradict their own arithmetic, or cannot be recomputed: asked of those that are new."""
    before = np.zeros(0, dtype=bool) if earlier is None else earlier.computed
    fresh = []
    for number in corpus.rows.fresh.tolist():
        found, faults = _recomputed(corpus.readings[number : number + 1], rules)
        fresh.append(bool(found or faults))
    known: NDArray[np.bool_] = np.concatenate([before, np.array(fresh, dtype=bool)])[corpus.rows.document]
    return known


def _recomputed(readings: Sequence[Reading], rules: Sequence[Rule]) -> tuple[list[Finding], tuple[Problem, ...]]:
    """The conflicts of documents with their own figures. A fault of the program costs that document's recomputing
    only."""
    found: list[Finding] = []
    faults: list[Problem] = []
    for reading in readings:
        try:
            found += (finding for finding in recompute(reading.claims, rules) if finding.verdict == "conflict")
        except Exception as fault:  # noqa: BLE001 – whatever it is, it must not cost the other documents
            faults.append(internal_error(reading.path, fault, "recomputing"))
    return found, tuple(faults)


def _inside(
    corpus: Corpus, computed: NDArray[np.bool_], rules: Sequence[Rule], options: CompareOptions
) -> tuple[list[Finding], tuple[Problem, ...]]:
    """The conflicts of single documents with their own arithmetic and with the truth file, and those that only the
    user's constants make comparable."""
    found, faults = _recomputed([corpus.readings[number] for number in np.flatnonzero(computed).tolist()], rules)
    if not options.facts and not options.constants:
        return found, faults
    cards = {reading.doc_id: reading for reading in corpus.readings}
    found += against_facts(options.facts, corpus.claims, cards, rules)
    found += against_wholes(options.constants, corpus.claims, cards, rules)
    return found, faults


def _kept(corpus: Corpus, computed: NDArray[np.bool_], found: Weighed, marks: Mapping[str, str]) -> Kept:
    words = corpus.words
    return Kept(
        tuple(marks.get(reading.doc_id, "") for reading in corpus.readings),
        np.diff(corpus.claims.starts),
        computed,
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
