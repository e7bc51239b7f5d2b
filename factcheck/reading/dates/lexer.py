"""Text to tokens of the grammar's classes; one character a class, so that patterns run over whole passages.

>>> [token.kind for token in tokens("on 3 May 2014")]
['on', 'INT_12', 'MONTH_TITLE', 'YEAR4']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.reading.dates.expression import Expression
from factcheck.reading.dates.numbers import NUMBER_KINDS, SPLIT, number_kind
from factcheck.reading.dates.vocabulary import JOINERS, vocabulary

# Words of two letters and more come first, as they are most of a text: that alone saves a quarter of the time.
TOKEN = re.compile(
    r"[^\W\d_]{2,}|[Oo]['’]clock\b|[AaPp]\.\s?[Mm]\b\.?"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?"
    r"|\d+(?:[.,:/‐‑–—-]\d+)*(?:[ap]\.\s?m\b\.?|[^\W\d_]*)"
    r"|[^\W\d_]|['’][^\W\d_]*|[^\w\s]|_+"
)
# The same for text in ASCII, as nearly all passages are: a third faster, with the space between two tokens passed over.
_ASCII_TOKEN = re.compile(
    r"\s*+(" + TOKEN.pattern.replace(r"[^\W\d_]", "[A-Za-z]").replace(r"\d", "[0-9]").replace(r"\w", "A-Za-z0-9_") + ")"
)
_PUNCTUATION = {
    ",": ",", ".": ".", "-": "-", "‐": "-", "‑": "-", "–": "-", "—": "-", "/": "/", "(": "(", ")": ")", "'": "'",
    "’": "'", "'s": "'s", "’s": "'s", "@": "@", "$": "$", "€": "$", "£": "$", "¥": "$", "%": "%", "#": "#", "~": "-",
    "−": "-", "½": "FRACTION", "¼": "FRACTION", "¾": "FRACTION", ":": ":",
    "?": ".", "!": ".", ";": ".",
    "o'clock": "CLOCK_WORD", "O'clock": "CLOCK_WORD",
    "o’clock": "CLOCK_WORD", "O’clock": "CLOCK_WORD", "+": "+", "=": "=",
}  # fmt: skip
_PLURALS = (
    "s", "people", "men", "children", "police", "feet", "percent", "km", "kg", "euro",
)  # fmt: skip  # endings of what is counted
# Short words that end like a plural and count nothing: "2014 was a wet year".
_NOT_COUNTED = frozenset(
    {"is", "was", "has", "does", "as", "thus", "us", "perhaps", "always", "across", "towards", "versus"}
)
EARLIEST_WORK = 1800
WORDS_KEPT = 1 << 15
_PARTS = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|[^\w\s]")
# Two dates in figures, joined ("5/1-5/7", "10/1/2018–10/7/2018").
_DATES_JOINED = re.compile(
    r"(\d{1,2}([-/.])\d{1,2}\2\d{4}|\d{1,2}/\d{1,2}|\d{4}-\d\d-\d\d)([-–—])"
    r"(\d{1,2}([-/.])\d{1,2}\5\d{4}|\d{1,2}/\d{1,2}|\d{4}-\d\d-\d\d)"
)
_WORK = re.compile(r"[a-d]\b")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_ABBREVIATED = ("MONTH_SHORT", "WEEKDAY_SHORT", "UNIT_SHORT")
UNKNOWN, UNKNOWN_TITLE, UNKNOWN_PLURAL = "unknown", "Unknown", "unknowns"
# Classes of what the grammar has read; "DAY" … "YEAR" are dates of that grain.
EXPRESSION_KINDS = (
    "edge", "NUMBER", "YEAR_WORDS", "WHEN_DAY", "WHEN_MONTH", "WHEN_YEAR", "WHEN", "TIME_OF_DAY", "LENGTH", "SET",
    "REF", "FEAST", "ZONE",
)  # fmt: skip
TIME_FIGURES = (
    "DATE", "CLOCK", "YEAR4", "DECADE", "DAY_MONTH", "ORD_DIGITS", "UNITS", "UNIT_SHORT", "MONTH", "MONTH_SHORT",
    "AMPM", "HALF_LETTER",
)  # fmt: skip


class Token(NamedTuple):
    """``value`` is a number or code for words and figures, and an expression once the grammar has read one."""

    kind: str
    start: int
    end: int
    text: str
    value: int | float | str | Expression


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, with compound figures ("5/1-5/7") taken apart and the point of "Sept." in its token."""
    held: Token | None = None
    for token in _words(text):
        if held is not None and token.text == "." and token.start == held.end:
            yield held._replace(end=token.end, text=held.text + ".")
            held = None
            continue
        if held is not None:
            yield held
        held = token if token.kind in _ABBREVIATED else None
        if held is None:
            yield token
    if held is not None:
        yield held


def _words(text: str) -> Iterator[Token]:
    words = vocabulary()
    for match in TOKEN.finditer(text):
        raw = match.group()
        known = words.get(raw)
        if known is not None:
            yield Token(known.kind, match.start(), match.end(), raw, known.value)
        elif raw[0].isdigit():
            yield from _figures(raw, match.start())
        else:
            yield _other(raw, match.start())


def _figures(raw: str, start: int) -> Iterator[Token]:
    kind, value = number_kind(raw)
    if kind != SPLIT:
        yield Token(kind, start, start + len(raw), raw, value)
        return
    joined = _DATES_JOINED.fullmatch(raw)
    spans = [joined.span(part) for part in (1, 3, 4)] if joined else [part.span() for part in _PARTS.finditer(raw)]
    for first, last in spans:
        text, at = raw[first:last], start + first
        word = vocabulary().get(text)
        if text[0].isdigit():
            kind, value = number_kind(text)
            if kind == "YEAR4" and _is_glued(raw, last, int(text)):
                kind = "AMOUNT"
            yield Token(UNKNOWN if kind == SPLIT else kind, at, at + len(text), text, value)
        elif word is not None:
            yield Token(word.kind, at, at + len(text), text, word.value)
        else:
            yield _other(text, at)


def _is_glued(raw: str, end: int, number: int) -> bool:
    """1200K and 1500b are amounts; 2009a is the first work of a year."""
    return end < len(raw) and raw[end].isalpha() and (number < EARLIEST_WORK or not _WORK.match(raw, end))


def _other(raw: str, start: int) -> Token:
    kind = _PUNCTUATION.get(raw)
    if kind is None and raw[0] in "AaPp" and "." in raw:
        return Token("AMPM", start, start + len(raw), raw, 0 if raw[0] in "Aa" else 12)
    if kind is None:
        kind = UNKNOWN_TITLE if raw[0].isupper() else UNKNOWN_PLURAL if _is_counted(raw) else UNKNOWN
    return Token(kind, start, start + len(raw), raw, _FRACTIONS.get(raw, 0))


def _is_counted(word: str) -> bool:
    """Whether a word in lower case looks like the name of what is counted."""
    return word.endswith(_PLURALS) and word not in _NOT_COUNTED


@cache
def alphabet() -> dict[str, str]:
    """The one character that stands for each class in patterns: private use, so that none needs an escape."""
    kinds = dict.fromkeys(
        [UNKNOWN, UNKNOWN_TITLE, UNKNOWN_PLURAL, *JOINERS, *NUMBER_KINDS, *_PUNCTUATION.values(), *EXPRESSION_KINDS]
        + [word.kind for word in vocabulary().values()]
    )
    return {kind: chr(0xE000 + number) for number, kind in enumerate(kinds)}


@lru_cache(maxsize=WORDS_KEPT)
def _character(raw: str) -> str:
    """The class character of a raw token; articles use few words often, so most are looked up, not classified."""
    known = vocabulary().get(raw)
    if known is not None:
        return alphabet()[known.kind]
    return alphabet()[_rough_kind(raw) if raw[0].isdigit() else _other(raw, 0).kind]


@lru_cache(maxsize=8192)
def _rough_kind(raw: str) -> str:
    """The class of a figure for the first scan; of a compound one, the class that could make it a time."""
    kind, _ = number_kind(raw)
    if kind != SPLIT:
        return kind
    kinds = [token.kind for token in _figures(raw, 0)]
    return next((kind for kind in TIME_FIGURES if kind in kinds), kinds[0])


def class_string(text: str) -> str:
    """One character a token. Linear, and fast: this is done to every passage."""
    pattern = _ASCII_TOKEN if text.isascii() else TOKEN
    return "".join(map(_character, pattern.findall(text)))
