"""The types that every stage speaks: frozen records with their places in the text.

>>> from factcheck.model import Interval
>>> Interval.point(18.0).overlaps(Interval.above(20.0))
False
"""

from factcheck.model.claim import Claim, Frame, Reading, Stamp, TraceStep
from factcheck.model.finding import Conflict, Finding, Position, Reason, Report, RuleCard
from factcheck.model.interval import Interval
from factcheck.model.mention import Mention, QuantityMention, TimeMention
from factcheck.model.period import DayInterval, TimeInterval
from factcheck.model.problem import Problem
from factcheck.model.quantity import Quantity
from factcheck.model.suppression import Suppression
from factcheck.model.text import Block, Citation, Document, Label, Passage, PositionMap, Span

__all__ = [
    "Block",
    "Citation",
    "Claim",
    "Conflict",
    "DayInterval",
    "Document",
    "Finding",
    "Frame",
    "Interval",
    "Label",
    "Mention",
    "Passage",
    "Position",
    "PositionMap",
    "Problem",
    "Quantity",
    "QuantityMention",
    "Reading",
    "Reason",
    "Report",
    "RuleCard",
    "Span",
    "Stamp",
    "Suppression",
    "TimeInterval",
    "TimeMention",
    "TraceStep",
]
