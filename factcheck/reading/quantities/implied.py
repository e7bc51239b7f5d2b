"""What a figure allows: rounding, hedges, and the union of both.

>>> figure = Figure(0, 3, 18.0, 0, "digits")
>>> figure.unit, figure.hedge = "percent", "approx"
>>> implied(figure)
Interval(lo=17.0, hi=19.0, lo_open=False, hi_open=False)
"""

from __future__ import annotations

import math

from factcheck.model.interval import Interval
from factcheck.reading.quantities.figure import Figure
from factcheck.reading.quantities.hedges import widths


def stated(figure: Figure) -> Interval:
    """The written bounds."""
    return Interval(figure.lo, figure.hi, figure.lo_open, figure.hi_open)


def implied(figure: Figure) -> Interval:
    """The stated interval widened by rounding and by the hedge; never narrower than it."""
    said = stated(figure)
    if figure.kind in ("ordinal", "multiple") and figure.hedge is None:
        return said
    if said.lo is None or said.hi is None:
        return said
    allowed = said.hull(_rounded(figure, said))
    return allowed.hull(_hedged(figure, said)) if figure.hedge else allowed


def _rounded(figure: Figure, said: Interval) -> Interval:
    """Half a unit of the last digit either side; people and things are counted exactly unless the number is round."""
    assert said.lo is not None
    assert said.hi is not None
    if figure.form == "vague":
        return _vaguely(said)
    if figure.form == "fraction" or said.lo_open or said.hi_open:
        return said
    if figure.count_like:
        return Interval(said.lo - _round_slack(figure, said.lo), said.hi + _round_slack(figure, said.hi))
    if figure.step is None:
        return said
    half = min(5.0 * 10.0 ** (figure.step - 1), _ceiling(figure, said))
    places = 1 - figure.step
    return Interval(round(said.lo - half, places), round(said.hi + half, places))


def _vaguely(said: Interval) -> Interval:
    """ "dozens": nobody counted, and the next word up is a bold one, so that the interval reaches into its range."""
    assert said.lo is not None
    assert said.hi is not None
    below, above = widths()["vague_below"] * said.lo, widths()["vague_above"] * said.hi
    return Interval(float(f"{below:.12g}"), float(f"{above:.12g}"), hi_open=said.hi_open)


def _ceiling(figure: Figure, said: Interval) -> float:
    """A whole number with a magnitude word ("two million") is not rounded to its only digit: 5 % is enough."""
    if figure.scale == 0 or figure.step is None or figure.step < figure.scale:
        return math.inf
    assert said.lo is not None
    return widths()["round"] * abs(said.lo) or math.inf


def _round_slack(figure: Figure, value: float) -> float:
    """How far a counted number may be off: nothing, or for a round one half its last non-zero place, at most 5 %."""
    place = _last_place(value)
    round_number = place >= 100 or figure.scale > 0
    return min(place / 2, widths()["round"] * abs(value)) if round_number else 0.0


def _last_place(value: float) -> float:
    """The power of ten of the last digit that is not zero: 2,300 → 100."""
    whole = abs(value)
    if whole == 0 or whole != int(whole) or whole > 1e18:
        return 1.0
    digits = str(int(whole))
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


def _hedged(figure: Figure, said: Interval) -> Interval:
    assert said.lo is not None
    assert said.hi is not None
    share = widths()
    if figure.hedge == "almost" and said.is_point:
        width = share["almost"] * abs(said.lo)
        return Interval(said.lo - width, said.hi, hi_open=width > 0)
    if figure.hedge == "over" and said.is_point:
        width = share["over"] * abs(said.hi)
        return Interval(said.lo, said.hi + width, lo_open=width > 0)
    return Interval(said.lo - _approximately(figure, said.lo), said.hi + _approximately(figure, said.hi))


def _approximately(figure: Figure, value: float) -> float:
    """The larger of 5 % and one last digit; 10 % for round numbers and fractions in words."""
    share, size = widths(), abs(value)
    place = _last_place(value)
    if figure.form in ("fraction", "mixed", "vague"):
        return share["approx_round"] * size
    if place > 1 and size / place < 10:
        return share["approx_round"] * size
    digit = (
        max(place, 10.0**figure.step) if figure.step is not None and figure.step >= 0 else 10.0 ** (figure.step or 0)
    )
    return max(share["approx"] * size, min(digit, share["approx_round"] * size) if figure.scale else digit)
