"""The counted noun behind a figure: "12 [Russian soldiers] killed".

>>> low = "12 russian soldiers killed"
>>> counted_noun(Source("12 Russian soldiers killed", low, 0, len(low)), 2, 12.0)
(3, 19)
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.reading.numerals import number_words
from factcheck.reading.quantities.figure import Source

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’-][^\W\d_]+)*|\S")
_REACH = 64


@cache
def noun_words() -> dict[str, frozenset[str]]:
    """Words of the lexicon about counted nouns: "stop", "invariant", "irregular", "not_plural", "singular_unit"."""
    return {entry["class"]: frozenset(entry["words"]) for entry in entries("en/counted.yaml")}


def counted_noun(source: Source, at: int, value: float) -> tuple[int, int] | None:
    """Span of the noun with its modifiers that the figure ending at ``at`` counts; None if nothing is counted."""
    low, text = source.low, source.text
    if at >= source.end:
        return None
    hyphen = low[at] == "-"
    if not hyphen and low[at] not in " \u00a0\u202f\n":
        return None
    words: list[tuple[int, int]] = []
    position, limit = at + 1, min(source.end, at + _REACH)
    if low.startswith("of the ", position) or low.startswith("of ", position):
        position += 3
    while (token := _TOKEN.match(low, position, limit)) is not None and len(words) < 7:
        start, end = token.span()
        surface = token.group()
        if not surface[0].isalpha():
            break
        kind = _kind(surface)
        if surface in _numbers():
            break
        if kind == "stop" and not words and surface in ("more", "fewer", "less", "straight"):
            position = end + 1
            if low[end : end + 1] != " ":
                break
            continue
        if kind == "stop" and not (surface in ("and", "or") and _joins(words, source, end)):
            break
        words.append((start, end))
        if hyphen and text[end : end + 1] != "-":
            return words[0]
        if kind == "plural":
            return _extended(source, words, end, limit)
        position = end + 1
        if position > limit or text[end : end + 1] not in (" ", "-", "\u00a0", "\n"):
            break
    return _singular(source, words, value)


@cache
def _numbers() -> frozenset[str]:
    kinds = ("unit", "teen", "tens", "hundred", "scale", "group")
    return frozenset(word for kind in kinds for word in number_words()[kind])


def _kind(word: str) -> str:
    classes = noun_words()
    if word in classes["stop"]:
        return "stop"
    base = word.rsplit("-", 1)[-1]
    if base in classes["irregular"] or base in classes["invariant"]:
        return "plural"
    if (
        base.endswith("s")
        and len(base) > 3
        and not base.endswith(("ss", "us", "is", "'s", "’s", "ous"))
        and base not in classes["not_plural"]
    ):
        return "plural"
    return "word"


def _joins(words: list[tuple[int, int]], source: Source, end: int) -> bool:
    """Whether an "and" or "or" joins what stands before one noun."""
    return _joins_names(words, source, end) or _joins_modifiers(words, source, end)


def _joins_modifiers(words: list[tuple[int, int]], source: Source, end: int) -> bool:
    """ "20 deck or outside cabins": the noun comes behind a second word that narrows it, as the first does."""
    following = _TOKEN.match(source.low, end + 1, source.end)
    if not words or len(words) > 2 or following is None or any(_verb_like(source, word) for word in words):
        return False
    if not source.text[words[0][0] : following.end()].islower() or _kind(following.group()) != "word":
        return False
    after = _TOKEN.match(source.low, following.end() + 1, source.end)
    return after is not None and _kind(after.group()) == "plural" and after.group() not in noun_words()["verb"]


def _joins_names(words: list[tuple[int, int]], source: Source, end: int) -> bool:
    """ "460 Brenn and Talo vehicles": the noun comes behind two names."""
    following = _TOKEN.match(source.low, end + 1, source.end)
    if (
        not words
        or following is None
        or not source.text[words[-1][0]].isupper()
        or not source.text[following.start()].isupper()
    ):
        return False
    after = _TOKEN.match(source.low, following.end() + 1, source.end)
    return after is not None and source.text[after.start()].islower() and _kind(after.group()) == "plural"


def _extended(source: Source, words: list[tuple[int, int]], end: int, limit: int) -> tuple[int, int]:
    """One more word where the plural is itself a modifier ("sales jobs", "people's homes")."""
    following = _TOKEN.match(source.low, end + 1, limit) if source.low[end : end + 1] in (" ", "-") else None
    if following is not None and following.group()[0].isalpha() and _kind(following.group()) == "plural":
        classes = noun_words()
        first = source.low[words[-1][0] : end].rsplit("-", 1)[-1]
        if first not in classes["irregular"] and first not in classes["invariant"]:
            return words[0][0], end
        if following.group() not in classes["verb"] and following.group() not in classes["invariant"]:
            return words[0][0], following.end()
    return words[0][0], end


def _singular(source: Source, words: list[tuple[int, int]], value: float) -> tuple[int, int] | None:
    """ "one boat": a singular noun counts only behind one (or none)."""
    if not words:
        return None
    if value != 1 and not (value == int(value) and value == 0):
        return None
    last = 0
    while (
        last + 1 < len(words)
        and last < 2
        and source.low[words[last][1]] == " "
        and not _verb_like(source, words[last + 1])
    ):
        last += 1
    if _verb_like(source, words[0]):
        return None
    return words[0][0], words[last][1]


def _verb_like(source: Source, word: tuple[int, int]) -> bool:
    surface = source.low[word[0] : word[1]]
    return surface.endswith(("ed", "ly", "ing")) or surface in noun_words()["verb"]
