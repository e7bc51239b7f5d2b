"""Patterns over classes of tokens: as regular expressions, and what a text must have for one to match at all.

>>> [sorted(kinds) for kinds in needs("the? CENTURY ERA?")]
[['CENTURY']]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from factcheck.reading.dates.lexer import alphabet

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


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression over class characters that a pattern is short for."""
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


@cache
def _places() -> dict[str, int]:
    return {kind: 1 << place for place, kind in enumerate(alphabet())}


def bits(kinds: Iterable[str]) -> int:
    """A set of classes as one number, so that two sets can be compared in one step."""
    places = _places()
    present = 0
    for kind in kinds:
        present |= places[kind]
    return present


def needs(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of classes of each of which a match holds at least one, smallest first; there may be more.

    >>> [sorted(kinds) for kinds in needs("( at | @ )? hour=INT_12 ( AMPM | CLOCK_WORD )")]
    [['INT_12'], ['AMPM', 'CLOCK_WORD']]
    """
    found, _ = _branches(pattern.split(), 0)
    return tuple(sorted(_common(found), key=lambda kinds: (len(kinds), sorted(kinds))))


def _branches(words: Sequence[str], at: int) -> tuple[list[list[frozenset[str]]], int]:
    """What each branch of a group needs, from its first word on, and the place of the word that closes it."""
    branches: list[list[frozenset[str]]] = [[]]
    while at < len(words) and words[at][0] != ")":
        word = words[at]
        if word == "|":
            branches.append([])
        elif word.endswith("("):
            inside, at = _branches(words, at + 1)
            branches[-1] += [] if _may_be_absent(words[at]) else _common(inside)
        elif not _may_be_absent(word):
            branches[-1].append(_kinds(word))
        at += 1
    return branches, at


def _common(branches: Sequence[Sequence[frozenset[str]]]) -> list[frozenset[str]]:
    """What a choice of branches needs: all of the only one, or one of the smallest sets of each."""
    if len(branches) == 1:
        return list(branches[0])
    if not all(branches):
        return []
    return [frozenset().union(*(min(branch, key=lambda kinds: (len(kinds), sorted(kinds))) for branch in branches))]


def _may_be_absent(word: str) -> bool:
    return word[-1] in "?*" or "{0," in word


def _kinds(word: str) -> frozenset[str]:
    match = _ITEM.fullmatch(word)
    assert match is not None
    return frozenset(CLASSES.get(match.group(2), match.group(2)).split())
