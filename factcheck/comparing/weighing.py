"""From candidate pairs to judged ones: gates, evidence, verdicts, each looked up where an earlier comparison has it.

>>> taken_over(None, np.zeros(0, np.int64), np.zeros(0, np.int64), 0).gate.tolist()
[]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.comparing.claim_columns import ClaimColumns
from factcheck.comparing.corpus import Corpus
from factcheck.comparing.gate import COLUMNS, gates
from factcheck.comparing.growing import Small
from factcheck.comparing.judge.verdicts import ADDED
from factcheck.comparing.judging import FLAGS, JUDGED, Matches, found_at, judged_pairs
from factcheck.comparing.kept import AT_MOST, EXACT, UNASKED, UNKNOWN, Kept, PairNotes
from factcheck.comparing.match import Matcher
from factcheck.comparing.match.evidence import evidence, matches_of
from factcheck.comparing.parts import gated_in_parts, weighed_in_parts
from factcheck.comparing.priors import Priors
from factcheck.comparing.ragged import Ints
from factcheck.comparing.spread import Spread, in_turn
from factcheck.rulebook import Rule

# Pairs that are gated at a time.
_AT_ONCE = 100_000


@dataclass(frozen=True, slots=True)
class Weighed:
    """``notes`` on all candidate pairs; ``judged`` has a row for each that was judged, with its verdict; ``crowd``
    counts, for each row of the claims table, the pairs that it takes part in; ``anew`` says of how many pairs the
    earlier comparison did not know enough."""

    notes: PairNotes
    judged: pd.DataFrame
    crowd: Ints
    anew: int


def weighed(
    corpus: Corpus,
    left: Small,
    right: Small,
    matcher: Matcher,
    rules: Sequence[Rule],
    earlier: Kept | None,
    spread: Spread = in_turn,
) -> Weighed:
    """Gate, match and judge the candidate pairs (rows of the claims table, sorted)."""
    if corpus.stored is not None:
        return _in_parts(corpus, left, right, matcher, rules, spread)
    left, right, size = left.astype(np.int64), right.astype(np.int64), len(corpus.claims)
    row_of = _rows_now(corpus, earlier)
    notes = taken_over(earlier.pairs if earlier else None, left, right, size, row_of)
    unseen = int((notes.gate == UNKNOWN).sum())
    notes = _gated(notes, corpus.columns)
    notes = _without_stale(notes, corpus.same)
    passed = np.flatnonzero(notes.gate == 0)
    unasked = int((notes.known[passed] == UNASKED).sum())
    ends = left[passed], right[passed]
    crowd = _crowd(*ends, size)
    priors = Priors.told_by(matcher, crowd, corpus.document_of_rows).of(*ends)
    before = _judged_before(earlier, corpus, row_of)
    notes, matches = _matched(notes, passed, priors, corpus, matcher)
    weights = priors + notes.evidence[passed]
    scored = (notes.known[passed] == EXACT) & (weights >= JUDGED)
    pairs = pd.DataFrame({"left": ends[0], "right": ends[1], "weight": weights})[scored]
    judged = judged_pairs(pairs.reset_index(drop=True), matches, before, corpus.columns, rules)
    # What is not judged now has no flags to be kept: all that is remembered is how little there was.
    known = notes.known.copy()
    known[passed[~scored]] = AT_MOST
    return Weighed(replace(notes, known=known), judged, crowd, unseen + unasked)


def _in_parts(
    corpus: Corpus, left: Small, right: Small, matcher: Matcher, rules: Sequence[Rule], spread: Spread
) -> Weighed:
    """The same for a large corpus, of which nothing is known from before."""
    notes = replace(PairNotes.blank(left, right), gate=gated_in_parts(corpus, left, right, spread))
    passed = np.flatnonzero(notes.gate == 0).astype(np.int32)
    crowd = _crowd(left[passed], right[passed], len(corpus.claims))
    priors = Priors.told_by(matcher, crowd, corpus.document_of_rows)
    judged = weighed_in_parts(corpus, notes, passed, priors, matcher, rules, spread)
    return Weighed(notes, judged, crowd, len(left) + len(passed))


def _crowd(left: Small, right: Small, size: int) -> Ints:
    """How many of the pairs each row takes part in."""
    return np.bincount(left, minlength=size) + np.bincount(right, minlength=size)


def _rows_now(corpus: Corpus, earlier: Kept | None) -> Ints:
    """The row of every row of the earlier comparison, -1 for those that are gone."""
    now = np.full(0 if earlier is None else len(earlier.columns), -1, dtype=np.int64)
    before = corpus.rows.before
    now[before[before >= 0]] = np.flatnonzero(before >= 0)
    return now


def taken_over(notes: PairNotes | None, left: Ints, right: Ints, size: int, row_of: Ints | None = None) -> PairNotes:
    """The notes on these pairs, blank where there are none; ``row_of`` takes rows of the notes to rows of now."""
    fresh = PairNotes.blank(left, right)
    if notes is None or row_of is None or not len(left):
        return fresh
    at, found = found_at(_codes(row_of[notes.left], row_of[notes.right], size), left * size + right)
    fresh.gate[found], fresh.evidence[found], fresh.known[found] = (
        column[at[found]] for column in (notes.gate, notes.evidence, notes.known)
    )
    return fresh


def _codes(left: Ints, right: Ints, size: int) -> Ints:
    """One number a pair, -1 where a side is gone."""
    return np.where((left >= 0) & (right >= 0), left * size + right, -1)


def _gated(notes: PairNotes, columns: ClaimColumns) -> PairNotes:
    """Ask the gates about the pairs they have not seen, some at a time: the whole pair table would be the largest
    thing in memory."""
    gate = notes.gate.copy()
    unseen = np.flatnonzero(gate == UNKNOWN)
    for start in range(0, len(unseen), _AT_ONCE):
        some = unseen[start : start + _AT_ONCE]
        gate[some] = gates(columns.pairs(pd.DataFrame({"left": notes.left[some], "right": notes.right[some]}), COLUMNS))
    return replace(notes, gate=gate)


def _without_stale(notes: PairNotes, same: NDArray[np.bool_]) -> PairNotes:
    """Evidence holds only while both claims weigh what they weighed."""
    return replace(notes, known=np.where(same[notes.left] & same[notes.right], notes.known, UNASKED).astype(np.uint8))


def _matched(
    notes: PairNotes, passed: Ints, priors: Ints, corpus: Corpus, matcher: Matcher
) -> tuple[PairNotes, Matches]:
    """Ask for the evidence on the pairs that what is known does not settle; the matches that came of it."""
    sums, known = notes.evidence.copy(), notes.known.copy()
    state, bound = known[passed], sums[passed]
    settled = (state == EXACT) | ((state == AT_MOST) & (priors + bound < JUDGED))
    open_ = np.flatnonzero(~settled)
    places = passed[open_]
    left, right = notes.left[places], notes.right[places]
    found = evidence(left, right, JUDGED - priors[open_], matcher, corpus.looked_at)
    sums[places] = found.weight
    known[places] = np.where(found.full, EXACT, AT_MOST)
    return replace(notes, evidence=sums, known=known), Matches(
        left[found.full], right[found.full], *matches_of(found.levels, matcher.weights)
    )


def _judged_before(earlier: Kept | None, corpus: Corpus, row_of: Ints) -> pd.DataFrame | None:
    """The verdicts of the earlier comparison on pairs of which everything still holds, with the rows of now."""
    if earlier is None:
        return None
    left, right = (row_of[earlier.judged[side].to_numpy()] for side in ("left", "right"))
    holds = (left >= 0) & (right >= 0)
    holds[holds] = corpus.same[left[holds]] & corpus.same[right[holds]]
    known: pd.DataFrame = earlier.judged[holds].assign(left=left[holds], right=right[holds])
    return known.reset_index(drop=True)


def kept_verdicts(judged: pd.DataFrame) -> pd.DataFrame:
    """The columns of ``judged`` that the next comparison can use."""
    return judged[["left", "right", "weight", *FLAGS, *ADDED]]
