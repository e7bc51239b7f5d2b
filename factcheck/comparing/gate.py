"""Gates: candidate pairs that cannot be one fact, each dropped for a reason that the report counts.

>>> list(REASONS)[:2]
['no value', 'relative time in an undated document']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

# What is planned or forecast is compared with what is planned or forecast; what is denied, supposed or withdrawn is not
# stated as a fact at all.
_AHEAD = ("planned", "forecast")
_UNSTATED = ("hypothetical", "negated", "corrected")


COLUMNS = (
    "role", "modality", "example", "period", "lo", "hi", "timex", "kind", "begins_lo", "doc", "group", "passage",
    "titled",
)  # fmt: skip
"""The columns of the claims table that gates read."""


def _role_differs(pairs: pd.DataFrame) -> pd.Series:
    left, right = pairs["left_role"], pairs["right_role"]
    same = left == right
    final = left.isin(("value", "to")) & right.isin(("value", "to"))
    bound = left.isin(("value", "limit", "default")) & right.isin(("value", "limit", "default"))
    limits = left.isin(("limit", "default")) & right.isin(("limit", "default"))
    return ~(same | final | (bound & ~limits))


def _unstated(pairs: pd.DataFrame) -> pd.Series:
    left, right = pairs["left_modality"], pairs["right_modality"]
    return left.isin(_UNSTATED) | right.isin(_UNSTATED) | (left.isin(_AHEAD) != right.isin(_AHEAD))


def _example(pairs: pd.DataFrame) -> pd.Series:
    return pairs["left_example"] | pairs["right_example"]


def _period_differs(pairs: pd.DataFrame) -> pd.Series:
    return pairs["left_period"] != pairs["right_period"]


def _no_value(pairs: pd.DataFrame) -> pd.Series:
    left = pairs["left_lo"].isna() & pairs["left_hi"].isna()
    right = pairs["right_lo"].isna() & pairs["right_hi"].isna()
    return (left & pairs["left_timex"].eq("")) | (right & pairs["right_timex"].eq(""))


def _relative_in_undated(pairs: pd.DataFrame) -> pd.Series:
    """A duration says when something began only from the day it was written."""
    across = (pairs["left_kind"] == "duration") != (pairs["right_kind"] == "duration")
    return across & (pairs["left_begins_lo"].isna() | pairs["right_begins_lo"].isna())


def _neighbours(pairs: pd.DataFrame) -> pd.Series:
    """Entries of one list or table, sentences of one paragraph: who writes them side by side tells things apart."""
    same = pairs["left_doc"] == pairs["right_doc"]
    listed = (pairs["left_group"] == pairs["right_group"]) & (pairs["left_group"] >= 0)
    return same & (listed | (pairs["left_passage"] == pairs["right_passage"]))


def _in_title(pairs: pd.DataFrame) -> pd.Series:
    """A figure in the title or a heading of a page names it ("Release 5.2"); only its own page answers to it."""
    return (pairs["left_titled"] | pairs["right_titled"]) & (pairs["left_doc"] != pairs["right_doc"])


REASONS: Mapping[str, Callable[[pd.DataFrame], pd.Series]] = {
    "no value": _no_value,
    "relative time in an undated document": _relative_in_undated,
    "example value": _example,
    "in the title of another page": _in_title,
    "neighbours in one list, table or paragraph": _neighbours,
    "a plan or forecast against a fact, or denied, supposed, withdrawn": _unstated,
    "different role": _role_differs,
    "different period": _period_differs,
}


def gate(pairs: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """The pairs that pass every gate, and how many each gate dropped (the first that fires counts)."""
    dropped: dict[str, int] = {}
    for reason, fires in REASONS.items():
        fired = fires(pairs)
        dropped[reason] = int(fired.sum())
        pairs = pairs[~fired]
    return pairs.reset_index(drop=True), {reason: count for reason, count in dropped.items() if count}
