"""Units counted by "a" or "an": "an hour and a half", "more than a year", "costs a dollar".

>>> low = "more than a year"
>>> article_led(Source(low, low, 0, len(low)), 10).value
1.0
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.hedges import hedge_before

_SMALLER = r"(?:seconds?|minutes?|cents?|inches|hours?|months?|days?)"
_REMAINDER = re.compile(rf"an? [a-z]+,?(?: and (?:an? )?(?:half|quarter)\b| (?:and )?\d{{1,2}} ?{_SMALLER}\b)")
_LATER = re.compile(r"an? [a-z]+ (?:ago|later|earlier|before|after|old|or (?:two|so))\b")
_WORD_BEFORE = re.compile(r"([a-z]+),? $")


@cache
def article_units() -> Mapping[str, frozenset[str] | None]:
    """Unit word → the words it may stand behind without a hedge; None if it needs a hedge or a remainder."""
    return {
        word: frozenset(entry["behind"]) if entry.get("alone") else None
        for entry in entries("en/article_units.yaml")
        for word in entry["words"]
    }


def article_led(source: Source, start: int) -> Figure | None:
    """The figure of value 1 for the article at ``start``, if it counts the unit behind it."""
    low = source.low
    end = low.index(" ", start)
    unit = re.compile(r"[a-z]+").match(low, end + 1, source.end)
    if unit is None:
        return None
    figure = Figure(start, end, 1.0, 0, "words")
    if _REMAINDER.match(low, start, source.end) is not None:
        return figure
    if hedge_before(source, figure):
        return None if _LATER.match(low, start, source.end) else figure
    behind = article_units().get(unit.group())
    if behind is None:
        return None
    previous = _WORD_BEFORE.search(low, max(source.start, start - 12), start)
    stands = start == source.start or (previous is not None and previous[1] in behind)
    return figure if stands else None
