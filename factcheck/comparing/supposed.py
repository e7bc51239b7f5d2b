"""Figures that are only supposed: those of an if-clause, not those of the rule that holds when it is met.

>>> in_condition("If the lock holds more than 4 boats, wait.", 16)
True
>>> in_condition("If you sail at night, be back by 3 pm.", 31)
False
"""

from __future__ import annotations

import re

from factcheck.model import Claim

_CONDITION = re.compile(r"\b(?:if|unless|whether|suppose|supposing|assuming|imagine|would)\b", re.IGNORECASE)
_ENDS = re.compile(r"[,;:]|\bthen\b", re.IGNORECASE)


def in_condition(sentence: str, at: int) -> bool:
    """Whether the figure at ``at`` follows a word of supposing with no end of its clause between."""
    last = None
    for last in _CONDITION.finditer(sentence, 0, at):  # noqa: B007 – the last one is wanted
        pass
    return last is not None and _ENDS.search(sentence, last.end(), at) is None


def is_supposed(claim: Claim) -> bool:
    if claim.frame.modality != "hypothetical":
        return False
    citation = claim.citation
    return in_condition(citation.sentence, citation.offset)
