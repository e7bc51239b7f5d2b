"""Parallel pages: documents made from one template state different values of different things, sentence by sentence.

>>> REASON
'pages made from one template'
"""

from __future__ import annotations

import pandas as pd

REASON = "pages made from one template"
# Two pages on one subject may disagree in a figure or two; pages that disagree in this many aligned places, and in
# more than they agree in, are about two things (two products, regions, releases).
_DISAGREEMENTS = 3


def drop_parallel(pairs: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """Drop the conflicts between pages that disagree in most of what they have in common.

    ``pairs`` is what alignment kept, with left_doc, right_doc, left, right and verdict.
    """
    apart = pairs["left_doc"] != pairs["right_doc"]
    conflict = (pairs["verdict"] == "conflict") & apart
    both = pairs["left_doc"].where(pairs["left_doc"] < pairs["right_doc"], pairs["right_doc"])
    other = pairs["right_doc"].where(pairs["left_doc"] < pairs["right_doc"], pairs["left_doc"])
    pages = both.str.cat(other, sep="\0")
    disagreements = pages.map(pages[conflict].value_counts()).fillna(0)
    agreements = pages.map(pages[pairs["verdict"].isin(("agree", "compatible")) & apart].value_counts()).fillna(0)
    template = conflict & (disagreements >= _DISAGREEMENTS) & (disagreements > agreements)
    dropped = int(template.sum())
    return pairs[~template].reset_index(drop=True), {REASON: dropped} if dropped else {}
