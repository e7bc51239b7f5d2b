"""A large comparison in parts: gates, evidence and verdicts of some pairs at a time, wherever the caller spreads them.

What a part needs of the claims goes with it, as columns; what is found does not depend on how pairs are parted.

>>> [len(each) for each in _stretches(125_000)]
[50000, 50000, 25000]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.comparing.claim_columns import ClaimColumns, Texts
from factcheck.comparing.corpus import Corpus
from factcheck.comparing.gate import COLUMNS, gates
from factcheck.comparing.judge.verdicts import ADDED
from factcheck.comparing.judging import FLAGS, JUDGED, Matches, confidences, judged_pairs
from factcheck.comparing.kept import AT_MOST, EXACT, PairNotes
from factcheck.comparing.match import Matcher, Weights
from factcheck.comparing.match.evidence import evidence, matches_of
from factcheck.comparing.profile_columns import ProfileColumns
from factcheck.comparing.ragged import Ints
from factcheck.comparing.spread import Spread
from factcheck.comparing.statistics import Statistics
from factcheck.rulebook import Rule

# Pairs of one part.
_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows of ``columns``, which holds no others."""

    left: Ints
    right: Ints
    columns: ClaimColumns

    def __str__(self) -> str:
        return f"{len(self.left)} pairs of claims"


@dataclass(frozen=True, slots=True)
class Part:
    """Pairs that passed the gates, with their priors and all that matching asks of their claims."""

    pairs: Pairs
    priors: Ints
    profiles: ProfileColumns
    statistics: Statistics

    def __str__(self) -> str:
        return str(self.pairs)


@dataclass(frozen=True, slots=True)
class Weight:
    """``evidence`` and how well it is ``known``, one entry a pair; ``places`` says which pairs were judged, the other
    columns what came of it."""

    evidence: NDArray[np.int16]
    known: NDArray[np.uint8]
    places: Ints
    weight: NDArray[np.int16]
    flags: Mapping[str, NDArray[np.bool_]]
    verdicts: Mapping[str, Texts]


def gated_in_parts(corpus: Corpus, left: Ints, right: Ints, spread: Spread) -> NDArray[np.uint8]:
    """The gate that drops each pair, 0 for those that pass."""
    parts = (_pairs(corpus, left[some], right[some], COLUMNS)[0] for some in _stretches(len(left)))
    return np.concatenate([np.zeros(0, np.uint8), *spread(_gates, parts)])


def _gates(pairs: Pairs) -> NDArray[np.uint8]:
    return gates(pairs.columns.pairs(pd.DataFrame({"left": pairs.left, "right": pairs.right})))


def weighed_in_parts(
    corpus: Corpus, left: Ints, right: Ints, priors: Ints, matcher: Matcher, rules: Sequence[Rule], spread: Spread
) -> tuple[PairNotes, pd.DataFrame]:
    """Evidence on pairs that passed the gates, and a row for each that was judged."""
    order = _neighbours_together(corpus.columns, left, right)
    parts = (_part(corpus, left[some], right[some], priors[some]) for some in _in_stretches(order))
    weigh = partial(weigh_part, weights=matcher.weights, grouped=matcher.grouped, rules=tuple(rules))
    notes = PairNotes.blank(left, right)
    found: list[tuple[Ints, Weight]] = []
    for some, each in zip(_in_stretches(order), spread(weigh, parts), strict=True):
        notes.evidence[some], notes.known[some] = each.evidence, each.known
        found.append((some[each.places], each))
    return notes, _judged(left, right, found)


def weigh_part(part: Part, weights: Weights, *, grouped: bool, rules: Sequence[Rule]) -> Weight:
    """What matching and judging find of the pairs of one part."""
    left, right = part.pairs.left, part.pairs.right
    matcher = Matcher(part.statistics, weights, grouped)
    found = evidence(left, right, JUDGED - part.priors, matcher, part.profiles.profiles())
    scored = np.flatnonzero(found.full & (part.priors + found.weight >= JUDGED))
    pairs = pd.DataFrame({"left": left[scored], "right": right[scored], "weight": (part.priors + found.weight)[scored]})
    matches = Matches(left[found.full], right[found.full], *matches_of(found.levels, weights))
    judged = judged_pairs(pairs, matches, None, part.pairs.columns, rules)
    known = np.full(len(left), AT_MOST, np.uint8)
    known[scored] = EXACT
    return Weight(
        found.weight,
        known,
        scored,
        judged["weight"].to_numpy(dtype=np.int16),
        {name: judged[name].to_numpy(dtype=bool) for name in FLAGS},
        {name: Texts.of(judged[name].to_numpy(dtype=object)) for name in ADDED},
    )


def _stretches(size: int) -> Iterator[range]:
    return (range(start, min(start + _AT_ONCE, size)) for start in range(0, size, _AT_ONCE))


def _in_stretches(order: Ints) -> Iterator[Ints]:
    return (order[each.start : each.stop] for each in _stretches(len(order)))


def _neighbours_together(columns: ClaimColumns, left: Ints, right: Ints) -> Ints:
    """An order of pairs in which few rows are in many parts: most pairs are of one dimension and measure."""
    dimension, measure = (columns.texts(name).numbered() for name in ("dimension", "measure"))
    found: Ints = np.lexsort((right, left, measure[left], dimension[left]))
    return found


def _pairs(corpus: Corpus, left: Ints, right: Ints, names: Sequence[str] | None = None) -> tuple[Pairs, Ints]:
    """Pairs with their rows alone, and which rows these are."""
    rows, ends = np.unique(np.concatenate([left, right]), return_inverse=True)
    return Pairs(ends[: len(left)], ends[len(left) :], corpus.columns.part(rows, names)), rows


def _part(corpus: Corpus, left: Ints, right: Ints, priors: Ints) -> Part:
    pairs, rows = _pairs(corpus, left, right)
    if corpus.stored is None:
        raise ValueError("only a corpus that was prepared in parts is weighed in parts")
    profiles = corpus.stored.take(rows)
    return Part(pairs, priors, profiles, corpus.statistics.of(profiles.vocabulary))


def _judged(left: Ints, right: Ints, found: Sequence[tuple[Ints, Weight]]) -> pd.DataFrame:
    """The judged pairs of all parts, in the order of the pairs."""
    places = np.concatenate([np.zeros(0, np.int64), *(places for places, _ in found)])
    order = np.argsort(places, kind="stable")
    places = places[order]
    columns: dict[str, Any] = {"left": left[places], "right": right[places]}
    columns["weight"] = np.concatenate([np.zeros(0, np.int16), *(each.weight for _, each in found)])[order]
    columns["confidence"] = confidences(columns["weight"])
    for name in FLAGS:
        columns[name] = np.concatenate([np.zeros(0, bool), *(each.flags[name] for _, each in found)])[order]
    for name in ADDED:
        texts = Texts.joined([each.verdicts[name] for _, each in found])
        columns[name] = pd.Categorical.from_codes(texts.codes[order], categories=pd.Index(texts.words, dtype=object))
    return pd.DataFrame(columns)
