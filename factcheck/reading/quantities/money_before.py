"""Currency signs, codes and names that stand before a figure; accounting negatives.

>>> low = "it cost us$4"
>>> figure = Figure(11, 12, 4.0, 0, "digits")
>>> money_before(Source("It cost US$4", low, 0, 12), figure, 0), figure.unit, figure.start
(True, 'USD', 8)
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.surfaces import signs_before
from factcheck.reading.quantities.written import glued_magnitudes, scale_up

_LETTERS = re.compile(r"[A-Za-z]{1,3}\.?")
_NAME_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:(?:[Mm]alaysian? |[Ii]ndian )?(?P<name>ringgits?|rupees|rupiah|naira|shillings|dollars?))$"
)
_NAMED = {
    "ringgit": "MYR",
    "ringgits": "MYR",
    "rupees": "INR",
    "rupiah": "IDR",
    "naira": "NGN",
    "shillings": "KES",
    "dollar": "USD",
    "dollars": "USD",
}


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(sign[-1] for sign in signs_before())


def money_before(source: Source, figure: Figure, floor: int) -> bool:
    """Give the figure the currency written before it, behind ``floor``. True if there was one."""
    text, start = source.text, figure.start
    at = start
    while at > floor and start - at < 2 and text[at - 1] in " \u00a0\u202f":
        at -= 1
    if at <= floor:
        return False
    window = text[max(floor, at - 7) : at]
    if window[-1] not in _last_characters():
        return _named_before(source, figure, at)
    for length in range(min(6, len(window)), 0, -1):
        sign = window[-length:]
        unit = signs_before().get(sign)
        if sign == "PS" and not _is_an_amount(figure):
            continue
        if sign == "#" and not (at == start and _is_large(source, figure)):
            continue
        if unit is not None and _stands_alone(window, sign, glued=at == start):
            _set(source, figure, unit, at - length)
            if sign == "M" + unit:
                scale_up(figure, 6, figure.end)
            return True
    return _named_before(source, figure, at)


def _stands_alone(window: str, sign: str, glued: bool) -> bool:
    before = window[-len(sign) - 1 : -len(sign)]
    if sign in ("R", "PS", "Y=") and not glued:
        return False
    if not sign[0].isalpha():
        return not before.isdigit() or sign[0] not in "$€£"
    return not before.isalnum() and before not in ("-", "'", "’", "&", ".")


def _is_an_amount(figure: Figure) -> bool:
    """A pound sign spelled "PS" by a lossy conversion, not a games console ("PS5")."""
    return figure.step != 0 or figure.scale > 0 or figure.value >= 100


_IN_MILLIONS = re.compile(r" ?(?:m|bn|b|k|tn|trn|million|billion|trillion)(?![A-Za-z0-9])")


def _is_large(source: Source, figure: Figure) -> bool:
    """A pound sign that became "#" stands before thousands and millions; "#500" numbers something."""
    grouped = "," in source.text[figure.start : figure.end]
    return grouped or figure.scale > 0 or _IN_MILLIONS.match(source.text, figure.end, source.end) is not None


def _named_before(source: Source, figure: Figure, at: int) -> bool:
    """ "rupees 500", where no other unit can stand behind."""
    found = _NAME_BEFORE.search(source.text, max(source.start, at - 20), at)
    if found is None or at == figure.start:
        return False
    _set(source, figure, _NAMED[found["name"].lower()], found.start())
    return True


def _set(source: Source, figure: Figure, unit: str, start: int) -> None:
    figure.unit, figure.dimension, figure.kind = unit, "money", "money"
    before = source.text[start - 1 : start] if start > source.start else ""
    if before in ("-", "−") and not figure.signed and not source.text[start - 2 : start - 1].isalnum():
        figure.negate()
        start -= 1
    figure.start = figure.outer_start = start
    if figure.scale == 0:
        _money_magnitude(source, figure)


def _money_magnitude(source: Source, figure: Figure) -> None:
    """ "$3m", "£2.5b", "$2 t": letters that are magnitudes only behind money."""
    at = figure.end
    spaced = source.text[at : at + 1] in (" ", "\u00a0")
    word = _LETTERS.match(source.text, at + spaced, source.end)
    if word is None or source.text[word.end() : word.end() + 1].isalnum():
        return
    power = glued_magnitudes(True).get(word.group().rstrip("."))
    if power is not None and not (spaced and word.group() == "t"):
        end = word.end() - (word.group().endswith(".") and word.group() != "cr.")
        scale_up(figure, power, end)


_CLOSES = re.compile(r"\)(?!\w)")
_STATES = re.compile(
    r"(?:^|\b(?:is|was|of|at|were|loss|lost|lose|loses|posted|reported|recorded|totaled|totalled))\s*\($"
)


def accounting_negative(source: Source, figure: Figure) -> None:
    """ "($99.99)" is an amount below zero where it stands for itself, not where it restates another amount."""
    start = figure.outer_start
    if figure.dimension != "money" or start <= source.start or source.text[start - 1] != "(" or figure.signed:
        return
    if _CLOSES.match(source.text, figure.outer_end, source.end) is None or figure.lo != figure.hi:
        return
    if _STATES.search(source.low, max(source.start, start - 14), start):
        figure.negate()
        figure.signed = True
        figure.start = figure.outer_start = start - 1
        figure.end = figure.outer_end = figure.outer_end + 1
