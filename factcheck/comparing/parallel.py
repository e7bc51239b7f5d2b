"""Parallel pages: documents made from one template state different values of different things, sentence by sentence.

>>> REASON
'pages made from one template'
"""

from __future__ import annotations

from typing import Any

import pandas as pd

REASON = "pages made from one template"
# Two pages on one subject may disagree in a figure or two; pages that disagree in this many aligned places, and in
# more than they agree in, are about two things (two products, regions, releases).
_DISAGREEMENTS = 3
# A slip stands in one place; who gives one value here and another there in this many sentences means two things.
_SAME_DISAGREEMENTS = 3


def drop_parallel(pairs: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """Drop the conflicts between pages that disagree in most of what they have in common, or again and again in one
    and the same way.

    ``pairs`` is what alignment kept, with left_doc, right_doc, left_value, right_value, left, right and verdict.
    """
    apart = pairs["left_doc"] != pairs["right_doc"]
    conflict = (pairs["verdict"] == "conflict") & apart
    both = pairs["left_doc"].where(pairs["left_doc"] < pairs["right_doc"], pairs["right_doc"])
    other = pairs["right_doc"].where(pairs["left_doc"] < pairs["right_doc"], pairs["left_doc"])
    pages = both.str.cat(other, sep="\0")
    disagreements = pages.map(pages[conflict].value_counts()).fillna(0)
    agreements = pages.map(pages[pairs["verdict"].isin(("agree", "compatible")) & apart].value_counts()).fillna(0)
    template = conflict & (disagreements >= _DISAGREEMENTS) & (disagreements > agreements)
    template |= _again_and_again(pairs[conflict], pages).reindex(pairs.index, fill_value=False)
    if "recorded" in pairs:
        template &= ~pairs["recorded"]
    dropped = int(template.sum())
    return pairs[~template].reset_index(drop=True), {REASON: dropped} if dropped else {}


def _again_and_again(pairs: pd.DataFrame, pages: pd.Series[Any]) -> pd.Series[Any]:
    """Whether the same two values stand against each other in several sentences of both pages."""
    swapped = pairs["left_doc"] > pairs["right_doc"]
    one, other = pairs["left_value"], pairs["right_value"]
    values = one.where(~swapped, other).str.cat(other.where(~swapped, one), sep="\0")
    keys = pages.str.cat(values, sep="\0")
    ends = pd.DataFrame({"key": keys, "left": pairs["left"], "right": pairs["right"]}).groupby("key")
    least = ends[["left", "right"]].nunique().min(axis=1)
    return keys.map(least).fillna(0) >= _SAME_DISAGREEMENTS
