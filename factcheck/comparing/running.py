"""Running figures: tolls, counts and sums that go on being counted while a story runs.

Two of them told on one day can both have been right when they were told; a later higher one replaces the lower.

>>> runs_on("So far 30 pilots have been found.", 2024), runs_on("The hangar holds 30 planes.", 2024)
(True, False)
>>> runs_on("The fever of 1931 has killed 900 people.", 2024)
False
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.lexicon.generic import generic
from factcheck.model import Claim

_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")
# "has killed", "have now been found": what has come about up to the day of the telling.
_SAID = "asked|warned|agreed|promised|threatened"
_DONE = rf"been|(?!{_SAID})\w+ed|risen|grown|given|spent|lost|found|got|become|won|seen|taken"
_PERFECT = rf"\b(?:has|have)(?: \w+){{0,2}}? (?:{_DONE})\b"


def is_running(claim: Claim, year: int | None) -> bool:
    """Whether a claim told in ``year`` is a count of people or things, or a sum, of a story that goes on.

    What a sentence sets in a year before is over.
    """
    if claim.quantity is None or claim.quantity.kind not in ("count", "number", "money"):
        return False
    sentence = claim.citation.sentence
    if claim.frame.measure in generic("running measures"):
        return not is_over(sentence, year)
    return runs_on(sentence, year)


# The claims of a sentence stand together, and there may be many of them.
@lru_cache(maxsize=64)
def runs_on(sentence: str, year: int | None) -> bool:
    return _going_on().search(sentence) is not None and not is_over(sentence, year)


@lru_cache(maxsize=64)
def is_over(sentence: str, year: int | None) -> bool:
    """Whether a sentence names a year before the one it is told in."""
    return year is not None and any(int(found) < year for found in _YEAR.findall(sentence))


@cache
def _going_on() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(generic("running words")))
    return re.compile(rf"\b(?:{words})\b|{_PERFECT}", re.IGNORECASE)
