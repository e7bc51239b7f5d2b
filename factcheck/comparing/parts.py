"""A large comparison in parts: gates, evidence and verdicts of some pairs at a time, wherever the caller spreads them.

What a part needs of the claims goes with it, as columns; what is found does not depend on how pairs are parted.

>>> str(Pairs(np.zeros(2, np.int64), np.ones(2, np.int64), ClaimColumns({}, 2)))
'2 pairs of claims'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import tee
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.comparing.claim_columns import ClaimColumns, GrowingTexts, Texts
from factcheck.comparing.corpus import Corpus
from factcheck.comparing.gate import COLUMNS, gates
from factcheck.comparing.growing import Growing, Small
from factcheck.comparing.judge.verdicts import ADDED
from factcheck.comparing.judging import FLAGS, JUDGED, Matches, confidences, judged_pairs
from factcheck.comparing.kept import AT_MOST, EXACT, PairNotes
from factcheck.comparing.match import Matcher, Weights
from factcheck.comparing.match.evidence import evidence, matches_of
from factcheck.comparing.priors import Priors
from factcheck.comparing.profile_columns import ProfileColumns
from factcheck.comparing.ragged import Ints, Ragged, starts_of, stretches
from factcheck.comparing.spread import Spread
from factcheck.comparing.statistics import Statistics
from factcheck.rulebook import Rule

# Pairs of one part, more or less.
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


def gated_in_parts(corpus: Corpus, left: Small, right: Small, spread: Spread) -> NDArray[np.uint8]:
    """The gate that drops each pair, 0 for those that pass."""
    some_pairs = (slice(start, start + _AT_ONCE) for start in range(0, len(left), _AT_ONCE))
    parts = (_pairs(corpus, left[some], right[some], COLUMNS)[0] for some in some_pairs)
    whole = Growing(np.uint8)
    for found in spread(_gates, parts):
        whole.add(found)
    return whole.whole()


def _gates(pairs: Pairs) -> NDArray[np.uint8]:
    return gates(pairs.columns.pairs(pd.DataFrame({"left": pairs.left, "right": pairs.right})))


def weighed_in_parts(
    corpus: Corpus,
    notes: PairNotes,
    passed: Small,
    priors: Priors,
    matcher: Matcher,
    rules: Sequence[Rule],
    spread: Spread,
) -> pd.DataFrame:
    """Weigh the pairs that ``passed`` the gates, and write down in ``notes`` what is found of them; a row for each that
    was judged."""
    sent, places = tee(_neighbours_together(corpus.columns, notes.left, passed))
    parts = (_part(corpus, notes.left[some], notes.right[some], priors) for some in sent)
    weigh = partial(weigh_part, weights=matcher.weights, grouped=matcher.grouped, rules=tuple(rules))
    judged = _Judged()
    for some, each in zip(places, spread(weigh, parts), strict=True):
        notes.evidence[some], notes.known[some] = each.evidence, each.known
        judged.add(some[each.places], each)
    return judged.whole(notes.left, notes.right)


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


def _neighbours_together(columns: ClaimColumns, left: Small, passed: Small) -> Iterator[Small]:
    """The places of these pairs, some at a time, such that few rows are in many parts: most pairs are of one dimension
    and measure."""
    dimension, measure = (columns.texts(name).numbered() for name in ("dimension", "measure"))
    pairs_of = Ragged(passed, starts_of(np.bincount(left[passed], minlength=len(columns))))
    rows = np.lexsort((measure, dimension))
    return (pairs_of.take(rows[each]).values for each in stretches(pairs_of.lengths[rows], _AT_ONCE))


def _pairs(corpus: Corpus, left: Small, right: Small, names: Sequence[str] | None = None) -> tuple[Pairs, Ints]:
    """Pairs with their rows alone, and which rows these are."""
    rows, ends = np.unique(np.concatenate([left, right]), return_inverse=True)
    return Pairs(ends[: len(left)], ends[len(left) :], corpus.columns.part(rows, names)), rows


def _part(corpus: Corpus, left: Small, right: Small, priors: Priors) -> Part:
    pairs, rows = _pairs(corpus, left, right)
    if corpus.stored is None:
        raise ValueError("only a corpus that was prepared in parts is weighed in parts")
    profiles = corpus.stored.take(rows)
    return Part(pairs, priors.of(left, right), profiles, corpus.statistics.of(profiles.vocabulary))


class _Judged:
    """The judged pairs of parts, as these come."""

    def __init__(self) -> None:
        self._places, self._weight = Growing(np.int32), Growing(np.int16)
        self._flags = {name: Growing(np.bool_) for name in FLAGS}
        self._verdicts = {name: GrowingTexts() for name in ADDED}

    def add(self, places: Small, found: Weight) -> None:
        self._places.add(places)
        self._weight.add(found.weight)
        for name, flags in self._flags.items():
            flags.add(found.flags[name])
        for name, texts in self._verdicts.items():
            texts.add(found.verdicts[name])

    def whole(self, left: Small, right: Small) -> pd.DataFrame:
        """All of them in the order of the pairs, which are given."""
        order = np.argsort(self._places.whole(), kind="stable")
        places, weight = self._places.whole()[order], self._weight.whole()[order]
        columns: dict[str, Any] = {"left": left[places].astype(np.int64), "right": right[places].astype(np.int64)}
        columns |= {"weight": weight, "confidence": confidences(weight)}
        columns |= {name: flags.whole()[order] for name, flags in self._flags.items()}
        for name, each in self._verdicts.items():
            texts = each.whole()
            words = pd.Index(texts.words, dtype=object)
            columns[name] = pd.Categorical.from_codes(texts.codes[order], categories=words)
        return pd.DataFrame(columns)
