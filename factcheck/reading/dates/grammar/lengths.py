"""Durations: hedge, number and unit in one span ("nearly three years", "a decade-long", "two and a half hours").

>>> from factcheck.reading.dates.grammar.cascade import apply, tokens
>>> [token.value.timex for token in apply(RULES, list(tokens("nearly three years")))]
['P3Y']
"""

from __future__ import annotations

from factcheck.reading.dates.expression import Expression, Length
from factcheck.reading.dates.grammar.cascade import CLASSES, Match, Rule
from factcheck.reading.dates.lengths import SIZES, length_timex

_BEFORE_ONE = frozenset(
    [
        "for",
        "in",
        "within",
        "after",
        "over",
        "than",
        "under",
        "about",
        "HEDGE",
        "DURATIVE",
        "throughout",
        "during",
        "by",
        "least",
        "most",
        "to",
        "and",
        "or",
        "since",
        "until",
        "EVERY",
        "per",
        "well",
        "full",
        "whole",
        "-",
        "of",
    ]
)
_AFTER_ONE = frozenset(["AGO", "later", "earlier", "before", "after", "and", "LONG", "-"])

_HEDGE = (
    "hedge=( ( ( not | no )? ( more | less | fewer ) than | ( at ( least | most ) ) | up to | as ( long | more ) as "
    "| HEDGE ) HEDGE? )?"
)


def _mod(match: Match) -> str | None:
    """The TIMEX3 modifier that the hedge is."""
    if not match.has("hedge"):
        return None
    codes = {
        ("more",): "MORE_THAN", ("least",): "EQUAL_OR_MORE", ("less",): "LESS_THAN", ("fewer",): "LESS_THAN",
        ("most",): "EQUAL_OR_LESS", ("up",): "EQUAL_OR_LESS", ("not", "more"): "EQUAL_OR_LESS",
        ("no", "more"): "EQUAL_OR_LESS", ("not", "less"): "EQUAL_OR_MORE", ("no", "less"): "EQUAL_OR_MORE",
        ("no", "fewer"): "EQUAL_OR_MORE", ("long",): "EQUAL_OR_LESS",
    }  # fmt: skip
    words = match.all("hedge")
    for word in words:
        if word.kind == "HEDGE" and word.value:
            return str(word.value)
    key = tuple(
        word.kind
        for word in words
        if word.kind in ("not", "no", "more", "less", "fewer", "least", "most", "up", "long")
    )
    return codes.get(key)


def _counted(match: Match) -> Expression | None:
    count = match.amount("number")
    unit = match.token("unit")
    if unit.kind == "SECOND" and count != 1 and "-" not in match.kinds():
        return None
    if unit.kind == "HALF_LETTER" and unit.text != "h":
        return None
    if (
        match.token("number").kind == "YEAR4"
        and match.token("unit").kind in CLASSES["ONE_UNIT"].split()
        and "OLD" not in match.kinds()
    ):
        return None
    if match.before in ("$", "#") or (match.unit() == "quarter" and (match.after == "of" or "-" in match.kinds())):
        return None
    return _length(match, count)


def _length(match: Match, count: float | None) -> Length:
    lengths = ((count, match.unit()),)
    return Length(length_timex(lengths), _mod(match), lengths)


def _one(match: Match) -> Expression | None:
    if match.token("unit").kind == "SECOND":
        return None
    if match.has("hedge") or match.before in _BEFORE_ONE or match.after in _AFTER_ONE:
        return _length(match, 1)
    return None


def _long(match: Match) -> Expression | None:
    return _length(match, 1)


def _vague(match: Match) -> Expression | None:
    code = match.code("vague")
    return _length(match, None if code == "X" else float(code))


def _bare(match: Match) -> Expression | None:
    if match.before in (
        "for",
        "within",
        "in",
        "after",
        "over",
        "DURATIVE",
        "PAST",
        "LAST",
        "NEXT",
        "FOLLOWING",
        "PREVIOUS",
    ) or match.after in ("later", "earlier", "AGO", "LONG"):
        return _length(match, None)
    if match.after in ("before", "after") and match.before != "of":
        return _length(match, None)
    return None


def _and_half(match: Match) -> Expression | None:
    number = match.amount("number") if match.has("number") else 1
    part = match.amount("part") if match.token("part").kind == "FRACTION" else 0.25
    return _length(match, number + part)


def _mixed(match: Match) -> Expression | None:
    """2 1/2 years"""
    part = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}.get(match.token("half").text)
    return _length(match, match.amount("number") + part) if part else None


def _half(match: Match) -> Expression | None:
    return _length(match, match.amount("part"))


def _composite(match: Match) -> Expression | None:
    """2 years 1 month 21 days; units must grow smaller."""
    parts = [token.value for token in match.all("parts") if isinstance(token.value, Length)]
    lengths = tuple(length for part in parts for length in part.lengths)
    sizes = [SIZES.index(unit) if unit in SIZES else -1 for _, unit in lengths]
    if match.before in ("LAST", "PAST", "NEXT") and match.after == "AGO":
        return None  # the last three months, and two days ago
    if (
        any(part.mod for part in parts[1:])
        or -1 in sizes
        or sizes != sorted(sizes, reverse=True)
        or len(set(sizes)) < len(sizes)
    ):
        return None
    return Length(length_timex(lengths), parts[0].mod, lengths)


def _range(match: Match) -> Expression | None:
    first, last = match.amount("low"), match.amount("high")
    if not first < last:
        return None
    ends = [length_timex(((count, match.unit()),)) for count in (first, last)]
    return Length("/".join(ends), _mod(match), (((first + last) / 2, match.unit()),))


def _all_day(match: Match) -> Expression | None:
    if match.token("all").text.lower() != "all" or match.code("unit") == "weekend":
        return None
    return _length(match, 1)


RULES: tuple[Rule, ...] = (
    Rule(f"{_HEDGE} number=ANY_NUMBER -? DAYS_LIKE? unit=ANY_UNIT ( -? ( LONG | OLD | long ) )?", _counted),
    Rule(
        f"{_HEDGE} ( a | an ) DAYS_LIKE? unit=ONE_UNIT ( - ( LONG | OLD | long ) )?",
        _one,
    ),
    Rule("unit=ONE_UNIT - ( LONG | long )", _long),
    Rule("unit=UNITS - ( LONG | long )", lambda match: _length(match, None)),
    Rule(f"{_HEDGE} DETERMINER? vague=VAGUE of? more? unit=ANY_UNIT", _vague),
    Rule(f"{_HEDGE} unit=UNITS", _bare),
    Rule(f"{_HEDGE} number=ANY_NUMBER and a? part=PART_OF_ONE -? unit=ANY_UNIT", _and_half),
    Rule(f"{_HEDGE} number=ANY_NUMBER part=FRACTION unit=ANY_UNIT", _and_half),
    Rule(f"{_HEDGE} DETERMINER? number=CARDINAL? unit=ONE_UNIT and a part=PART_OF_ONE", _and_half),
    Rule(f"{_HEDGE} number=ANY_NUMBER unit=UNITS and a part=PART_OF_ONE", _and_half),
    Rule(f"{_HEDGE} DETERMINER? part=FRACTION -? DETERMINER? unit=ONE_UNIT", _half),
    Rule(f"{_HEDGE} number=ANY_NUMBER half=DAY_MONTH unit=UNITS", _mixed),
    Rule("all=EVERY unit=ONE_UNIT", _all_day),
    Rule(f"{_HEDGE} low=ANY_NUMBER ( to | or | - ) high=ANY_NUMBER -? unit=ANY_UNIT", _range),
    Rule("between low=ANY_NUMBER and high=ANY_NUMBER unit=ANY_UNIT", _range),
)
COMPOSITES = (Rule("parts=( LENGTH ( ,? and? LENGTH ){1,4} )", _composite),)
