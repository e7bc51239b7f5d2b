"""Gates: candidate pairs that cannot be one fact, each dropped for a reason that the report counts.

>>> list(REASONS)[:2]
['no value', 'relative time in an undated document']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.lexicon.generic import generic
from factcheck.lexicon.verbs import verb_kind
from factcheck.model.minutes import DAY, EPOCH

# What is planned or forecast is compared with what is planned or forecast; what is denied, supposed or withdrawn is not
# stated as a fact at all.
_AHEAD = ("planned", "forecast")
_UNSTATED = ("negated", "corrected")
_STEPS = ("change", "from", "to")


# "Before 2016" ends and "after 2016" begins at the two ends of the grain that both name.
_LONGEST_GRAIN = 367.0

COLUMNS = (
    "role", "modality", "example", "period", "lo", "hi", "timex", "kind", "begins_lo", "doc", "group", "passage",
    "titled", "measure", "verb", "dimension", "published", "since", "restates", "unit", "as_of_start", "as_of_end",
    "naming", "deictic", "supposed", "earlier", "lag", "stated_lo", "stated_hi",
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
    alike = left.eq("negated") & right.eq("negated") & (pairs["left_verb"] == pairs["right_verb"])
    supposed = (left.eq("hypothetical") | right.eq("hypothetical")) & ~_standing(pairs)
    supposed |= pairs["left_supposed"] | pairs["right_supposed"]
    unstated = supposed | ((left.isin(_UNSTATED) | right.isin(_UNSTATED)) & ~alike)
    return unstated | ((left.isin(_AHEAD) != right.isin(_AHEAD)) & ~_timeless(pairs))


def _standing(pairs: pd.DataFrame) -> pd.Series:
    """ "If you sail at night, be there by 3 pm": pages without a date say with "if" when a rule holds."""
    return pairs["left_published"].isna() & pairs["right_published"].isna()


def _timeless(pairs: pd.DataFrame) -> pd.Series:
    """ "It will take 12 hours" and "it takes 12 hours" say the same on pages without a date: how it always is. What is
    done once ("will hire 300 people") is not always so."""
    once = _acts(pairs["left_verb"]) & _acts(pairs["right_verb"])
    return (_standing(pairs) & ~pairs["left_dimension"].isin(("date", "clock")) & ~once) | _rule(pairs)


def _rule(pairs: pd.DataFrame) -> pd.Series:
    """ "The pump will stop 20 minutes after the gate closes": how long something waits for another is a rule, on a page
    without a date as in the notes on the release that brought it."""
    undated = pairs["left_published"].isna() | pairs["right_published"].isna()
    return pairs["left_lag"] & pairs["right_lag"] & undated


def _acts(verbs: pd.Series) -> pd.Series:
    return verbs.isin([verb for verb in verbs.unique() if verb_kind(verb) in ("act", "change")])


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


def _naming(pairs: pd.DataFrame) -> pd.Series:
    return pairs["left_naming"] | pairs["right_naming"]


def _deictic(pairs: pd.DataFrame) -> pd.Series:
    """ "This poster has 7 pages": each page speaks of itself."""
    return (pairs["left_deictic"] | pairs["right_deictic"]) & (pairs["left_doc"] != pairs["right_doc"])


def _complement(pairs: pd.DataFrame) -> pd.Series:
    """ "Before May 2016" and "since May 2016", "up to 5 GB" and "over 5 GB": two sides of one bound."""
    return pd.Series(_meets(pairs, "left", "right") | _meets(pairs, "right", "left"), index=pairs.index)


def _meets(pairs: pd.DataFrame, below: str, above: str) -> pd.Series:
    only_below = pairs[f"{below}_stated_lo"].isna() & pairs[f"{below}_stated_hi"].notna()
    only_above = pairs[f"{above}_stated_hi"].isna() & pairs[f"{above}_stated_lo"].notna()
    apart = (pairs[f"{above}_stated_lo"] - pairs[f"{below}_stated_hi"]).abs()
    date = pairs[f"{below}_dimension"].eq("date")
    return only_below & only_above & (apart <= date.map({True: _LONGEST_GRAIN, False: 0.0}))


def _page_date(pairs: pd.DataFrame) -> pd.Series:
    """ "Last updated on 3 May": the day of the page, which every page has for itself."""
    stamps = generic("page dates")
    stamped = pairs["left_measure"].isin(stamps) | pairs["right_measure"].isin(stamps)
    return stamped & pairs["left_dimension"].eq("date") & (pairs["left_doc"] != pairs["right_doc"])


def _days_differ(pairs: pd.DataFrame) -> pd.Series:
    """Where two claims are told on different known days, and no as-of time says that they hold on a common one."""
    left, right = pairs["left_published"] // DAY, pairs["right_published"] // DAY
    apart = left.notna() & right.notna() & (left != right)
    common = (pairs["left_as_of_start"] <= pairs["right_as_of_end"]) & (
        pairs["right_as_of_start"] <= pairs["left_as_of_end"]
    )
    return apart & ~common


def _moved(pairs: pd.DataFrame) -> pd.Series:
    """A change, a price or a temperature is of its day."""
    moving = generic("moving measures")
    steps = pairs["left_role"].isin(_STEPS) & pairs["right_role"].isin(_STEPS)
    of_a_day = pairs["left_measure"].isin(moving) | steps
    return of_a_day & _days_differ(pairs)


def _looked_back(pairs: pd.DataFrame) -> pd.Series:
    """ "A year before, the fare had been 3 dollars", and "the fare is 4 dollars": what is told without a time holds
    when it is told."""
    return _before(pairs, "left", "right") | _before(pairs, "right", "left")


def _before(pairs: pd.DataFrame, back: str, now: str) -> pd.Series:
    untimed = pairs[f"{now}_as_of_start"].isna() & pairs[f"{now}_as_of_end"].isna()
    later = _ordinal_of(pairs[f"{now}_published"]) > pairs[f"{back}_as_of_end"]
    of_facts = ~pairs["left_dimension"].isin(("date", "clock"))
    return pairs[f"{back}_earlier"] & untimed & later & of_facts


def _ordinal_of(minutes: pd.Series) -> pd.Series:
    """The proleptic day of minutes since 1970."""
    return minutes // DAY + EPOCH


def _since(pairs: pd.DataFrame) -> pd.Series:
    """What has come together since some day, against what is said of a day or a year."""
    return (pairs["left_since"] != pairs["right_since"]) & pairs["left_kind"].isin(("count", "number", "money"))


def _converted(pairs: pd.DataFrame) -> pd.Series:
    """A sum in brackets says again, in money of the reader, what the sum before it says."""
    one = pairs["left_restates"] != pairs["right_restates"]
    return one & pairs["left_dimension"].eq("money") & (pairs["left_unit"] != pairs["right_unit"])


REASONS: Mapping[str, Callable[[pd.DataFrame], pd.Series]] = {
    "no value": _no_value,
    "relative time in an undated document": _relative_in_undated,
    "example value": _example,
    "a number that names something": _naming,
    "each page of itself": _deictic,
    "two sides of one bound": _complement,
    "in the title of another page": _in_title,
    "the date of a page": _page_date,
    "neighbours in one list, table or paragraph": _neighbours,
    "a plan or forecast against a fact, or denied, supposed, withdrawn": _unstated,
    "different role": _role_differs,
    "different period": _period_differs,
    "a change or a moving figure of another day": _moved,
    "counted since some day, and not": _since,
    "of an earlier time, and told without a time": _looked_back,
    "a sum repeated in another currency": _converted,
}


def gates(pairs: pd.DataFrame) -> NDArray[np.uint8]:
    """For each pair 0, or the number (from 1) of the first gate that drops it; ``REASONS`` has them in that order."""
    found = np.zeros(len(pairs), dtype=np.uint8)
    rows = np.arange(len(pairs))
    for number, fires in enumerate(REASONS.values(), 1):
        fired = fires(pairs).to_numpy(dtype=bool)
        found[rows[fired]] = number
        pairs, rows = pairs[~fired], rows[~fired]
    return found


def dropped(found: NDArray[np.uint8]) -> dict[str, int]:
    """How many pairs each gate dropped."""
    counts = np.bincount(found, minlength=len(REASONS) + 1).tolist()[1:]
    return {reason: count for reason, count in zip(REASONS, counts, strict=True) if count}
