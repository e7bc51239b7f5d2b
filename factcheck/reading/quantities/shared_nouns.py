"""Counted nouns that are written once for two figures: "eight or nine boats", "4 red and 6 green lamps per mast".

>>> from factcheck.reading.quantities.reading_region import figures_of_region
>>> low = "4 red and 6 green lamps per day"
>>> [(f.unit, low[f.noun_start:f.noun_end]) for f in figures_of_region(Source(low, low, 0, len(low)), ())]
[('lamp per day', 'lamps'), ('lamp per day', 'green lamps')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.nouns import noun_words

# What stands between the first figure and the second: one or two words that narrow the noun to come.
_NARROWED = re.compile(r" (?P<words>[a-z]+(?:[- ][a-z]+)?),? (?:and|or|plus) ")


def share_nouns(source: Source, kept: Sequence[Figure]) -> None:
    """Give the first of two joined figures the noun, and the rate, of the second."""
    for left, right in reversed(tuple(pairwise(kept))):
        if _against(source, left, right):
            _give(right, left, left.noun_start)
            continue
        if left.kind != "number" or right.noun_start < 0 or left.form not in ("digits", "words"):
            continue
        between = source.low[left.outer_end : right.outer_start]
        changed = between == " to " and (left.role, right.role) == ("from", "to")
        if right.kind == "count" and (between in (" or ", " and ", ", ") or changed):
            _give(left, right, right.noun_start)
        elif right.kind in ("count", "rate") and _narrows(source, right, between):
            _give(left, right, source.low.rfind(" ", right.noun_start, right.noun_end) + 1)


_CLOSED = re.compile(r"$|[.,;:)]|\s*\n")


def _against(source: Source, left: Figure, right: Figure) -> bool:
    """ "by 9 votes to 4": the noun of the first figure is that of the second."""
    if left.kind != "count" or right.kind != "number" or right.form not in ("digits", "words") or left.unit:
        return False
    parted = source.low[left.noun_end : right.outer_start] == " to " and left.noun_end > left.outer_end
    by = source.low[max(source.start, left.outer_start - 3) : left.outer_start] == "by "
    return parted and by and _CLOSED.match(source.low, right.outer_end, source.end) is not None


def _narrows(source: Source, right: Figure, between: str) -> bool:
    """Whether both figures narrow one noun: "4 red and 6 green lamps"; the second must narrow it too."""
    found = _NARROWED.fullmatch(between)
    if found is None or right.outer_end != right.noun_start - 1 or right.form not in ("digits", "words"):
        return False
    words = re.split("[- ]", found["words"])
    known = noun_words()["stop"] | noun_words()["verb"]
    return " " in source.low[right.noun_start : right.noun_end] and not any(
        word in known or (len(word) > 4 and word.endswith(("ed", "ly"))) for word in words
    )


def _give(left: Figure, right: Figure, start: int) -> None:
    left.kind, left.dimension, left.count_like = right.kind, right.dimension, True
    left.unit, left.rate = right.unit, right.rate
    left.noun_start, left.noun_end = start, right.noun_end
