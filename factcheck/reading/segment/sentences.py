"""Sentence ends by a few short rules and a list of abbreviations.

>>> text = "Gen. Harlow sold 2.5 million shares to Alma Inc. The price fell. Why?"
>>> [text[s.start : s.end] for s in sentences(text, 0, len(text))]
['Gen. Harlow sold 2.5 million shares to Alma Inc.', 'The price fell.', 'Why?']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.lexicon import load
from factcheck.lexicon.generic import generic
from factcheck.model import Span

# A run of end marks, closing quotes and brackets, and the first characters of what follows.
_END = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[\"'”’»)\]*_]*+(?=(\s++)|[A-Z\"“‘])")
_NEXT = re.compile(r"[\s\"'“‘«(\[*_¿¡#—–•-]*([\w.&'’-]+|[$£€])")
_WORD_REACH = 40
_LINE_BREAK = re.compile(r"\n[ \t\r]*\n|\r[ \t]*\r")


@cache
def _abbreviations() -> dict[str, str]:
    """What must come after each abbreviation for its full stop to be no end."""
    return {
        word: entry["before"]
        for entry in load.entries("en/abbreviations.yaml")
        if entry["before"] != "start"
        for word in entry["words"]
    }


@cache
def _starters() -> frozenset[str]:
    found = (entry["words"] for entry in load.entries("en/abbreviations.yaml") if entry["before"] == "start")
    return frozenset(word for words in found for word in words)


def sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of ``text[start:end]``, without the white space around them; together they hold every word."""
    return tuple(_trimmed(text, *bounds) for bounds in _bounds(text, start, end) if text[slice(*bounds)].strip())


def _bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    marks = [match.end() for match in _END.finditer(text, start, end) if _is_end(text, match, start, end)]
    for stop in sorted({*marks, *_unmarked(text, start, end)}):
        if stop > begin:
            yield begin, stop
            begin = stop
    yield begin, end


# Two lines set one behind the other on a scraped page: a caption without a full stop, then the opening sentence.
_CAPTION = re.compile(r"\b([a-z][a-z'’]+|\d+) (?=(?:A|An) (?:\d|[a-z]{3}))")
_QUOTATION = re.compile(r"[\"”](?<=[a-z].) (?=([A-Z][a-z]+) [a-z\d])")


def _unmarked(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence begins although no mark ends the one before: "… the trapped man A diver said …"."""
    if text.find(" A ", start, end) >= 0 or text.find(" An ", start, end) >= 0:
        for match in _CAPTION.finditer(text, start, end):
            if match[1] not in generic("named by a letter"):
                yield match.end()
    for match in _QUOTATION.finditer(text, start, end):
        if match[1].lower() in _starters():
            yield match.end()


def _is_end(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    following = _NEXT.match(text, match.end(), min(end, match.end() + _WORD_REACH))
    if following is None:
        return match[1] is not None
    word = following[1]
    last = _last_word(text[max(begin, match.start() - _WORD_REACH) : match.start()])
    if match[1] is None:
        return _is_glued(last, word, match[0])
    if _LINE_BREAK.search(match[1]):
        return True
    if word[0].islower():
        return False
    if not match[0].startswith(".") or match[0].startswith(".."):
        return True
    return not _abbreviated(last, word)


def _last_word(before: str) -> str:
    return before.split()[-1].lstrip("\"'“‘«([*_") if before and not before[-1].isspace() and before.strip() else ""


def _abbreviated(last: str, word: str) -> bool:
    """Whether the full stop after ``last`` belongs to an abbreviation and ends nothing before ``word``."""
    folded = last.lower().lstrip("(").rstrip(".")
    starts = word.lower() in _starters()
    match _abbreviations().get(folded):
        case "any":
            return True
        case "name":
            return not starts or folded in ("mr", "mrs", "ms", "dr", "gen")
        case "number":
            return word[0].isdigit()
        case "maybe":
            return not starts
    if len(last) == 1 and last.isupper():
        return last != "I" and not starts
    # "J.R. Harlow", "U.S.S. Alma": letters with full stops between them.
    return bool(re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", last)) and not starts


def _is_glued(last: str, word: str, mark: str) -> bool:
    """Whether two sentences stand together without a space ("… the pier.Another ship …"), as on scraped pages."""
    if "." not in mark[:1] and mark[:1] not in "!?":
        return False
    plain = last.isalpha() and last.islower() and len(last) > 2
    return plain and len(word) > 1 and word[0].isupper() and word[1:].isalpha() and word[1:].islower()


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
