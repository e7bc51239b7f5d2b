"""All layers, run over one stretch of words of time.

>>> [(place.start, place.end) for place in read("in the spring of 1994", "edge", "edge")]
[(3, 21)]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.reading.dates.expression import Ahead, Bounded, Expression, Feast, Length
from factcheck.reading.dates.grammar import (
    clocks,
    counting,
    dates,
    distances,
    lengths,
    nested,
    ranges,
    references,
    relative,
    years,
)
from factcheck.reading.dates.grammar.cascade import Layer, Rule, apply_layers
from factcheck.reading.dates.grammar.shared import days_listed, years_shared
from factcheck.reading.dates.holidays import feast_of, feast_pattern, feast_year
from factcheck.reading.dates.lexer import Token, tokens

_RULES: tuple[Sequence[Rule], ...] = (
    counting.RULES,
    (*ranges.RULES, *dates.RULES, *years.RULES),
    lengths.RULES,
    lengths.COMPOSITES,
    (*references.RULES, *relative.RULES, *distances.RULES, *nested.RULES),
    ranges.SHARED,
    ranges.SETS,
    (*distances.RULES, *nested.RULES),
    nested.RULES,
    clocks.RULES,
    clocks.HOURS,
    clocks.JOINED,
    clocks.JOINED,
)
_FEAST_BEGINS = re.compile("may|april|good|all", re.IGNORECASE)  # words of other classes that a feast begins with
LAYERS = tuple(Layer(tuple(rules)) for rules in _RULES)
_TIMES = frozenset(("WHEN", "WHEN_DAY", "WHEN_MONTH", "WHEN_YEAR", "TIME_OF_DAY", "LENGTH", "SET", "REF"))
_DATES = frozenset(("WHEN", "WHEN_DAY", "WHEN_MONTH", "WHEN_YEAR"))
_BOUNDS = {
    "since": "since", "until": "until", "till": "until", "through": "until", "thru": "until", "by": "until",
    "before": "before", "after": "after",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression and the offsets, within the text read, of the words that say it."""

    start: int
    end: int
    expression: Expression


def read(text: str, before: str, after: str) -> tuple[Reading, ...]:
    """The times in ``text``; ``before`` and ``after`` are the classes of the words around it."""
    return _read(text, before, after) if len(text) <= 160 else _parsed(text, before, after)


@lru_cache(maxsize=16384)
def _read(text: str, before: str, after: str) -> tuple[Reading, ...]:
    return _parsed(text, before, after)


def _parsed(text: str, before: str, after: str) -> tuple[Reading, ...]:
    sequence = [Token(before, 0, 0, "", 0), *_with_feasts(text), Token(after, len(text), len(text), "", 0)]
    sequence = days_listed(years_shared(apply_layers(LAYERS, sequence)))
    return tuple(
        Reading(token.start, _without_full_stop(text, token.end, after), _bounded(sequence, at, token.value))
        for at, token in enumerate(sequence)
        if token.kind in _TIMES and not isinstance(token.value, int | float | str)
    )


def _with_feasts(text: str) -> Sequence[Token]:
    """The tokens, with each name of a holiday made one."""
    sequence = list(tokens(text))
    if _FEAST_BEGINS.search(text) is None and "FEAST_WORD" not in [token.kind for token in sequence]:
        return sequence
    for match in feast_pattern().finditer(text.lower().replace("’", "'")):
        inside = [at for at, token in enumerate(sequence) if match.start() <= token.start and token.end <= match.end()]
        if inside:
            key = feast_of(match.group())
            start, end = match.span()
            feast = Token("FEAST", start, end, text[start:end], Feast(key, feast_year(key)))
            sequence[inside[0] : inside[-1] + 1] = [feast]
    return sequence


def _without_full_stop(text: str, end: int, after: str) -> int:
    """Where a mention ends: the point of "Sept." is part of it, unless it ends the passage as well."""
    closing = after == "edge" and end == len(text) and text.endswith(".") and text[-2:-1] not in ("m", "M")
    return end - 1 if closing else end


def _bounded(sequence: Sequence[Token], at: int, expression: Expression) -> Expression:
    """The expression with an end opened by the word before it: since, until, by, before, after …"""
    if isinstance(expression, Length) and sequence[at - 1].kind == "in" and expression.mod is None:
        # "In five minutes" says when, "in four seconds" how long it takes: nobody dates to the second.
        return expression if expression.lengths[-1][1] == "second" else Ahead(expression)
    if sequence[at].kind not in _DATES:
        return expression
    back = at - 1
    while back > 0 and sequence[back].kind in ("the", "HEDGE", "about"):
        back -= 1
    prior = sequence[back].kind == "to" and sequence[back - 1].kind == "prior"
    bound = "before" if prior else _BOUNDS.get(sequence[back].kind)
    if bound is None or (bound == "until" and sequence[back - 1].kind in _DATES and sequence[back].kind != "by"):
        return expression  # the end of a range that says where it begins
    return Bounded(expression, bound)  # type: ignore[arg-type]
