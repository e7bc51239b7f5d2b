"""A figure while it is being read: number, unit, hedge, noun and role are filled in step by step.

>>> figure = Figure(3, 5, 12.0, 0, "digits")
>>> figure.lo, figure.hi, figure.unit
(12.0, 12.0, '')
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from factcheck.model.quantity import Hedge, QuantityKind, Role

Form = Literal["digits", "words", "fraction", "mixed", "ordinal", "vague", "multiple"]


class Source(NamedTuple):
    """What is read: the text, the same in lower case (of equal length), and the bounds of the region."""

    text: str
    low: str
    start: int
    end: int

    def until(self, end: int) -> Source:
        """The same, read up to ``end`` only."""
        return Source(self.text, self.low, self.start, end)

    def behind(self, start: int) -> Source:
        """The same, read from ``start`` on."""
        return Source(self.text, self.low, start, self.end)


class Figure:
    """A number found in the text, and what has been learnt about it. Offsets are absolute.

    ``start``/``end`` bound number and unit; ``digits_end`` is where the bare number (with its magnitude) ends.
    ``step`` is the power of ten of the last written digit; ``scale`` the magnitude word's power of ten (0: none).
    """

    __slots__ = (
        "count_like",
        "cue",
        "digits_end",
        "digits_start",
        "dimension",
        "dropped",
        "end", "floor",
        "form",
        "hedge",
        "hi",
        "hi_open",
        "kind", "limit",
        "lo",
        "lo_open",
        "noun_end",
        "noun_start",
        "outer_end",
        "outer_start",
        "rate",
        "restates",
        "role",
        "scale",
        "signed",
        "start",
        "step",
        "unit",
        "value",
    )  # fmt: skip

    def __init__(self, start: int, end: int, value: float, step: int | None, form: Form) -> None:
        self.start = self.digits_start = self.outer_start = start
        self.end = self.digits_end = self.outer_end = end
        self.value = value
        self.lo: float | None = value
        self.hi: float | None = value
        self.lo_open = self.hi_open = False
        self.step = step
        self.scale = 0
        self.form: Form = form
        self.signed = False
        self.kind: QuantityKind = "number"
        self.unit = ""
        self.dimension = "number"
        self.rate = False
        self.hedge: Hedge | None = None
        self.role: Role = "value"
        self.cue = ""
        self.noun_start = self.noun_end = -1
        self.restates = -1
        self.count_like = False
        self.dropped = False
        self.limit = end  # where the next date or the region begins or ends
        self.floor = 0  # where the last date or clock time before it ends

    def scaled_by(self, factor: float) -> None:
        """Multiply the number (a magnitude, hundredths of a currency) without losing digits to rounding."""
        self.value = _product(self.value, factor)
        self.lo = None if self.lo is None else _product(self.lo, factor)
        self.hi = None if self.hi is None else _product(self.hi, factor)

    def negate(self) -> None:
        self.value = -self.value
        self.lo, self.hi = (None if self.hi is None else -self.hi), (None if self.lo is None else -self.lo)


def _product(value: float, factor: float) -> float:
    """``value * factor`` as a reader would write it: 4.1 × 1,000,000 is 4,100,000."""
    exact = value * factor
    return float(f"{exact:.15g}")
