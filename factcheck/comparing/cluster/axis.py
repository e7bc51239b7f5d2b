"""What takes the values of one fact to one unit, so that a report can draw them along one axis.

>>> from factcheck.lexicon.units import conversion
>>> round(conversion("mile").factor / conversion("kilometer").factor, 6)
1.609344
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lexicon.units import conversion
from factcheck.model import Quantity


def axis_factors(quantities: Sequence[Quantity]) -> dict[str, float]:
    """A factor for each unit, to the unit of the first quantity; empty where there is one unit or no common base unit.

    Two currencies have none, and a scale with a zero of its own (degrees Celsius) has no factor to another.
    """
    units = list(dict.fromkeys(quantity.unit for quantity in quantities))
    known = [conversion(unit) for unit in units]
    if len(units) < 2 or len({each.base_unit for each in known}) > 1 or any(each.offset for each in known):
        return {}
    return {unit: each.factor / known[0].factor for unit, each in zip(units, known, strict=True)}
