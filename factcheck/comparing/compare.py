"""Comparing: all readings in, conflicts and agreements out.

>>> compare((), (), CompareOptions()).conflicts
()
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from factcheck.comparing.align import align
from factcheck.comparing.block import block
from factcheck.comparing.cluster import cluster
from factcheck.comparing.gate import COLUMNS, gate
from factcheck.comparing.judge import judge, recompute
from factcheck.comparing.judge.truth import against_facts
from factcheck.comparing.match import Match, Matcher, load_weights
from factcheck.comparing.match.score import certain, confidence_of, doubtful, recorded, reprinted
from factcheck.comparing.parallel import drop_parallel
from factcheck.comparing.profile import Profile
from factcheck.comparing.profiles import Profiles
from factcheck.comparing.statistics import Statistics, statistics
from factcheck.comparing.table import claims_table
from factcheck.model import Claim, Conflict, Finding, Problem, Reading
from factcheck.model.finding import Agreement
from factcheck.model.problem import internal_error
from factcheck.rulebook import Rule
from factcheck.rulebook.facts import Fact

# Below this sum of log-odds (tenths) a pair is not even judged; below the second it is judged, so that an agreeing
# counterpart can explain a difference away, but never reported.
_JUDGED = -15
_REPORTED = 5
# Pairs that are gated at a time.
_AT_ONCE = 100_000


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """``group_by`` names a metadata column; ``against`` holds the doc_ids compared with the others only,
    ``facts`` what every document must agree with."""

    group_by: str | None = None
    against: frozenset[str] = frozenset()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]
    facts: int
    compared_pairs: int
    not_compared: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds for some documents because of the corpus they are from: its statistics, and the block keys that too
    many of its claims share."""

    statistics: Statistics
    common: Container[str]


def compare(
    readings: Sequence[Reading], rules: Sequence[Rule], options: CompareOptions, within: Surroundings | None = None
) -> Comparison:
    """Align, judge and cluster the claims of all readings. Pure; the order of ``readings`` changes nothing.

    ``within`` is given when ``readings`` are some of a larger corpus, whose statistics hold.
    """
    ordered = sorted(readings, key=lambda reading: reading.doc_id)
    cards = {reading.doc_id: reading for reading in ordered}
    claims = tuple(claim for reading in ordered for claim in reading.claims)
    inside, faults = _recomputed(ordered, rules)
    inside += against_facts(options.facts, claims, cards, rules)
    table = claims_table(claims, cards)
    looked_at = Profiles(claims, table, cards)
    corpus = within.statistics if within else statistics(looked_at)
    groups = groups_of(ordered, options.group_by)
    sides = [1 if claim.citation.doc_id in options.against else 0 for claim in claims]
    blocks = block(looked_at, corpus, groups, sides, within.common if within else frozenset())
    reasons: Counter[str] = Counter()
    if blocks.capped:
        reasons["too many claims with the same words"] += blocks.capped
    if groups is not None:
        reasons["document without a group"] += sum(1 for reading in ordered if reading.doc_id not in groups)
    pairs, dropped = _gated(table, blocks.pairs)
    reasons.update(dropped)
    scored, matches = _score(pairs, looked_at, corpus, grouped=groups is not None)
    reasons["too little evidence that it is the same fact"] += len(pairs) - len(scored)
    judged = judge(pair_table(table, scored), rules)
    incomparable = judged["verdict"] == "incomparable"
    reasons.update(judged.loc[incomparable, "detail"].replace("", "incomparable").tolist())
    aligned, dropped = align(_with_values(judged[~incomparable].reset_index(drop=True)))
    reasons.update(dropped)
    aligned, dropped = drop_parallel(aligned)
    reasons.update(dropped)
    reported = aligned[aligned["weight"] >= _REPORTED]
    unsure = aligned[(aligned["weight"] < _REPORTED) & (aligned["verdict"] == "conflict")]
    reasons["too little evidence that it is the same fact"] += len(unsure)
    findings = [*inside, *_findings(reported, claims, looked_at, matches, corpus, groups is not None)]
    conflicts, agreements = cluster(findings)
    return Comparison(
        conflicts,
        agreements,
        facts=len(conflicts) + len(agreements),
        compared_pairs=len(judged),
        not_compared=dict(sorted((reason, count) for reason, count in reasons.items() if count)),
        rules=dict(sorted((str(rule), int(count)) for rule, count in judged["rule"].value_counts().items())),
        faults=faults,
    )


def _recomputed(readings: Sequence[Reading], rules: Sequence[Rule]) -> tuple[list[Finding], tuple[Problem, ...]]:
    """What the documents' own figures give. A fault of the program costs that document's recomputing only."""
    found: list[Finding] = []
    faults: list[Problem] = []
    for reading in readings:
        try:
            found += recompute(reading.claims, rules)
        except Exception as fault:  # noqa: BLE001 – whatever it is, it must not cost the other documents
            faults.append(internal_error(reading.path, fault, "recomputing"))
    return found, tuple(faults)


def pair_table(table: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The claims table twice, side by side: ``left``, ``right`` and ``left_…``, ``right_…`` for every column."""
    left = table.iloc[pairs["left"]].add_prefix("left_").reset_index(drop=True)
    right = table.iloc[pairs["right"]].add_prefix("right_").reset_index(drop=True)
    return pd.concat([pairs.reset_index(drop=True), left, right], axis=1)


def _gated(table: pd.DataFrame, pairs: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """``left`` and ``right`` of the pairs that pass every gate, and how many each dropped.

    Some pairs at a time, with the columns that gates read: the whole pair table would be the largest thing in memory.
    """
    kept, dropped = [pairs.iloc[:0]], Counter[str]()
    narrow = table[list(COLUMNS)]
    for start in range(0, len(pairs), _AT_ONCE):
        passed, counts = gate(pair_table(narrow, pairs.iloc[start : start + _AT_ONCE]))
        kept.append(passed[["left", "right"]])
        dropped.update(counts)
    return pd.concat(kept, ignore_index=True), dict(dropped)


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


def _score(
    pairs: pd.DataFrame, looked_at: Sequence[Profile], corpus: Statistics, *, grouped: bool
) -> tuple[pd.DataFrame, dict[tuple[int, int], Match]]:
    """Match every pair; those with some chance stay, with ``weight`` and ``confidence``."""
    crowd: Counter[int] = Counter(pairs["left"].tolist())
    crowd.update(pairs["right"].tolist())
    matcher = Matcher(corpus, load_weights(), grouped)
    matches: dict[tuple[int, int], Match] = {}
    weights = []
    for left, right in zip(pairs["left"].tolist(), pairs["right"].tolist(), strict=True):
        match = matcher.match_above(_JUDGED, looked_at[left], looked_at[right], max(crowd[left], crowd[right]))
        weights.append(_JUDGED - 1 if match is None else match.weight)
        if match is not None:
            matches[left, right] = match
    scored = pairs.assign(weight=pd.Series(weights, index=pairs.index, dtype="int64"))
    scored = scored[scored["weight"] >= _JUDGED].reset_index(drop=True)
    ends = zip(scored["left"].tolist(), scored["right"].tolist(), strict=True)
    found = [matches[pair] for pair in ends]
    scored = scored.assign(
        doubtful=pd.Series([doubtful(match) for match in found], scored.index, dtype="bool"),
        certain=pd.Series([certain(match) for match in found], scored.index, dtype="bool"),
        reprinted=pd.Series([reprinted(match) for match in found], scored.index, dtype="bool"),
        recorded=pd.Series([recorded(match) for match in found], scored.index, dtype="bool"),
    )
    return scored.assign(confidence=scored["weight"].map(confidence_of).astype("float64")), matches


def _findings(
    judged: pd.DataFrame,
    claims: Sequence[Claim],
    looked_at: Sequence[Profile],
    matches: Mapping[tuple[int, int], Match],
    corpus: Statistics,
    grouped: bool,
) -> Iterator[Finding]:
    matcher = Matcher(corpus, load_weights(), grouped)
    columns = ["left", "right", "rule", "verdict", "rung", "conflict_class", "severity", "detail", "confidence"]
    for left, right, rule, verdict, rung, klass, severity, detail, confidence in judged[columns].itertuples(
        index=False
    ):
        yield Finding(
            rule, verdict, klass, severity, claims[left], claims[right], rung, detail, confidence,
            matcher.reasons(looked_at[left], looked_at[right], matches[left, right]),
        )  # fmt: skip
