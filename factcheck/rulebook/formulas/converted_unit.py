"""converted_unit: a figure told again in another unit, in brackets or after "or".

>>> NAME
'converted_unit'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.lexicon.units import conversion
from factcheck.model import Claim, Interval
from factcheck.model.quantity import units_in_words
from factcheck.rulebook.computation import Computation, Inputs, beside, implied, quoted, rounded, told, usable

NAME = "converted_unit"
SUMMARY = "a figure that restates another in brackets must be the same length, weight … once converted"
INPUTS: tuple[str, ...] = ()

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LOOSE = 0.10
"""The most that a round conversion may be off: writers give 100 km for 60 miles, not for 80."""
_NAMESAKES = {
    "ton": (1.12, 1.1023113),
    "ounce": (1.0971429,),
    "gallon": (1.2009499,),
    "quart": (1.2009499,),
    "pint": (1.2009499,),
    "fluid_ounce": (0.9607599,),
    "mile": (1.1507794,),
    "horsepower": (0.9863201,),
    "day": (1 / 3,),
    "week": (5 / 7, 40 / 168),
    "month": (20 / 30.436875, 22 / 30.436875),
    "kilobyte": (1.024,),
    "megabyte": (1.024**2,),
    "gigabyte": (1.024**3,),
    "terabyte": (1.024**4,),
}
"""Units of one name: how many times larger the others are (long and metric ton, troy ounce, imperial measures,
nautical mile, metric horsepower; the working day, week and month; the binary kilobyte) than the one that the lexicon
means. Texts seldom say which."""
_FACTOR = re.compile(r"\s?(?:[x×*✕]|times)\s")
"""Behind a figure that is a factor and no conversion: "40 hours (10 weeks × 4 hours)"."""
_UNITS = {"degree_Celsius": "°C", "degree_Fahrenheit": "°F"}


def compute(claims: Sequence[Claim], inputs: Inputs) -> Iterator[Computation]:
    by_id = {claim.claim_id: claim for claim in claims}
    for claim in claims:
        original = by_id.get(claim.restates)
        if original is not None and usable(claim) and _converts(original, claim):
            yield _check(original, claim)


def _converts(original: Claim, again: Claim) -> bool:
    one, two = original.quantity, again.quantity
    if one is None or two is None or one.dimension != two.dimension or one.unit == two.unit:
        return False
    if _FACTOR.match(again.citation.behind):
        return False
    bounded = None not in (one.implied.lo, one.implied.hi, two.implied.lo, two.implied.hi)
    return bounded and one.dimension not in ("money", "percent", "count", "number")


def _check(original: Claim, again: Claim) -> Computation:
    """Either figure may be the one that was measured, and the other its rounded conversion."""
    exact = implied(original)
    unit = again.quantity.unit if again.quantity is not None else ""
    back = conversion(unit)
    wanted = Interval(
        None if exact.lo is None else (exact.lo - back.offset) / back.factor,
        None if exact.hi is None else (exact.hi - back.offset) / back.factor,
    )
    expected = f"{told(wanted, _UNITS.get(unit, units_in_words(unit)))}, from {quoted((original,))}"
    agrees = any(
        one.scaled(factor).overlaps(other)
        for one, other in ((exact, _as_converted(again)), (_as_converted(original), implied(again)))
        for factor in _variants(original, again)
    )
    return Computation(again, agrees, expected, (original,), beside(again, exact))


def _variants(original: Claim, again: Claim) -> tuple[float, ...]:
    """What to multiply the first figure by so that its unit, or the second's, is the other one of that name."""
    first, second = original.quantity, again.quantity
    if first is None or second is None:
        return (1.0,)
    here = (1.0, *_NAMESAKES.get(first.unit, ()))
    there = (1.0, *(1.0 / ratio for ratio in _NAMESAKES.get(second.unit, ())))
    return tuple(one * other for one in here for other in there)


def _as_converted(claim: Claim) -> Interval:
    """What a converted figure allows: the step it is rounded to either side, a tenth at the most."""
    interval, quantity = implied(claim), claim.quantity
    digits = _DIGITS.search(claim.citation.quote)
    if digits is None or quantity is None or interval.lo is None or interval.hi is None:
        return interval
    unit = conversion(quantity.unit)
    value = float(digits.group().replace(",", ""))
    # The slack is a length, so the offset of a scale such as Fahrenheit's does not enter.
    slack = min(rounded(digits.group()), _LOOSE * abs(value)) * unit.factor
    middle = (interval.lo + interval.hi) / 2
    return interval.hull(Interval(middle - slack, middle + slack))
