"""Figures of an earlier time, told beside the present ones: "a year before, the fare had been 3 dollars".

>>> tells_of_before("A year before, the fare had been 3 dollars."), tells_of_before("The fare was 3 dollars.")
(True, False)
>>> tells_of_before("The ferry left an hour earlier than planned.")
False
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.model import Claim

_NUMBER = r"an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|\d{1,3}"
_BEFORE = re.compile(
    rf"\b(?:(?:{_NUMBER}) (?:months?|years?|decades?) (?:before|earlier|previously|ago)"
    r"|the (?:month|quarter|year) before|the previous (?:month|quarter|year))\b",
    re.IGNORECASE,
)


# The claims of a sentence stand together, and there may be many of them.
@lru_cache(maxsize=64)
def tells_of_before(sentence: str) -> bool:
    """Whether a sentence looks back by months or years."""
    return _BEFORE.search(sentence) is not None


def is_earlier(claim: Claim) -> bool:
    """Whether a claim holds at a known time that its sentence looks back to."""
    return claim.as_of is not None and claim.as_of.end is not None and tells_of_before(claim.citation.sentence)
