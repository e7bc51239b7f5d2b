"""Conditions named by ``when`` in the lexicon: whether an ambiguous surface is this unit here.

Each takes the source, the figure, and the bounds of the surface.

>>> low = "5 in Lisbon"
>>> CONDITIONS["inch_not_preposition"](Source(low, low, 0, 11), Figure(0, 1, 5.0, 0, "digits"), 2, 4)
False
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from factcheck.reading.quantities.contexts import alternatives, context_words
from factcheck.reading.quantities.figure import Figure, Source

Condition = Callable[[Source, Figure, int, int], bool]

_NEXT_WORD = re.compile(r"[ \u00a0]([a-z]+)")
_SMALL_WORDS = r"and|or|to|in|of|at|from|by|for|on|with|per|is|was|are|x"
_ENDS = re.compile(rf"[.,;:)\]!?/]|$|[ \u00a0](?:[^\w\s]|(?:{_SMALL_WORDS})\b)")
_LENGTH_WORDS = context_words("metre context")


def _next_word(source: Source, end: int) -> str:
    found = _NEXT_WORD.match(source.low, end, source.end)
    return found[1] if found else ""


def _spaced(source: Source, at: int) -> bool:
    return source.text[at - 1] in " \u00a0\u202f\n" if at > source.start else False


def _closes(source: Source, end: int) -> bool:
    """Whether a phrase ends behind the unit, or a small word follows."""
    return end >= source.end or _ENDS.match(source.low, end, source.end) is not None


def metre_or_million(source: Source, figure: Figure, at: int, end: int) -> bool:
    """ "m" is a metre unless an amount of money or counted things stand around it."""
    if figure.dimension == "money" or figure.scale:
        return False
    if _POSSESSED.match(source.low, end, source.end) is not None:
        return False
    word = _next_word(source, end)
    if not word or word in _LENGTH_WORDS or _spaced(source, at):
        return True
    if word.endswith("s") and word not in ("is", "was", "has", "as", "across", "less"):
        return False
    return _ARTICLE_BEFORE.search(source.low, max(source.start, figure.start - 5), figure.start) is not None or (
        word in ("is", "was", "has") and word not in ("people", "children", "men", "women")
    )


_ARTICLE_BEFORE = re.compile(r"(?<![a-z])(?:an?|the|s) $")
_POSSESSED = re.compile(r" of (?:its|the|their|our|his|her|these|those|all)\b")


def inch_not_preposition(source: Source, figure: Figure, at: int, end: int) -> bool:
    """ "in" is an inch before a stop or a word of size, and when it is written with a point or a hyphen."""
    if figure.form not in ("digits", "fraction", "mixed") or figure.dimension == "money" or figure.value > 10000:
        return False
    if source.text[at - 1] == "-":
        return True
    word = _next_word(source, end)
    if source.text[end - 1] == "." and word:
        return word in _LENGTH_WORDS
    if end >= source.end or source.text[end] in ".,;)]":
        return at > source.start and figure.value < 500
    return word in ("thick", "long", "wide", "tall", "high", "deep", "diameter", "across", "apart", "x", "by")


_QUOTED = 240  # how far back an open quotation is looked for


def tick_mark(source: Source, figure: Figure, at: int, end: int) -> bool:
    """A quotation mark is feet or inches only directly behind digits, when it closes no quotation."""
    if figure.form == "words" or figure.dimension == "money" or figure.scale or figure.value > 1500:
        return False
    mark = source.text[at]
    if at != figure.end and mark != '"':
        return False
    following = source.text[end : end + 1]
    if following.isalpha():
        return False
    if mark in "″′":
        return True
    if following.isdigit():
        return mark in "'’"
    if source.text[at:end] == "''":
        return True
    opened = {"”": "“", "’": "‘"}.get(mark)
    before = source.text[max(source.start, at - _QUOTED) : at]
    if opened is not None:
        return opened not in before and mark not in before and figure.step == 0
    return before.count(mark) % 2 == 0 and (mark == '"' or not re.search(r"(?:^|[\s(])'", before))


def after_space(source: Source, figure: Figure, at: int, end: int) -> bool:
    return _spaced(source, at) or (at == figure.end and figure.form == "digits")


def lone_letter(source: Source, figure: Figure, at: int, end: int) -> bool:
    """A single letter behind digits that begins no name ("5 L", "3h", not "5G network" or "4 T-shirts")."""
    if figure.form not in ("digits", "fraction", "mixed") or figure.dimension == "money":
        return False
    return (
        source.text[end : end + 1] not in ("-", "'", "’", "&") and at - figure.end <= 1 and source.text[at - 1] != "-"
    )


def lone_letter_spaced(source: Source, figure: Figure, at: int, end: int) -> bool:
    return _spaced(source, at) and lone_letter(source, figure, at, end) and _closes(source, end)


def seconds_not_plural(source: Source, figure: Figure, at: int, end: int) -> bool:
    """ "9.8 s" and "3s", not "the 60s", "1990s"."""
    if not lone_letter(source, figure, at, end):
        return False
    return _spaced(source, at) or (figure.step or 0) < 0 or (figure.value < 1000 and figure.value % 10 != 0)


_GOES_ON = re.compile(r"[A-Za-z]| [A-Z]")


def capital_letter(source: Source, figure: Figure, at: int, end: int) -> bool:
    """A capital behind digits as a unit symbol: glued, or spaced where a phrase ends or a small word follows."""
    if not lone_letter(source, figure, at, end):
        return False
    if source.text[end : end + 1] == "." and _GOES_ON.match(source.text, end + 1, source.end) is not None:
        return False
    if _spaced(source, at):
        return _closes(source, end) or (_next_word(source, end) != "" and source.text[end + 1].islower())
    return True


_HEAT = re.compile(
    r"temperature|degree|\bhighs?\b|\blows?\b|\bhot|cold|warm|heat|weather|freez|oven|chill|°|cool|boil|melt|thermo|fever|winds?\b|mercury"
)


_CAPACITY = re.compile(r"capacit(?:or|ance)|\bcondenser")


def charge_letter(source: Source, figure: Figure, at: int, end: int) -> bool:
    """ "2.5 F" where capacitors are spoken of."""
    if not capital_letter(source, figure, at, end):
        return False
    return _CAPACITY.search(source.low, max(source.start, at - 80), min(source.end, end + 80)) is not None


def temperature_letter(source: Source, figure: Figure, at: int, end: int) -> bool:
    """ "31C" with decimals or a sign, or where heat is spoken of; not "Form 13F"."""
    if not capital_letter(source, figure, at, end) or not -150 <= figure.value <= 3000:
        return False
    if charge_letter(source, figure, at, end):
        return False
    if (figure.step or 0) < 0 or figure.signed or (at > figure.end and _closes(source, end)):
        return True
    return _HEAT.search(source.low, max(source.start, at - 80), min(source.end, end + 80)) is not None


def length_not_clock(source: Source, figure: Figure, at: int, end: int) -> bool:
    """ "4.125 pm" is a length; "4 pm" and "4.30 pm" are times."""
    return figure.form == "digits" and figure.step is not None and figure.step < 0 and figure.step != -2


def capital_letter_at_end(source: Source, figure: Figure, at: int, end: int) -> bool:
    if figure.value >= 10000 and not figure.scale:
        return False
    return capital_letter(source, figure, at, end) and _closes(source, end)


def kelvin_not_thousand(source: Source, figure: Figure, at: int, end: int) -> bool:
    return _spaced(source, at) and capital_letter(source, figure, at, end)


_WEIGHT = re.compile(rf"\b(?:{alternatives('weight')})")
_SPENT = re.compile(rf"(?<![a-z])(?:{alternatives('spending')})")


def money_not_weight(source: Source, figure: Figure, at: int, end: int) -> bool:
    """ "pounds" is money unless the words around speak of weight, or a hyphen joins it ("a 9-pound hammer")."""
    around = source.low[max(source.start, at - 60) : min(source.end, end + 40)]
    if _WEIGHT.search(around) and not _SPENT.search(around):
        return False
    close = source.low[max(source.start, figure.start - 16) : figure.start]
    if _WEIGHT.search(close) and not _SPENT.search(_WEIGHT.sub("", close)):
        return False
    if source.text[at - 1] == "-" and figure.scale == 0:
        return _SPENT.search(around) is not None
    return not (source.low.startswith(" of ", end) and not _SPENT.search(around))


def weight_not_money(source: Source, figure: Figure, at: int, end: int) -> bool:
    return not money_not_weight(source, figure, at, end)


def weight_of_person(source: Source, figure: Figure, at: int, end: int) -> bool:
    around = source.low[max(source.start, at - 40) : min(source.end, end + 20)]
    return figure.value < 60 and re.search(r"weigh|lost|heav|\bst\b|lighter|pounds", around) is not None


_NO_NOUN_BEHIND = re.compile(r"$|[.,;:)](?!\w)| (?:and|or|at|for|in|to|is|of|when|before|after|while|must|should)\b")


def bar_not_pub(source: Source, figure: Figure, at: int, end: int) -> bool:
    """ "5 bar" – several pubs would be "bars" – but "a 5 bar gate" only near words of pressure."""
    if source.low[at:end] != "bar":
        return False
    if (
        figure.value != 1
        and source.text[at - 1] == " "
        and _NO_NOUN_BEHIND.match(source.low, end, source.end) is not None
    ):
        return True
    around = source.low[max(source.start, at - 40) : min(source.end, end + 20)]
    return re.search(r"press|vacuum|pump|psi|tyre|tire|valve|gas|boost", around) is not None


def quarters_of_year(source: Source, figure: Figure, at: int, end: int) -> bool:
    return figure.value >= 2 and figure.value == int(figure.value) and not source.low.startswith((" of", " full"), end)


_CLOCK_BEHIND = re.compile(r" (?:local|gmt|utc|zulu|eastern|central|on)\b")


def hours_not_clock(source: Source, figure: Figure, at: int, end: int) -> bool:
    """Not "1430 hours local time"."""
    clock = (
        figure.form == "digits"
        and figure.digits_end - figure.digits_start == 4
        and figure.value % 100 < 60
        and figure.value < 2400
    )
    return not (clock and figure.step == 0 and _CLOCK_BEHIND.match(source.low, end, source.end))


def percent_not_computer(source: Source, figure: Figure, at: int, end: int) -> bool:
    return at == figure.end or (_closes(source, end) and figure.value <= 100)


def won_not_verb(source: Source, figure: Figure, at: int, end: int) -> bool:
    return figure.value >= 100 and (figure.scale > 0 or figure.value >= 500)


def glued_sign(source: Source, figure: Figure, at: int, end: int) -> bool:
    return False


def single_letter_pence(source: Source, figure: Figure, at: int, end: int) -> bool:
    """ "5p", "43c": glued to the digits, not a page or a letter of a name."""
    if figure.form != "digits" or figure.scale or source.text[end : end + 1].isalnum():
        return False
    before = source.low[max(source.start, figure.start - 4) : figure.start]
    following = source.text[end : end + 2]
    if following[:1] in ("/", "(") or (following[:1] == "." and following[1:].isalpha()):
        return False
    return (at == figure.end or _closes(source, end)) and "(" not in before


_SWING = re.compile(rf"[- ](?:{alternatives('score swing')})\b")


def points(source: Source, figure: Figure, at: int, end: int) -> bool:
    """Points of an index or a score, not "at one point" or "a three-point plan"."""
    if figure.value == 1 and figure.form == "words":
        return False
    return source.text[at - 1] != "-" or _SWING.match(source.low, end, source.end) is not None


def nought(source: Source, figure: Figure, at: int, end: int) -> bool:
    """ "absolute zero" """
    return figure.value == 0


def never(source: Source, figure: Figure, at: int, end: int) -> bool:
    return False


def share(source: Source, figure: Figure, at: int, end: int) -> bool:
    return False


CONDITIONS: Mapping[str, Condition] = {
    condition.__name__: condition
    for condition in (
        metre_or_million,
        inch_not_preposition,
        tick_mark,
        after_space,
        lone_letter,
        lone_letter_spaced,
        seconds_not_plural,
        capital_letter,
        capital_letter_at_end,
        temperature_letter,
        kelvin_not_thousand,
        length_not_clock,
        money_not_weight,
        weight_not_money,
        weight_of_person,
        bar_not_pub,
        charge_letter,
        hours_not_clock,
        nought,
        points,
        quarters_of_year,
        percent_not_computer,
        won_not_verb,
        glued_sign,
        single_letter_pence,
        never,
        share,
    )
}
