"""All layers, run over one stretch of words of time.

>>> [(place.start, place.end) for place in read("in the spring of 1994", "edge", "edge")]
[(3, 21)]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.reading.dates.expression import Bounded, Expression, Feast
from factcheck.reading.dates.grammar import clocks, counting, dates, lengths, ranges, relative
from factcheck.reading.dates.grammar.cascade import Rule, apply
from factcheck.reading.dates.holidays import feast_of, feast_pattern, feast_year
from factcheck.reading.dates.lexer import Token, tokens

LAYERS: tuple[Sequence[Rule], ...] = (
    counting.RULES,
    (*ranges.RULES, *dates.RULES),
    lengths.RULES,
    lengths.COMPOSITES,
    relative.RULES,
    ranges.SHARED,
    ranges.SETS,
    relative.OUTER_RULES,
    relative.OUTER_RULES,
    clocks.RULES,
    clocks.JOINED,
    clocks.JOINED,
)
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
    for layer in LAYERS:
        sequence = apply(layer, sequence)
    return tuple(
        Reading(token.start, token.end, _bounded(sequence, at, token.value))
        for at, token in enumerate(sequence)
        if token.kind in _TIMES and not isinstance(token.value, int | float | str)
    )


def _with_feasts(text: str) -> Sequence[Token]:
    """The tokens, with each name of a holiday made one."""
    sequence = list(tokens(text))
    if not any(token.kind == "FEAST_WORD" or token.text.lower() in ("may", "april", "good", "all") for token in sequence):
        return sequence
    for match in feast_pattern().finditer(text.lower().replace("’", "'")):
        inside = [at for at, token in enumerate(sequence) if match.start() <= token.start and token.end <= match.end()]
        if inside:
            key = feast_of(match.group())
            feast = Token("FEAST", match.start(), match.end(), "", Feast(key, feast_year(key)))
            sequence[inside[0] : inside[-1] + 1] = [feast]
    return sequence


def _bounded(sequence: Sequence[Token], at: int, expression: Expression) -> Expression:
    """The expression with an end opened by the word before it: since, until, by, before, after …"""
    if sequence[at].kind not in _DATES:
        return expression
    back = at - 1
    while back > 0 and sequence[back].kind in ("the", "HEDGE", "about"):
        back -= 1
    bound = _BOUNDS.get(sequence[back].kind)
    if bound is None:
        return expression
    return Bounded(expression, bound)  # type: ignore[arg-type]
