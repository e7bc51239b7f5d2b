"""Which rule judges a pair: the narrowest that applies.

>>> from factcheck.rulebook import Applies
>>> applies(pd.DataFrame({"left_doc": ["a", "b"]}), Applies()).tolist()
[True, True]
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.rulebook.columns import Mask, both_in, texts
from factcheck.rulebook.registry import conditions
from factcheck.rulebook.rule import AnyOf, Applies, Rule, narrowest_first

NO_RULE = -1


def choose(pairs: pd.DataFrame, rules: Sequence[Rule]) -> NDArray[np.int64]:
    """For each pair the index in ``rules`` of the rule that judges it, ``NO_RULE`` where none applies."""
    chosen = np.full(len(pairs), NO_RULE, dtype=np.int64)
    index = {rule.id: number for number, rule in enumerate(rules)}
    for rule in narrowest_first(tuple(rules)):
        open_rows = np.flatnonzero(chosen == NO_RULE)
        if not len(open_rows):
            break
        wanted = applies(pairs.iloc[open_rows], rule.applies)
        chosen[open_rows[wanted]] = index[rule.id]
    return chosen


def applies(pairs: pd.DataFrame, scope: Applies) -> Mask:
    """Where every filled key holds of both sides, and the conditions on the pair."""
    mask = np.ones(len(pairs), dtype=bool)
    for name, words in (
        ("measure", scope.measure),
        ("role", scope.role),
        ("kind", scope.kind),
        ("dimension", scope.dimension),
    ):
        if words:
            mask &= both_in(pairs, name, words)
    if scope.across:
        mask &= _across(pairs, *scope.across)
    if scope.when:
        rows = np.flatnonzero(mask)
        mask[rows] = any_holds(pairs.iloc[rows], scope.when)
    return mask


def _across(pairs: pd.DataFrame, one: str, other: str) -> Mask:
    left, right = texts(pairs, "left", "kind"), texts(pairs, "right", "kind")
    return np.asarray(((left == one) & (right == other)) | ((left == other) & (right == one)), dtype=bool)


def any_holds(pairs: pd.DataFrame, alternatives: AnyOf) -> Mask:
    """Where one of the groups of conditions holds; everywhere if there is none."""
    if not alternatives:
        return np.ones(len(pairs), dtype=bool)
    found = np.zeros(len(pairs), dtype=bool)
    known = conditions()
    for group in alternatives:
        mask = np.ones(len(pairs), dtype=bool)
        for condition in group:
            rows = np.flatnonzero(mask)
            if not len(rows):
                break
            mask[rows] = np.asarray(known[condition.name].holds(pairs.iloc[rows], condition.argument), dtype=bool)
        found |= mask
    return found
