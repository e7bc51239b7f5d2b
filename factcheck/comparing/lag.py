"""Durations that run from something that happens: "the pump stops 20 minutes after the gate closes".

>>> runs_from(" after the gate closes."), runs_from(" in the afternoon.")
(True, False)
"""

from __future__ import annotations

import re

from factcheck.model import Claim

_FROM = re.compile(
    r"\W{0,3}(?:after|before|following|prior to|from (?:the|when|its)|once|of (?:its|the))\b", re.IGNORECASE
)


def runs_from(rest: str) -> bool:
    """Whether what follows a duration in its sentence names the event that it runs from or up to."""
    return _FROM.match(rest) is not None


def is_lag(claim: Claim) -> bool:
    if claim.quantity is None or claim.quantity.kind != "duration":
        return False
    return runs_from(claim.citation.behind)
