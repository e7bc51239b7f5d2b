"""First layer: numbers in words, ordinals of two words, years in words.

>>> from factcheck.reading.dates.grammar.cascade import apply, tokens
>>> [(token.kind, token.value) for token in apply(RULES, list(tokens("nineteen eighty-six")))]
[('YEAR_WORDS', 1986)]
"""

from __future__ import annotations

from factcheck.reading.dates.grammar.cascade import Match, Rule
from factcheck.reading.dates.numbers import EARLIEST_YEAR, LATEST_YEAR
from factcheck.reading.numerals import parse_cardinal

THOUSAND = 1000  # the smallest word for a magnitude that figures stand before


def _cardinal(match: Match) -> float | None:
    return parse_cardinal(" ".join(token.text for token in match.all("words") if token.text != "-"))


def _magnitude(match: Match) -> float | None:
    """13 billion, 1.5 million: figures and the word for how many"""
    magnitude = match.amount("magnitude")
    return match.amount("figure") * magnitude if magnitude >= THOUSAND else None


def _ordinal(match: Match) -> int | None:
    tens, unit = match.number("tens"), match.number("unit")
    return tens + unit if tens % 10 == 0 and tens >= 20 and unit < 10 else None


def _year(match: Match) -> int | None:
    """nineteen eighty-six, eighteen hundred and twelve, nineteen oh five are not cardinals."""
    century, tens = match.number("century"), match.number("tens")
    unit = match.number("unit") if match.has("unit") else 0
    if not 11 <= century <= 21 or not 10 <= tens <= 99 or (unit and (tens % 10 or unit > 9)):
        return None
    year = century * 100 + tens + unit
    return year if EARLIEST_YEAR <= year <= LATEST_YEAR else None


RULES: tuple[Rule, ...] = (
    Rule("century=CARDINAL tens=CARDINAL -? unit=CARDINAL?", _year, "YEAR_WORDS"),
    Rule("words=( CARDINAL ( ( - | and )? CARDINAL ){1,6} )", _cardinal, "NUMBER"),
    Rule("figure=FIGURE magnitude=CARDINAL", _magnitude, "NUMBER"),
    Rule("tens=CARDINAL -? unit=ORD", _ordinal, "ORDINAL"),
)
