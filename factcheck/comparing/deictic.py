"""What a page says of itself or of what stands beside the sentence: "this poster has 7 pages", "the script above".

>>> points_at_itself("This guide has 12 chapters."), points_at_itself("The guide book has 12 chapters.")
(True, False)
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.lexicon.generic import generic
from factcheck.model import Claim


@cache
def _pattern() -> re.Pattern[str]:
    things = "|".join(sorted(generic("page parts")))
    return re.compile(
        rf"\b(?:this|these|the\s+(?:following|above|previous|next|preceding)|our\s+(?:first|second|next|last))"
        rf"\s+(?:[\w-]+\s)?(?:{things})s?\b|\b(?:{things})s?\s+(?:above|below)\b",
        re.IGNORECASE,
    )


# A sentence without any of these points at nothing: most are told apart without the long expression.
_POINTERS = ("his ", "hese ", "ollowing ", "bove", "elow", "revious ", "ext ", "receding ", "ur ")


@lru_cache(maxsize=64)
def points_at_itself(sentence: str) -> bool:
    """Whether a sentence speaks of its own page, or of a part of it, by pointing at it."""
    return any(word in sentence for word in _POINTERS) and _pattern().search(sentence) is not None


def is_deictic(claim: Claim) -> bool:
    """Whether a claim is about the page it stands on: another page's claim is about another page."""
    return points_at_itself(claim.citation.sentence)
