"""Versions, models and time stamps: bare digits that belong to the capitalised word beside them.

>>> text = "They run Kelvo 2.4 there"
>>> is_version(Source(text, text.lower(), 0, len(text)), Figure(15, 18, 2.4, -1, "digits"), "kelvo", 9)
True
"""

from __future__ import annotations

import re

from factcheck.reading.quantities.changes import role_words
from factcheck.reading.quantities.contexts import alternatives, context_words
from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.nouns import noun_words

_REACH = 32
_RENEWED = re.compile(rf"\b(?:{alternatives('renewal')})(?: (?:it|them|from|to|of)){{1,2}} $")
_OR_LATER = re.compile(rf" (?:or|and) (?:{alternatives('later version')})\b")
_PLACED = re.compile(r"\b(?:in|at|for|of|from|on) $", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.+#-]*$")
_NAMED_LETTER = re.compile(r"[A-Z][a-z]+ $")
_MODEL_BEFORE = re.compile(r"\b\d{2,4} [A-Z]{2,} $")
_MODEL_BEHIND = re.compile(r" [A-Z]{2,} \d")
_LISTED = re.compile(r",? [A-Z]\w{0,16},? \d")  # "C 0.23 Si 0.05": names and their values
_STAMPED = re.compile(r" (?:[A-Z][a-z]|[A-Z]{2,}\b)")


def is_version(source: Source, figure: Figure, previous: str, previous_start: int) -> bool:
    """Whether a bare figure without unit or magnitude is a version: behind a product's name or a word of renewal.

    ``previous`` is the word before the figure, in lower case, and begins at ``previous_start``.
    """
    if _OR_LATER.match(source.low, figure.end, source.end) is not None:
        return True
    if figure.step not in (-1, -2) or figure.value >= 100 or figure.hi not in (figure.lo, None):
        return False
    if (
        _LISTED.match(source.text, figure.end, source.end) is not None
        or source.text[figure.start - 1 : figure.start] != " "
    ):
        return False
    if _RENEWED.search(source.low, max(source.start, figure.start - _REACH), figure.start) is not None:
        return True
    word = source.text[previous_start : previous_start + len(previous)]
    return _NAME.match(word) is not None and _is_product(source, word, previous_start)


def _is_product(source: Source, word: str, start: int) -> bool:
    """A capitalised word that stands for no place and, where it begins the sentence, is no common word."""
    if len(word) == 1:
        return _NAMED_LETTER.search(source.text, max(source.start, start - 16), start) is not None
    if not word[1:].islower():
        return True
    low = word.lower()
    if low in noun_words()["stop"] or low in noun_words()["verb"] or low in role_words("change"):
        return False
    if start == source.start:
        return not low.endswith(("ed", "ing", "ly", "s"))
    return _PLACED.search(source.text, max(source.start, start - 6), start) is None


def is_model(source: Source, figure: Figure) -> bool:
    """ "the 737 MAX 9": digits on either side of a word in capitals."""
    if figure.step != 0 or figure.value > 9999:
        return False
    if figure.noun_start < 0 and _MODEL_BEHIND.match(source.text, figure.end, source.end) is not None:
        return True
    return _MODEL_BEFORE.search(source.text, max(source.start, figure.start - 16), figure.start) is not None


def is_time_stamp(source: Source, figure: Figure) -> bool:
    """ "1202 The harbour is open": hours and minutes at the start of an entry, before a capitalised word."""
    if figure.start != source.start or figure.end - figure.start != 4 or figure.step != 0 or figure.noun_start >= 0:
        return False
    if figure.value >= 2400 or figure.value % 100 >= 60 or not source.text[figure.start : figure.end].isdigit():
        return False
    return _STAMPED.match(source.text, figure.end, source.end) is not None


_CAPITALISED_BEHIND = re.compile(r" [A-Z][a-z]")


def is_called(source: Source, figure: Figure, previous: str, previous_start: int) -> bool:
    """ "the Kick Six", "Brenn One said", "Nine Mail": a capitalised number word beside a capitalised word."""
    text = source.text
    if text[figure.start].isupper() and not previous:
        bare = figure.noun_start < 0 and figure.outer_start == figure.start
        return bare and _CAPITALISED_BEHIND.match(text, figure.end, source.end) is not None
    if not (text[figure.start].isupper() and text[previous_start : previous_start + 1].isupper()):
        return False
    if previous.endswith((".", ":", ";", "?", "!", ",")):
        return False
    if previous_start > source.start:
        return True
    common = previous in noun_words()["stop"] or previous in noun_words()["verb"] or previous in context_words("bound")
    return (
        not common
        and not previous.endswith(("ly", "ed", "ing"))
        and not text[figure.end + 1 : figure.end + 2].isupper()
    )
