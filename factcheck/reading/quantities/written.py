"""Numbers written in digits: grouping, decimals, fractions, exponents, signs and magnitudes.

>>> source = Source("-1,234.5", "-1,234.5", 0, 8)
>>> figure, end = digits_at(source, 1, 8)
>>> figure.value, figure.step, end
(-1234.5, -1, 8)
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.reading.numerals import read_spelled
from factcheck.reading.quantities.figure import Figure, Source

# Grouped by commas (also Indian), by spaces, by points with a decimal comma, or plain.
_DIGITS = re.compile(
    r"\d{1,3}(?:,\d{3}){1,9}(?!\d)(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2}){1,9},\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){1,9},\d{1,2}(?!\d)"
    r"|[1-9]\d{0,2}(?:[\u00a0\u202f\u2009]\d{3}){1,9}(?!\d)(?:[.,]\d+)?"
    r"|[1-9]\d{0,2}(?: \d{3}){1,9}(?![\d,])(?:\.\d+)?"
    r"|\d+(?:[.·]\d+)?"
)
_DECIMAL_COMMA = re.compile(r"\d{1,6},\d{1,2}(?![\d,]|\.\d)")
_AFTER = re.compile(
    r"(?P<power>[  ]?[x×*·][  ]?10[  ]?(?:\^[ ]?)?(?P<exponent>[-−–+]?\d{1,3}|[⁻⁺]?[⁰¹²³⁴-⁹]{1,3})(?!\d))"
    r"|(?P<e>e(?P<eexp>[-+]?\d{1,3})(?![\d\w]))"
    r"|(?P<caret>\^[ ]?(?P<to>[-−–+]?\d{1,2})(?![\w]|[.,]\d))"
    r"|(?P<over>[ ]?[/⁄][ ]?(?P<below>\d{1,5})(?![\d/]|[.,]\d))"
    r"|(?P<mixed>(?:[  -]|  )(?P<above>\d{1,2})[  ]?[/⁄][  ]?(?P<part>\d{1,4})(?![\d/]))"
    r"|(?P<vulgar>[  ]?[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
)  # fmt: skip
_WORD = re.compile(r"[A-Za-z]+")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_LONGEST = 24


@cache
def magnitude_words() -> Mapping[str, int]:
    return {word: entry["power"] for entry in entries("en/magnitudes.yaml") for word in entry["words"]}


@cache
def glued_magnitudes(money: bool) -> Mapping[str, int]:
    """Letters directly behind the digits, exactly as written; more of them behind an amount of money."""
    keys = ("glued", "money") if money else ("glued",)
    return {
        word: entry["power"] for entry in entries("en/magnitudes.yaml") for key in keys for word in entry.get(key, ())
    }


@cache
def ambiguous_magnitudes() -> frozenset[str]:
    """Surfaces, exactly as written, that also name something else ("Mn")."""
    return frozenset(word for entry in entries("en/magnitudes.yaml") for word in entry.get("symbol", ()))


def digits_at(source: Source, start: int, limit: int) -> tuple[Figure | None, int]:
    """The figure whose digits begin at ``start``, and where to go on. None if the digits are no number (an id)."""
    text = source.text
    vulgar = _vulgar(text[start])
    if vulgar is not None:
        figure = Figure(start, start + 1, vulgar, None, "fraction")
        _sign(source, figure)
        return figure, figure.end
    start = _with_leading_point(source, start)
    written = _DIGITS.match(text, start, limit)
    if written is None:
        written = re.compile(r"\.\d+").match(text, start, limit)
        if written is None:
            return None, start + 1
    raw, end = written.group(), written.end()
    raw, end = _ungrouped(text, raw, start, end, limit)
    if len(raw) > _LONGEST:
        return None, end
    figure = _plain(start, end, raw)
    _extend(source, figure, limit)
    if figure.form == "digits":
        _magnitude(source, figure, limit)
    _sign(source, figure)
    return figure, figure.end


def _vulgar(char: str) -> float | None:
    if char.isascii():
        return None
    value = unicodedata.numeric(char, -1.0)
    return value if value >= 0 else None


def _with_leading_point(source: Source, start: int) -> int:
    """ ".75" begins at its point, unless the point ends a word or a number."""
    before = start - 1
    if before < source.start or source.text[before] != ".":
        return start
    if before > source.start and (source.text[before - 1].isalnum() or source.text[before - 1] in ".)"):
        return start
    return before


def _ungrouped(text: str, raw: str, start: int, end: int, limit: int) -> tuple[str, int]:
    """The digits with a decimal point and no separators. A decimal comma counts where "," cannot group."""
    if raw.isdigit() or raw[0] == ".":
        comma = _DECIMAL_COMMA.match(text, start, limit)
        if comma is not None and _comma_is_decimal(text, start, comma.end(), limit):
            return comma.group().replace(",", "."), comma.end()
        return raw, end
    if " " in raw and not _is_grouped(text, raw, start, end):
        first = raw.partition(" ")[0]
        return first, start + len(first)
    if "." in raw and "," in raw and raw.rfind(",") > raw.rfind("."):
        return raw.replace(".", "").replace(",", "."), end
    return re.sub(r"[,\s]", "", raw).replace("·", "."), end


_MONEY_BEFORE = re.compile(r"[$€£¥₹]\s?$")
_UNIT_BEHIND = re.compile(
    r"\s?(?:[%€°‰]|(?:million|billion|bn|mn|mln|per ?cent|percent|km|kg|cm|mm|m|g|kW|MW|euros?|dollars?)\b)"
)


def _comma_is_decimal(text: str, start: int, end: int, limit: int) -> bool:
    if _MONEY_BEFORE.search(text, max(0, start - 3), start):
        return True
    return _UNIT_BEHIND.match(text, end, limit) is not None


# Words that one number follows, and hardly two; and what is counted behind it.
_BEFORE_ONE_NUMBER = re.compile(r"\b(?:were|was|are|of|than|about|some|nearly|almost|least|had|has|have|over) $")
_COUNTED = re.compile(r" [a-z]{4,}\b")


def _is_grouped(text: str, raw: str, start: int, end: int) -> bool:
    """Whether spaces group thousands ("10 000", "1 234 567", "were 53 120 people") rather than part two numbers."""
    if raw.count(" ") > 1 or raw.endswith("000") or (raw.endswith("00") and text[end : end + 1] in (" ", "")):
        return True
    one = _BEFORE_ONE_NUMBER.search(text, max(0, start - 8), start)
    return one is not None and raw[1:2].isdigit() and _COUNTED.match(text, end) is not None


def _plain(start: int, end: int, raw: str) -> Figure:
    return Figure(start, end, float(raw), -len(raw.partition(".")[2]), "digits")


def _extend(source: Source, figure: Figure, limit: int) -> None:
    """Exponents ("1.99×10−30", "4e14"), fractions ("1/2", "2 1/2", "2½")."""
    text = source.low
    following = text[figure.end : figure.end + 2]
    if not following or (following[0] not in "x×*·e^/⁄- \u00a0½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"):
        return
    found = _AFTER.match(text, figure.end, limit)
    if found is None:
        return
    exponent = found["exponent"] or found["eexp"]
    if found["to"] is not None:
        _raise_to(figure, int(found["to"].translate(_SUPERSCRIPT)), found.end())
    elif exponent is not None and not _is_size(figure, found):
        _raise_by(figure, int(exponent.translate(_SUPERSCRIPT)), found.end())
    elif exponent is not None:
        return
    elif found["below"] is not None:
        _divide(figure, int(found["below"]), found.end())
    elif found["part"] is not None:
        _add_part(figure, int(found["above"]), int(found["part"]), found.end())
    elif figure.step == 0:
        _add_value(figure, _vulgar(found.group()[-1]) or 0.0, found.end())


def _is_size(figure: Figure, found: re.Match[str]) -> bool:
    """ "1920x1080" is a width and a height; a power of ten ("2x1030") has one digit before its point."""
    plain = re.fullmatch(r"[ \u00a0]?[x×*·][ \u00a0]?10\d+", found.group()) is not None
    return plain and figure.value >= 10


_LARGEST_EXPONENT = 60  # more than nature or money needs; beyond it digits with an "e" are an identifier


def _raise_by(figure: Figure, exponent: int, end: int) -> None:
    """ "4e14": times a power of ten; with a huge one it is no number at all."""
    figure.end = figure.digits_end = figure.outer_end = end
    if abs(exponent) > _LARGEST_EXPONENT:
        figure.dropped = True
        return
    figure.value = figure.lo = figure.hi = float(Decimal(repr(figure.value)).scaleb(exponent))
    figure.step = (figure.step or 0) + exponent


def _raise_to(figure: Figure, exponent: int, end: int) -> None:
    """ "10^6", "2^-3": the number to a power; the last digit of what comes out says nothing about rounding."""
    figure.end = figure.digits_end = figure.outer_end = end
    if figure.value == 0 or abs(exponent * math.log10(figure.value)) > _LARGEST_EXPONENT:
        figure.dropped = True
        return
    figure.value = figure.lo = figure.hi = figure.value**exponent
    figure.step = None


def _divide(figure: Figure, below: int, end: int) -> None:
    if figure.step != 0 or figure.value >= 10000:
        return
    figure.form, figure.dropped = "fraction", below == 0
    figure.value = figure.lo = figure.hi = figure.value / (below or 1)
    figure.step = None
    figure.end = figure.digits_end = figure.outer_end = end


def _add_part(figure: Figure, above: int, below: int, end: int) -> None:
    if figure.step == 0 and 0 < above < below:
        _add_value(figure, above / below, end)


def _add_value(figure: Figure, part: float, end: int) -> None:
    figure.value = figure.lo = figure.hi = figure.value + part
    figure.step, figure.form = None, "mixed"
    figure.end = figure.digits_end = figure.outer_end = end


def _magnitude(source: Source, figure: Figure, limit: int) -> None:
    """ "3.5 million", "40k", "3 hundred and 14", "five lakh"; letters that need a currency are added with it."""
    text, low, end = source.text, source.low, figure.end
    at = end + 1 if text[end : end + 1] in (" ", "\u00a0", "\u202f", "-", "\n") else end
    word = _WORD.match(text, at, limit)
    if word is None:
        return
    surface = word.group()
    power = magnitude_words().get(surface.lower())
    if surface in ambiguous_magnitudes() and not _counts(source, figure, word.end()):
        return
    if surface.lower() in ("dozen", "dozens", "dzs") and figure.step == 0:
        figure.scaled_by(12)
        figure.end = figure.digits_end = figure.outer_end = word.end()
        return
    if surface.lower() in ("and", "point"):
        _joined_in_words(source, figure, limit)
        return
    if power is None:
        power = _glued_power(source, figure, surface, at, word.end())
        if power is None or text[word.end() : word.end() + 1].isdigit():
            return
    elif surface.lower() in ("hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"):
        longer = read_spelled(low, figure.start, limit)
        if longer is not None and longer.end > word.end():
            figure.value = figure.lo = figure.hi = longer.value
            figure.step, figure.scale = longer.step, power
            figure.end = figure.digits_end = figure.outer_end = longer.end
            return
        power, word = _doubled(text, power, word, limit)
    scale_up(figure, power, word.end())


_AMOUNT_BEFORE = re.compile(r"(?:[$€£¥₹]|\b(?:[A-Z]{3}|Rs\.?)) ?$")
_AMOUNT_BEHIND = re.compile(r" (?:[A-Z]{3}|[a-z]+s|people)\b")


def _counts(source: Source, figure: Figure, end: int) -> bool:
    """Whether money stands before the figure, or money or a plural behind its magnitude."""
    before = _AMOUNT_BEFORE.search(source.text, max(source.start, figure.start - 5), figure.start)
    return before is not None or _AMOUNT_BEHIND.match(source.text, end, source.end) is not None


def _glued_power(source: Source, figure: Figure, surface: str, at: int, end: int) -> int | None:
    """ "40k", "3M"; "8 B people" only before a plural; "5G" is a generation, "10G" is not."""
    power = glued_magnitudes(False).get(surface)
    if power is None or (surface == "G" and figure.step == 0 and figure.value < 10):
        return None
    if at == figure.end or (surface in ("B", "M") and _PLURAL_BEHIND.match(source.text, end, source.end)):
        return power
    return None


_PLURAL_BEHIND = re.compile(r" (?:people|[a-z]{3,}[^sui\W]s)\b")


def _joined_in_words(source: Source, figure: Figure, limit: int) -> None:
    """ "5 and a half", "1 point 3"."""
    longer = read_spelled(source.low, figure.start, limit)
    if longer is not None and longer.end > figure.end:
        figure.value = figure.lo = figure.hi = longer.value
        figure.step = longer.step
        figure.form = "mixed" if longer.form == "mixed" else figure.form
        figure.end = figure.digits_end = figure.outer_end = longer.end


def _doubled(text: str, power: int, word: re.Match[str], limit: int) -> tuple[int, re.Match[str]]:
    """ "12 thousand million", "2 lakh crore"."""
    behind = _WORD.match(text, word.end() + 1, limit)
    if behind is not None and power in (3, 5) and behind.group().lower() in ("million", "crore", "billion"):
        return power + magnitude_words()[behind.group().lower()], behind
    return power, word


def scale_up(figure: Figure, power: int, end: int) -> None:
    figure.scaled_by(10.0**power)
    figure.step = None if figure.step is None else figure.step + power
    figure.scale = power
    figure.end = figure.digits_end = figure.outer_end = end


_SIGN = re.compile(r"(?:(?<![\w)%.’'-])[-−–]|(?<![\w)])[-−] |(?<![a-z])(?:minus|negative)[ -])$")


def _sign(source: Source, figure: Figure) -> None:
    """A minus sign glued to the number and to nothing else, or the word."""
    before = source.low[max(source.start, figure.start - 1) : figure.start]
    if not before or before not in "-−– ":
        return
    found = _SIGN.search(source.low, max(source.start, figure.start - 10), figure.start)
    if (
        found is not None
        and found.group()[0] in "-−–"
        and source.text[max(source.start, found.start() - 2) : found.start()][:1].isdigit()
    ):
        return  # "2 -7" is a range
    if found is None or (found.group().endswith(" ") and found.group()[0] in "-−" and found.start() > source.start):
        return
    figure.negate()
    figure.signed = True
    figure.start = figure.digits_start = figure.outer_start = found.start()
