"""How much a verdict matters: the rule's severity, one level lower for each reason to doubt it.

>>> lowered("error", 1), lowered("warning", 2)
('warning', 'note')
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from factcheck.lexicon.generic import generic
from factcheck.model.finding import Severity
from factcheck.rulebook.columns import both_in, flags, texts

LEVELS: tuple[Severity, ...] = ("error", "warning", "note")
LOW_CONFIDENCE = 0.9
"""Below this probability that the two claims are one fact, severity is one level lower."""
LIKELY = 0.8
"""Below this, two articles of known days are likelier to tell of two events: severity is two levels lower."""

UNSURE = f"the odds that both are about one fact are below {LOW_CONFIDENCE / (1 - LOW_CONFIDENCE):.0f} to one"
UNLIKELY = f"two articles are likelier about two events below {LIKELY / (1 - LIKELY):.0f} to one"
ONE_SIDED = "it is known of only one side when it holds"
PAST = "one side stands on a page of history, where it was true then"
COUNTED_ON = "the figure is counted on, and each may have been right when it was told"


def lowered(severity: Severity, levels: int) -> Severity:
    return LEVELS[min(LEVELS.index(severity) + levels, len(LEVELS) - 1)]


def doubts(pairs: pd.DataFrame) -> NDArray[np.int64]:
    """Levels to lower each pair by: one at low confidence, and one where only one side holds at a known time or stands
    on a page of history (release notes, archives), where a figure was true then.

    Two undated claims are compared as simultaneous, at full severity; so are two dated ones. Within one document a
    missing as-of time says nothing, since both sides were told at once; nor does it where ``certain`` says that one
    sentence is told on both pages. What is ``recorded`` of a release does not change with time. A table without
    ``confidence`` is certain.
    """
    found = causes(pairs)
    one_sided, past = found.pop(ONE_SIDED), found.pop(PAST)
    return (one_sided | past).astype(np.int64) + sum(
        (mask.astype(np.int64) for mask in found.values()), np.zeros(len(pairs), dtype=np.int64)
    )


def causes(pairs: pd.DataFrame) -> dict[str, NDArray[np.bool_]]:
    """For each reason to lower a severity, in words, whether it holds for each pair."""
    sure, kept = _flagged(pairs, "certain"), _flagged(pairs, "recorded")
    apart = _apart(pairs)
    unsure = unlikely = np.zeros(len(pairs), dtype=bool)
    if "confidence" in pairs:
        confidence = pairs["confidence"].to_numpy(dtype=float)
        articles = pairs["left_published"].notna().to_numpy() & pairs["right_published"].notna().to_numpy()
        unsure = (confidence < LOW_CONFIDENCE) & ~sure
        unlikely = (confidence < LIKELY) & articles & apart & ~_lasting(pairs)
    one_sided = pairs["left_dated"].to_numpy(dtype=bool) != pairs["right_dated"].to_numpy(dtype=bool)
    past = pairs["left_history"].to_numpy(dtype=bool) | pairs["right_history"].to_numpy(dtype=bool)
    return {UNSURE: unsure, UNLIKELY: unlikely, ONE_SIDED: one_sided & apart & ~sure, PAST: past & ~kept}


def _flagged(pairs: pd.DataFrame, name: str) -> NDArray[np.bool_]:
    """A flag of pairs that a table may lack."""
    return pairs[name].to_numpy(dtype=bool) if name in pairs else np.zeros(len(pairs), dtype=bool)


def _apart(pairs: pd.DataFrame) -> NDArray[np.bool_]:
    return (pairs["left_doc"].astype(object) != pairs["right_doc"].astype(object)).to_numpy(dtype=bool)


def _lasting(pairs: pd.DataFrame) -> NDArray[np.bool_]:
    """Ages and measures that do not change from day to day: two articles hardly have two of them for one thing."""
    ages = (texts(pairs, "left", "kind") == "age") & (texts(pairs, "right", "kind") == "age")
    return np.asarray(ages | both_in(pairs, "measure", tuple(generic("timeless measures"))), dtype=bool)


def highest(pairs: pd.DataFrame) -> NDArray[np.int64]:
    """The index of the highest level each pair may have: no error where ``doubtful`` says that like words prove little,
    nor of running figures of two documents, which can both have been right when they were told – unless a sentence is
    ``reprinted`` with another figure, or one sum is converted to two.

    >>> highest(pd.DataFrame({"doubtful": [True, False]})).tolist()
    [1, 0]
    """
    return (_flagged(pairs, "doubtful") | counted_on(pairs)).astype(np.int64)


def counted_on(pairs: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether both could have been right when they were told, since the figure is counted on."""
    if "left_running" not in pairs:
        return np.zeros(len(pairs), dtype=bool)
    dated = pairs["left_dated"].to_numpy(dtype=bool) & pairs["right_dated"].to_numpy(dtype=bool)
    over = flags(pairs, "left", "settled") | flags(pairs, "right", "settled")
    running = (flags(pairs, "left", "running") | flags(pairs, "right", "running")) & ~over
    running &= ~(flags(pairs, "left", "restates") & flags(pairs, "right", "restates"))
    return np.asarray(running & ~_flagged(pairs, "reprinted") & _apart(pairs) & dated, dtype=bool)
