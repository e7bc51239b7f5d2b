"""Mentions: a quantity or time with its exact place, before anybody asked what it is about.

>>> from factcheck.model.text import Span
>>> Span(3, 7).of("in 2014")
'2014'
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.period import TimeInterval
from factcheck.model.quantity import Quantity, Role
from factcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """``span`` covers hedge, number and unit (not the counted noun); ``number`` only the figure with its unit.

    ``noun`` is the span of the counted noun phrase after (or before) it, if any. ``restates`` is the index, in the
    same result, of the mention that this one repeats in another unit ("10 miles (16 km)"), -1 if none.
    ``cue`` is the word that decided the role or bound ("up to", "rose … to").
    """

    span: Span
    number: Span
    quantity: Quantity
    role: Role = "value"
    noun: Span | None = None
    restates: int = -1
    cue: str = ""


@dataclass(frozen=True, slots=True)
class TimeMention:
    span: Span
    time: TimeInterval


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity, a time, or (a duration) both; ``passage`` and ``sentence`` index the segmented document."""

    span: Span
    quantity: QuantityMention | None
    time: TimeMention | None
    passage: int
    sentence: int
