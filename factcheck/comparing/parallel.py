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
    pages = _both(pairs["left_doc"], pairs["right_doc"])
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
    values = _numbered(one.where(~swapped, other), other.where(~swapped, one))
    keys = _numbered(pages[pairs.index], values)
    ends = pd.DataFrame({"key": keys, "left": pairs["left"], "right": pairs["right"]}).groupby("key")
    least = ends[["left", "right"]].nunique().min(axis=1)
    return keys.map(least).fillna(0) >= _SAME_DISAGREEMENTS


def _both(left: pd.Series[Any], right: pd.Series[Any]) -> pd.Series[Any]:
    """A number for the two documents of each pair, whichever stands on the left."""
    lower = left < right
    return _numbered(left.where(lower, right), right.where(lower, left))


def _numbered(one: pd.Series[Any], other: pd.Series[Any]) -> pd.Series[Any]:
    """A number for each pair of values, equal for equal ones."""
    first, second = pd.factorize(one)[0].astype("int64"), pd.factorize(other)[0].astype("int64")
    return pd.Series(first * (int(second.max(initial=0)) + 1) + second, index=one.index)
