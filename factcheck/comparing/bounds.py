"""Bounds that are written as ranges: "between zero and ten nodes" sets what "up to ten nodes" sets.

>>> from factcheck.model import Interval, Quantity
>>> ten = Quantity("count", Interval(0, 10), Interval(0, 10), noun="node")
>>> is_from_nothing(ten), without_zero(ten).stated
(True, Interval(lo=None, hi=10, lo_open=False, hi_open=False))
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Claim, Interval, Quantity
from factcheck.model.quantity import Role

# Scales on which zero is no "nothing".
_OTHER_ZERO = frozenset({"[temperature]", "port"})
_COUNTED = ("count", "measure", "duration", "money", "number")


def is_from_nothing(quantity: Quantity | None) -> bool:
    """Whether a range begins at nothing at all, so that only its upper end says something."""
    if quantity is None or quantity.kind not in _COUNTED or quantity.dimension in _OTHER_ZERO:
        return False
    lo, hi = quantity.stated.lo, quantity.stated.hi
    return lo == 0 and hi is not None and hi > 0


def role_of(claim: Claim) -> Role:
    """The role of a claim; a range from nothing on sets a limit."""
    return "limit" if claim.role == "value" and is_from_nothing(claim.quantity) else claim.role


def without_zero(quantity: Quantity) -> Quantity:
    """The same bound as "up to" writes it."""
    stated, implied = (
        Interval(None, interval.hi, hi_open=interval.hi_open) for interval in (quantity.stated, quantity.implied)
    )
    return replace(quantity, stated=stated, implied=implied)


def bound_of(claim: Claim) -> Quantity | None:
    """The quantity of a claim, a range from nothing on as a bound."""
    quantity = claim.quantity
    return without_zero(quantity) if quantity is not None and is_from_nothing(quantity) else quantity
