"""Verdicts on pairs whose evidence is known: flags of their matches, confidence, the rules' ladders.

>>> confidences(np.array([0, 30])).round(2).tolist()
[0.5, 0.95]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.comparing.claim_columns import ClaimColumns
from factcheck.comparing.judge import judge
from factcheck.comparing.judge.verdicts import ADDED
from factcheck.comparing.match import Match
from factcheck.comparing.match.score import certain, confidence_of, doubtful, recorded, reprinted
from factcheck.comparing.ragged import Ints
from factcheck.rulebook import Rule

JUDGED = -15
"""Below this sum of log-odds (tenths) a pair is not even judged."""

# Pairs that are judged at a time.
_JUDGED_AT_ONCE = 20_000
# What a match says of itself beside its weight.
FLAGS: Mapping[str, Callable[[Match], bool]] = {
    "doubtful": doubtful,
    "certain": certain,
    "recorded": recorded,
    "reprinted": reprinted,
}


@dataclass(frozen=True, slots=True)
class Matches:
    """The pairs of which all features were asked now, sorted; ``which`` tells their match among the ``distinct``."""

    left: Ints
    right: Ints
    distinct: list[Match]
    which: Ints

    def __len__(self) -> int:
        return len(self.left)


def judged_pairs(
    pairs: pd.DataFrame,
    matches: Matches,
    before: pd.DataFrame | None,
    columns: ClaimColumns,
    rules: Sequence[Rule],
) -> pd.DataFrame:
    """``pairs`` with their flags, confidence and verdicts."""
    known = pd.DataFrame() if before is None else before
    size = len(columns) + 1
    codes = known["left"].to_numpy() * size + known["right"].to_numpy() if len(known) else np.zeros(0, np.int64)
    at, found = found_at(codes, pairs["left"].to_numpy() * size + pairs["right"].to_numpy())
    flags = _flags(pairs[~found], matches, size)
    for name, told in flags.items():
        flags[name] = np.zeros(len(pairs), dtype=bool)
        flags[name][~found] = told
        if found.any():
            flags[name][found] = known[name].to_numpy()[at[found]]
    pairs = pairs.assign(**flags, confidence=confidences(pairs["weight"].to_numpy()))
    if found.any():
        found[found] = known["weight"].to_numpy()[at[found]] == pairs["weight"].to_numpy()[found]
    anew = _verdicts(pairs[~found], columns, rules)
    verdicts = pd.concat([known[list(ADDED)].iloc[at[found]], anew], ignore_index=True) if found.any() else anew
    order = np.argsort(np.concatenate([np.flatnonzero(found), np.flatnonzero(~found)]), kind="stable")
    return pd.concat([pairs, verdicts.iloc[order].reset_index(drop=True)], axis=1)


def confidences(weights: NDArray[np.integer[Any]]) -> NDArray[np.float64]:
    """The confidence of every weight; there are few different ones."""
    distinct, which = np.unique(weights, return_inverse=True)
    return np.array([confidence_of(weight) for weight in distinct.tolist()], np.float64)[which]


def _verdicts(pairs: pd.DataFrame, columns: ClaimColumns, rules: Sequence[Rule]) -> pd.DataFrame:
    """The verdicts on these pairs, some at a time: with all columns of both sides they take much memory."""
    starts = range(0, max(1, len(pairs)), _JUDGED_AT_ONCE)
    some = (pairs.iloc[start : start + _JUDGED_AT_ONCE] for start in starts)
    return pd.concat([judge(columns.pairs(each), rules)[list(ADDED)] for each in some], ignore_index=True)


def _flags(pairs: pd.DataFrame, matches: Matches, size: int) -> dict[str, NDArray[np.bool_]]:
    """What the matches of these pairs say of themselves; there are few different ones."""
    codes = pairs["left"].to_numpy() * size + pairs["right"].to_numpy()
    at, _ = found_at(matches.left * size + matches.right, codes)
    which = matches.which[at]
    return {
        name: np.array([tell(match) for match in matches.distinct], dtype=bool)[which] for name, tell in FLAGS.items()
    }


def found_at(codes: Ints, wanted: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """Where each wanted code stands among the codes, and whether it does."""
    if not len(codes):
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), dtype=bool)
    order = np.argsort(codes, kind="stable")
    at = order[np.minimum(np.searchsorted(codes, wanted, sorter=order), len(codes) - 1)]
    return at, codes[at] == wanted
