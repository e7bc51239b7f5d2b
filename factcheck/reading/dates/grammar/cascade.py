"""A cascade of small grammars: each layer replaces what it reads by one token that the next layer can use.

Patterns are regular expressions over classes of tokens, written with spaces: lower-case words and punctuation stand for
themselves, upper-case names for classes, ``name=`` keeps the place of what was matched.

>>> rule = Rule("the? month=MONTH", lambda match: Calendar(month=match.number("month")))
>>> [token.value.month for token in apply((rule,), list(tokens("in April")))[1:]]
[4]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_

from factcheck.reading.dates.expression import (
    Bounded,
    Calendar,
    Clock,
    Expression,
    Feast,
    Length,
    Narrowed,
    Recurring,
    Reference,
    YearPart,
    Years,
)
from factcheck.reading.dates.grammar.pattern import CLASSES, bits, compiled, needs
from factcheck.reading.dates.lexer import Token, alphabet, tokens

__all__ = ["CLASSES", "Match", "Rule", "apply", "tokens"]

# Sets of the classes that rules need most, met together in text, for which the rules in question are remembered.
SETS_KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Match:
    """What a pattern matched: the tokens, by name, and the classes just before and after."""

    tokens: Sequence[Token]
    places: re.Match[str]

    def has(self, name: str) -> bool:
        """Whether a token was matched under the name."""
        return name in self.places.re.groupindex and self.places.start(name) < self.places.end(name)

    def token(self, name: str) -> Token:
        return self.tokens[self.places.start(name)]

    def all(self, name: str) -> Sequence[Token]:
        return self.tokens[self.places.start(name) : self.places.end(name)]

    def number(self, name: str) -> int:
        """The whole number that a token is worth; -1 if it is none."""
        value = self.token(name).value
        return int(value) if isinstance(value, int | float) else -1

    def amount(self, name: str) -> float:
        value = self.token(name).value
        return float(value) if isinstance(value, int | float) else -1.0

    def unit(self, name: str = "unit") -> str:
        """The grain that a unit's token counts."""
        token = self.token(name)
        if token.kind == "WEEKEND_SET":
            return "weekend" if token.value == "P1WE" else "weekday"
        fixed = {"SECOND": "second", "NIGHT": "night", "NIGHTS": "night", "HALF_LETTER": "hour"}
        return fixed.get(token.kind, str(token.value))

    def code(self, name: str) -> str:
        return str(self.token(name).value)

    def expression(self, name: str) -> Expression:
        value = self.token(name).value
        assert not isinstance(value, int | float | str)
        return value

    def glued(self) -> bool:
        """Whether no space stands between the tokens."""
        inside = self.tokens[self.places.start() : self.places.end()]
        return all(one.end == other.start for one, other in pairwise(inside))

    def length(self, name: str = "length") -> Length | None:
        """The duration matched, None if the token is something else."""
        value = self.token(name).value
        return value if isinstance(value, Length) else None

    def kinds(self) -> list[str]:
        return [token.kind for token in self.tokens[self.places.start() : self.places.end()]]

    @property
    def before(self) -> str:
        return self.behind(1)

    @property
    def before_that(self) -> str:
        return self.behind(2)

    @property
    def after_that(self) -> str:
        return self.ahead(2)

    def behind(self, count: int) -> str:
        """The class of the ``count``-th token before the match, counted from 1."""
        at = self.places.start() - count
        return self.tokens[at].kind if at >= 0 else "edge"

    def ahead(self, count: int) -> str:
        """The class of the ``count``-th token after the match, counted from 1."""
        at = self.places.end() + count - 1
        return self.tokens[at].kind if at < len(self.tokens) else "edge"

    @property
    def after(self) -> str:
        return self.ahead(1)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it says; ``read`` returns None when the words, looked at closely, say no time.

    ``kind`` overrides the class of the token made; a rule of an early layer may also return a plain number.
    """

    pattern: str
    read: Callable[[Match], Expression | int | float | None]
    kind: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Rules that are tried together; as itself and nothing else, so that what is made of it can be kept."""

    rules: tuple[Rule, ...]


def apply(rules: Sequence[Rule], sequence: list[Token]) -> list[Token]:
    """The tokens with every match of the rules replaced; leftmost first, then longest, then first rule."""
    return apply_layers((Layer(tuple(rules)),), sequence)


def apply_layers(layers: Iterable[Layer], sequence: list[Token]) -> list[Token]:
    """The tokens after one layer upon the other; what classes they have is asked anew only where one changed them."""
    classes, present = _classes(sequence)
    for layer in layers:
        found = [
            (match.start(), match.start() - match.end(), order, match)
            for order, needed, pattern in _likely(layer, present & _rarest(layer))
            if all(map(present.__and__, needed))  # of each set of classes at least one is there
            for match in pattern.finditer(classes)
        ]
        if found:
            sequence = _replaced(layer.rules, sequence, found)
            classes, present = _classes(sequence)
    return sequence


def _classes(sequence: Sequence[Token]) -> tuple[str, int]:
    """The classes of tokens, as one character each and as a set of bits."""
    letters, kinds = alphabet(), [token.kind for token in sequence]
    return "".join([letters[kind] for kind in kinds]), bits(kinds)


# Place of a rule in its layer, what must be there for it to match (the rarest first), and its pattern.
_Prepared = tuple[int, tuple[int, ...], re.Pattern[str]]


@lru_cache(maxsize=SETS_KEPT)
def _likely(layer: Layer, present: int) -> tuple[_Prepared, ...]:
    """The rules of which the rarest class is present."""
    return tuple(rule for rule in _prepared(layer) if not rule[1] or rule[1][0] & present)


@lru_cache(maxsize=64)
def _rarest(layer: Layer) -> int:
    """The rarest classes of all rules: a set of so few that it is met again and again."""
    return reduce(or_, (needed[0] for _, needed, _ in _prepared(layer) if needed), 0)


@lru_cache(maxsize=64)
def _prepared(layer: Layer) -> tuple[_Prepared, ...]:
    return tuple(
        (order, tuple(bits(sorted(kinds)) for kinds in needs(rule.pattern)), compiled(rule.pattern))
        for order, rule in enumerate(layer.rules)
    )


def _replaced(
    rules: Sequence[Rule], sequence: list[Token], found: list[tuple[int, int, int, re.Match[str]]]
) -> list[Token]:
    found.sort(key=lambda entry: entry[:3])
    result: list[Token] = []
    done = 0
    for start, _, order, match in found:
        if start < done:
            continue
        read = rules[order].read(Match(sequence, match))
        if read is not None:
            result += sequence[done:start]
            result.append(_merged(sequence, match, read, rules[order].kind))
            done = match.end()
    return result + sequence[done:]


def _merged(sequence: Sequence[Token], match: re.Match[str], value: Expression | int | float, kind: str) -> Token:
    first, last = sequence[match.start()], sequence[match.end() - 1]
    return Token(kind or expression_kind(value), first.start, last.end, "", value)


def expression_kind(value: Expression | int | float) -> str:
    """The class under which later layers find an expression."""
    if isinstance(value, int | float):
        return "NUMBER"
    if isinstance(value, Length):
        return "LENGTH"
    if isinstance(value, Recurring):
        return "SET"
    if isinstance(value, Reference):
        return "REF"
    if isinstance(value, Clock):
        return "TIME_OF_DAY"
    if isinstance(value, Narrowed | Bounded):
        return expression_kind(value.inner)
    return _date_kind(value)


def _date_kind(value: Expression) -> str:
    if isinstance(value, Calendar):
        if value.day is not None or value.weekday is not None:
            return "WHEN_DAY"
        return "WHEN_MONTH" if value.month is not None else "WHEN_YEAR"
    if isinstance(value, Feast):
        return "WHEN_DAY"
    if isinstance(value, Years | YearPart):
        return "WHEN_YEAR" if isinstance(value, Years) else "WHEN"
    return "WHEN"
