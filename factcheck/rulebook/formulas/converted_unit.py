"""converted_unit: a figure told again in another unit, in brackets or after "or".

>>> NAME
'converted_unit'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.lexicon.units import conversion
from factcheck.model import Claim, Interval
from factcheck.rulebook.computation import Computation, Inputs, implied, quoted, rounded, told, usable

NAME = "converted_unit"
SUMMARY = "a figure that restates another in brackets must be the same length, weight … once converted"
INPUTS: tuple[str, ...] = ()

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LOOSE = 0.10
"""The most that a round conversion may be off: writers give 100 km for 60 miles, not for 80."""
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
    bounded = None not in (one.implied.lo, one.implied.hi, two.implied.lo, two.implied.hi)
    return bounded and one.dimension not in ("money", "percent", "count", "number")


def _check(original: Claim, again: Claim) -> Computation:
    exact, loose = implied(original), _as_converted(again)
    unit = again.quantity.unit if again.quantity is not None else ""
    back = conversion(unit)
    wanted = Interval(
        None if exact.lo is None else (exact.lo - back.offset) / back.factor,
        None if exact.hi is None else (exact.hi - back.offset) / back.factor,
    )
    expected = f"{told(wanted, _UNITS.get(unit, unit.replace('_', ' ')))}, from {quoted((original,))}"
    return Computation(again, exact.overlaps(loose), expected, (original,))


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
