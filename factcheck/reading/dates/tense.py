"""Whether a sentence looks back or ahead, for expressions that could mean either ("on Friday").

>>> tense("The court will hear the case on Friday."), tense("The court heard the case on Friday.")
(1, -1)
"""

from __future__ import annotations

import re
from functools import lru_cache

_AHEAD = re.compile(
    r"\b(?:will|won't|shall|would|(?:is|are|was|were|be) (?:to|due|set|expected|scheduled|planned|slated|likely|going)"
    r"|expected to|scheduled (?:for|to)|plans? to|planned for|ahead of|upcoming|forthcoming|expects?|hopes? to|'ll|’ll)\b"
)
_BACK = re.compile(
    r"\b(?:was|were|had|did|said|told|went|came|took|made|began|fell|rose|won|lost|met|held|left|gave|found|hit|saw|got"
    r"|became|wrote|sent|kept|set|struck|brought|broke|led|ran|spoke|shot|died|[a-z]{2,}ed)\b"
)


@lru_cache(maxsize=4096)
def tense(sentence: str) -> int:
    """1 if the sentence speaks of what is to come, -1 of what happened, 0 if it does not say."""
    if _AHEAD.search(sentence):
        return 1
    return -1 if _BACK.search(sentence) else 0
