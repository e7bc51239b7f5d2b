"""The small comparisons that conditions take as arguments: an operator, a number, a unit.

>>> Comparison.parse("<= 2 %", {"%": 0.01})
Comparison(operator='<=', bound=0.02)
>>> Comparison.parse(">= 3 h", {"min": 1, "h": 60}).holds(np.array([179.0, 180.0])).tolist()
[False, True]
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.errors import did_you_mean

_FORM = re.compile(r"(<=|>=|<|>|=) ?(\d+(?:\.\d+)?) ?(\S*)")
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Comparison:
    """``bound`` is in the base of the units given to ``parse``."""

    operator: str
    bound: float

    @classmethod
    def parse(cls, text: object, units: Mapping[str, float]) -> Comparison:
        """Raises ValueError, with what would be right, for anything else than operator, number and known unit."""
        found = _FORM.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            unit = next(iter(units))
            raise ValueError(f"not a comparison: {text!r}; write for instance '<= 2 {unit}'")
        operator, number, unit = found.groups()
        if unit not in units:
            known = ", ".join(repr(name) for name in units)
            raise ValueError(f"unknown unit {unit!r}; {did_you_mean(unit, units) or 'known: ' + known}")
        return cls(operator, float(number) * units[unit])

    def holds(self, values: NDArray[np.float64]) -> NDArray[np.bool_]:
        """NaN holds nowhere. Ends are compared with a slack of one part in 10^9, for what arithmetic leaves behind."""
        slack = _SLACK * max(1.0, abs(self.bound))
        with np.errstate(invalid="ignore"):
            match self.operator:
                case "<=":
                    return values <= self.bound + slack
                case ">=":
                    return values >= self.bound - slack
                case "<":
                    return values < self.bound - slack
                case ">":
                    return values > self.bound + slack
                case _:
                    return np.abs(values - self.bound) <= slack
