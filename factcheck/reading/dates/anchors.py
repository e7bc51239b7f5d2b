"""Which anchor a passage asks for, and how a document writes its days.

>>> passage_policies([], None)
{}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Literal

from factcheck.reading.dates.expression import (
    Between,
    Bounded,
    Calendar,
    Clock,
    Expression,
    NamedDay,
    Narrowed,
    Offset,
    Shifted,
)

Policy = Literal["published", "text"]
# A document most of whose years are not that of publication tells of other times; a passage, when all are well off.
DOCUMENT_YEARS_OFF, PASSAGE_YEARS_OFF = 1, 2
MOST = 0.7
SPEAKING = 10  # so many named years outweigh one "last week"


def passage_policies(found: Sequence[tuple[int, Expression]], published: date | None) -> dict[int, Policy]:
    """Passage → the anchor that its bare months and weekdays lean on.

    Background is told by the years a passage names: when they all lie well before publication and nothing in it speaks
    of today or last week, the running text leads. A document that does so throughout is read that way throughout.
    """
    by_passage: dict[int, list[Expression]] = defaultdict(list)
    for passage, expression in found:
        by_passage[passage].append(expression)
    if published is None:
        return dict.fromkeys(by_passage, "text")
    whole = _historical([expression for _, expression in found], published, MOST, DOCUMENT_YEARS_OFF)
    return {
        passage: "text" if whole or _historical(expressions, published, 1.0, PASSAGE_YEARS_OFF) else "published"
        for passage, expressions in by_passage.items()
    }


def _historical(expressions: Sequence[Expression], published: date, share: float, years_off: int) -> bool:
    named = [year for expression in expressions for year in _years(expression)]
    speaking = sum(_speaks(expression) for expression in expressions)
    old = sum(abs(published.year - year) >= years_off for year in named)
    if not named or (speaking and share == 1.0):
        return False
    return old >= share * len(named) and speaking * SPEAKING <= len(named)


def _years(expression: Expression) -> list[int]:
    match expression:
        case Calendar(year=int(year)):
            return [year]
        case Between(first, last):
            return _years(first) + _years(last)
        case Narrowed(inner) | Bounded(inner):
            return _years(inner)
        case _:
            return []


def _speaks(expression: Expression) -> bool:
    """Whether it leans on the day of publication: today, last week, three days ago, a bare weekday."""
    match expression:
        case (
            Shifted(origin="published" | "policy" | "today")
            | NamedDay(origin="published" | "policy")
            | Offset(origin="published")
        ):
            return True
        case Calendar(weekday=int(), month=None, year=None):
            return True
        case Narrowed(inner) | Bounded(inner):
            return _speaks(inner)
        case Clock(day=day) if day is not None:
            return _speaks(day)
        case _:
            return False


def day_first_habit(expressions: Sequence[Expression]) -> bool | None:
    """Whether the document writes the day first in 03/04/2014, by its dates that can be read one way only.

    >>> day_first_habit([Calendar(2014, 4, 23, order="dmy")])
    True
    """
    orders = {order for expression in expressions for order in _orders(expression)}
    return orders == {"dmy"} if len(orders) == 1 else None


def _orders(expression: Expression) -> list[str]:
    match expression:
        case Calendar(order="dmy" | "mdy" as order):
            return [order]
        case Clock(day=inner) if inner is not None:
            return _orders(inner)
        case Bounded(inner) | Narrowed(inner):
            return _orders(inner)
        case _:
            return []
