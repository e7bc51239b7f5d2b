"""Alignment: within two documents a claim has one counterpart, and a value that stands in both contradicts nothing.

>>> REASONS["agreeing"]
'the same value also stands there'
"""

from __future__ import annotations

import pandas as pd

REASONS = {
    "agreeing": "the same value also stands there",
    "better": "another figure there is a better match",
}
# How much weaker (tenths of a logit) an agreeing counterpart may match and still explain a difference away.
_AGREEING_SLACK = 12
_AGREEING = ("agree", "compatible", "superseded")


def align(pairs: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """Drop conflicts whose claim has an agreeing or a better counterpart in the other document.

    ``pairs`` has left, right, left_doc, right_doc, weight, verdict. Returns the kept pairs and counts by reason.
    """
    sides = pd.concat(
        [
            pairs.assign(claim=pairs["left"], there=pairs["right_doc"], pair=pairs.index),
            pairs.assign(claim=pairs["right"], there=pairs["left_doc"], pair=pairs.index),
        ],
        ignore_index=True,
    )
    agreeing = sides[sides["verdict"].isin(_AGREEING)]
    best_agreeing = agreeing.groupby(["claim", "there"])["weight"].max().rename("agreeing")
    best = sides.groupby(["claim", "there"])["weight"].max().rename("best")
    sides = sides.join(best_agreeing, on=["claim", "there"]).join(best, on=["claim", "there"])
    conflict = sides["verdict"] == "conflict"
    said = conflict & (sides["agreeing"] >= sides["weight"] - _AGREEING_SLACK)
    beaten = conflict & (sides["best"] > sides["weight"])
    said_pairs = set(sides.loc[said, "pair"])
    beaten_pairs = set(sides.loc[beaten, "pair"]) - said_pairs
    kept = pairs[~pairs.index.isin(said_pairs | beaten_pairs)]
    counts = {REASONS["agreeing"]: len(said_pairs), REASONS["better"]: len(beaten_pairs)}
    return kept.reset_index(drop=True), {reason: count for reason, count in counts.items() if count}
