"""Alignment: within two documents a claim has one counterpart, and a value that stands in both contradicts nothing.

>>> REASONS["agreeing"]
'the same value also stands there'
"""

from __future__ import annotations

import pandas as pd

REASONS = {
    "agreeing": "the same value also stands there",
    "better": "another figure there is a better match",
    "series": "one of a series of values in the same words",
}
# How much weaker (tenths of a logit) an agreeing counterpart may match and still explain a difference away.
_AGREEING_SLACK = 12
_AGREEING = ("agree", "compatible", "superseded")
# A claim that differs from so many other values, each matching about as well, is one of a series: releases, products,
# days. Real disputes have two or three positions.
_SERIES = 3
_SERIES_SLACK = 10


def align(pairs: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """Drop conflicts whose claim has an agreeing or a better counterpart in the other document, or that are a series.

    ``pairs`` has left, right, left_doc, right_doc, left_value, right_value (comparable keys of the values), weight and
    verdict. Returns the kept pairs and counts by reason.
    """
    disputed = pairs.loc[pairs["verdict"] == "conflict", ["left", "right"]].to_numpy().ravel()
    seen = (_seen_from(pairs, side, other) for side, other in (("left", "right"), ("right", "left")))
    # Most claims are in no conflict, and nothing is asked of them.
    sides = pd.concat([each[each["claim"].isin(disputed)] for each in seen], ignore_index=True)
    agreeing = sides[sides["verdict"].isin(_AGREEING)]
    best_agreeing = agreeing.groupby(["claim", "there"])["weight"].max().rename("agreeing")
    best = sides.groupby(["claim", "there"])["weight"].max().rename("best")
    sides = sides.join(best_agreeing, on=["claim", "there"]).join(best, on=["claim", "there"])
    conflict = sides["verdict"] == "conflict"
    fired = {
        "agreeing": set(sides.loc[conflict & (sides["agreeing"] >= sides["weight"] - _AGREEING_SLACK), "pair"]),
        "better": set(sides.loc[conflict & (sides["best"] > sides["weight"]), "pair"]),
        "series": _series(sides[conflict]),
    }
    dropped: set[int] = set()
    counts: dict[str, int] = {}
    for name, pairs_of in fired.items():
        counts[REASONS[name]] = len(pairs_of - dropped)
        dropped |= pairs_of
    kept = pairs[~pairs.index.isin(dropped)]
    return kept.reset_index(drop=True), {reason: count for reason, count in counts.items() if count}


def _seen_from(pairs: pd.DataFrame, side: str, other: str) -> pd.DataFrame:
    """Every pair from the one side: its claim, the document and the value over there."""
    return pd.DataFrame(
        {
            "claim": pairs[side], "there": pairs[f"{other}_doc"], "other": pairs[f"{other}_value"], "pair": pairs.index,
            "weight": pairs["weight"], "verdict": pairs["verdict"],
        }
    )  # fmt: skip


def _series(conflicts: pd.DataFrame) -> set[int]:
    """Pairs of a claim that differs from at least ``_SERIES`` values which match as well as the best of them."""
    best = conflicts.groupby("claim")["weight"].transform("max")
    close = conflicts[conflicts["weight"] >= best - _SERIES_SLACK]
    values = close.groupby("claim")["other"].nunique()
    in_series = set(values[values >= _SERIES].index)
    return set(conflicts.loc[conflicts["claim"].isin(in_series), "pair"])
