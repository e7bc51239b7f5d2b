"""A cascade of small grammars: each layer replaces what it reads by one token that the next layer can use.

Patterns are regular expressions over classes of tokens, written with spaces: lower-case words and punctuation stand for
themselves, upper-case names for classes, ``name=`` keeps the place of what was matched.

>>> rule = Rule("the? month=MONTH", lambda match: Calendar(month=match.number("month")))
>>> [token.value.month for token in apply((rule,), list(tokens("in April")))[1:]]
[4]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

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
from factcheck.reading.dates.lexer import Token, alphabet, tokens

__all__ = ["CLASSES", "Match", "Rule", "apply", "tokens"]

_ANY_DAY = "INT_12 INT_24 INT_31 ORD_DIGITS ORDINAL SECOND CARDINAL NUMBER"
_ANY_MONTH = "MONTH MONTH_TITLE MONTH_LOWER MONTH_SHORT"
_ANY_WHEN = "WHEN WHEN_DAY WHEN_MONTH WHEN_YEAR"
_ONE_UNIT = "UNIT DAY_WORD WEEK_WORD WEEKEND_WORD MONTH_WORD QUARTER YEAR_WORD CENTURY NIGHT SECOND"
CLASSES = {
    "DAY_NUMBER": _ANY_DAY,
    "INTEGER": "ZERO INT_12 INT_24 INT_31 INT_99",
    "HOUR": "ZERO INT_12 INT_24",
    "ANY_MONTH": _ANY_MONTH,
    "ANY_WEEKDAY": "WEEKDAY WEEKDAY_SHORT",
    "YEAR": "YEAR4 YEAR_WORDS NUMBER",
    "ORD": "ORDINAL SECOND ORD_DIGITS",
    "ANY_ORD": "ORDINAL SECOND ORD_DIGITS ORD_BIG",
    "ANY_NUMBER": "ZERO INT_12 INT_24 INT_31 INT_99 YEAR4 AMOUNT CARDINAL NUMBER",
    "FIGURE": "INT_12 INT_24 INT_31 INT_99 AMOUNT",
    "ANY_UNIT": f"{_ONE_UNIT} UNITS CENTURIES NIGHTS UNIT_SHORT HALF_LETTER WEEKEND_SET",
    "ONE_UNIT": _ONE_UNIT,
    "MANY_UNITS": "UNITS CENTURIES NIGHTS",
    "ANY_SEASON": "SEASON SEASON_TITLE SEASON_LOWER",
    "ANY_DAYPART": "DAYPART NIGHT",
    "ANY_WHEN": _ANY_WHEN,
    "PART_LETTER": "QUARTER_LETTER HALF_LETTER",
    "CLOCK_HOUR": "INT_12 AMOUNT CLOCK CARDINAL",
    "SMALL_NUMBER": "INT_12 INT_24 CARDINAL",
    "CLOCK_END": "ZERO INT_12 INT_24 TIME_OF_DAY",
    "DAY_OR_WHEN": "WHEN_DAY WHEN",
    "END": "WHEN_DAY WHEN_MONTH WHEN",
    "WHICH": "LAST PAST NEXT COMING PREVIOUS FOLLOWING THIS CURRENT",
    "WHICH_DAY": "LAST NEXT COMING PREVIOUS FOLLOWING THIS THAT SAME",
    "WEEK_OR_WEEKEND": "WEEK_WORD WEEKEND_WORD",
    "CALENDAR_UNIT": "WEEK_WORD MONTH_WORD QUARTER YEAR_WORD CENTURY",
    "ANAPHOR": "THIS THAT SAME",
    "DAY_COUNT": "INT_12 INT_24 INT_31 INT_99 CARDINAL NUMBER",
    "PART_OF_ONE": "FRACTION QUARTER",
    "PAST_OR_TO": "PAST to after",
    "DAY_FIGURE": "INT_12 INT_24 INT_31 ORD_DIGITS ORDINAL SECOND",
    "NAMED_UNIT": f"{_ONE_UNIT} UNIT_SHORT",
    "DAYS_LIKE": "business working calendar consecutive straight full whole further additional more",
    "MOD": "EARLY MID LATE earlier later",
    "DET": "the this that its their his her our your my a an",
    "DETERMINER": "the a an",
}
_ITEM = re.compile(r"(?:(\w+)=)?([\w']+|[^\w\s=])([?*+]|\{\d,\d\})?")


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


def apply(layer: Sequence[Rule], sequence: list[Token]) -> list[Token]:
    """The tokens with every match of the layer replaced; leftmost first, then longest, then first rule."""
    classes = "".join(alphabet()[token.kind] for token in sequence)
    found = [
        (match.start(), match.start() - match.end(), order, match)
        for order, rule in enumerate(layer)
        for match in _compiled(rule.pattern).finditer(classes)
    ]
    if not found:
        return sequence
    found.sort(key=lambda entry: entry[:3])
    result: list[Token] = []
    done = 0
    for start, _, order, match in found:
        if start < done:
            continue
        read = layer[order].read(Match(sequence, match))
        if read is not None:
            result += sequence[done:start]
            result.append(_merged(sequence, match, read, layer[order].kind))
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


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    source = []
    for word in pattern.split():
        if word in ("(", "|"):
            source.append("(?:" if word == "(" else "|")
        elif word.endswith("=("):
            source.append(f"(?P<{word[:-2]}>")
        elif word[0] == ")":
            source.append(word)
        else:
            source.append(_item(word))
    return re.compile("".join(source))


def _item(word: str) -> str:
    match = _ITEM.fullmatch(word)
    if match is None:
        raise ValueError(f"not a pattern item: {word!r}")
    name, kind, repeat = match.groups()
    kinds = CLASSES.get(kind, kind).split()
    source = "[" + "".join(alphabet()[one] for one in kinds) + "]" + (repeat or "")
    return f"(?P<{name}>{source})" if name else source
