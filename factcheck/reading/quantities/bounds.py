"""Two bounds that make one interval: "more than 20 and less than 30 boats".

>>> left, right = Figure(10, 12, 20.0, 0, "digits"), Figure(27, 29, 30.0, 0, "digits")
>>> left.hi, right.lo, right.outer_start = None, None, 17
>>> low = "more than 20 and less than 30"
>>> [(f.lo, f.hi) for f in joined_bounds(Source(low, low, 0, len(low)), [left, right])]
[(20.0, 30.0)]
"""

from __future__ import annotations

from factcheck.reading.quantities.figure import Figure, Source

_JOINERS = (" and ", " but ", ", but ", " and is ", " but is ")


def joined_bounds(source: Source, kept: list[Figure]) -> list[Figure]:
    """Join neighbours where one has only a lower and the other only an upper bound, in one unit."""
    result: list[Figure] = []
    for figure in kept:
        if result and _closes(source, result[-1], figure):
            _join(result[-1], figure)
            continue
        result.append(figure)
    return result


def _closes(source: Source, left: Figure, right: Figure) -> bool:
    if source.low[left.outer_end : right.outer_start] not in _JOINERS:
        return False
    lower, upper = (left, right) if left.hi is None else (right, left)
    if lower.lo is None or lower.hi is not None or upper.hi is None or upper.lo is not None:
        return False
    return (not left.unit or left.unit == right.unit) and lower.lo <= upper.hi


def _join(left: Figure, right: Figure) -> None:
    lower, upper = (left, right) if left.hi is None else (right, left)
    lo, lo_open, hi, hi_open = lower.lo, lower.lo_open, upper.hi, upper.hi_open
    left.lo, left.lo_open, left.hi, left.hi_open = lo, lo_open, hi, hi_open
    left.unit, left.dimension, left.kind = right.unit, right.dimension, right.kind
    left.noun_start, left.noun_end = right.noun_start, right.noun_end
    left.limit = right.limit
    left.end, left.outer_end, left.step = right.end, right.outer_end, right.step
