"""Fractions that are shares of something: "a third of voters", "two-thirds majority", "1/4 of".

>>> low = "two thirds of voters"
>>> figure = Figure(0, 10, 2 / 3, None, "fraction")
>>> give_share(Source(low, low, 0, len(low)), figure)
>>> figure.unit, figure.dimension
('dimensionless', 'percent')
"""

from __future__ import annotations

import re

from factcheck.reading.quantities.contexts import context_words
from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.nouns import noun_words

_OF = (" of ", " the ", " its ", " their ", " his ", " her ", " all ", " our ", " full", " majority", "-majority")


def give_share(source: Source, figure: Figure) -> None:
    """Make a bare fraction below one a share, comparable with percentages (the unit is pint's "dimensionless")."""
    if figure.unit or figure.form != "fraction" or not 0 < figure.value < 1:
        return
    if source.low.startswith(_OF, figure.end) or source.low[figure.start].isalpha():
        figure.unit, figure.dimension, figure.kind = "dimensionless", "percent", "percent"


_RANKED = re.compile(r"an? ([a-z]+(?:th|rd))(?:-(?=[a-z])| ([a-z][a-z-]*))")
_BY = re.compile(r"\bby (?:about |around |nearly |almost |over |some |up to )?$")


def rank_not_share(source: Source, figure: Figure) -> bool:
    """ "a tenth season", "a third-party report": make the figure a rank when a noun follows its ordinal. True if so."""
    if figure.form != "fraction" or figure.unit or not 0 < figure.value < 1:
        return False
    found = _RANKED.match(source.low, figure.start, source.end)
    if found is None or found.end(1) != figure.end:
        return False
    if _BY.search(source.low, max(source.start, figure.start - 16), figure.start) is not None:
        return False
    following = found[2] or ""
    if (
        following in noun_words()["stop"]
        or following in noun_words()["verb"]
        or following in context_words("behind a share")
        or following.endswith(("er", "ed", "ly", "ing"))
    ):
        return False
    rank = float(round(1 / figure.value))
    figure.start = figure.digits_start = figure.outer_start = found.start(1)
    figure.value = figure.lo = figure.hi = rank
    figure.form, figure.step, figure.hedge = "ordinal", 0, None
    figure.kind, figure.dimension, figure.role = "ordinal", "ordinal", "rank"
    return True
