"""What restricts a figure: extremes, periods, bases, subsets, plans, platforms, versions, places.

Single words count where they belong to the measured phrase or its clause; places after "in" or "on" are kept with
their preposition ("in Mexico"), versions and releases as written ("v2", "1.18").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from factcheck.lexicon.aliases import is_place
from factcheck.lexicon.load import entries
from factcheck.lexicon.phrases import PhraseTable
from factcheck.lexicon.wordlists import word_list
from factcheck.reading.frame import grammar
from factcheck.reading.frame.grammar import Phrase
from factcheck.reading.frame.names import Name
from factcheck.reading.frame.tokens import Sentence

VERSION = re.compile(r"v\d[\w.]{0,15}|\d{1,4}\.\d{1,4}(?:\.[\dx]{1,6}){0,2}")
PLACE_WORDS = frozenset({"in", "at", "across", "near", "inside", "outside", "within", "throughout", "on", "from"})
# Kinds of cue that hold for the whole sentence; the others must stand in the figure's clause.
WIDE_KINDS = frozenset({"platform", "plan", "stage", "subset", "outdated", "since", "version"})
# Kinds of cue that narrow one noun, and how far from the figure they may stand without touching its phrase.
NARROWING = frozenset({"extent", "status", "basis", "extreme", "again"})
NEAR_FIGURE, BESIDE = 5, 2
MOST = 12
# A stretch of the time that a figure holds at: what came on the first day is not what came.
PART = "part of a time"
_WITHIN = frozenset({"on", "in", "during", "over", "within", "for", "at", "throughout"})
# Words behind "since" in which the verb of its clause is looked for.
REASON = 8
_WORD = itemgetter(1)


class Cue(NamedTuple):
    """A cue phrase at words ``start`` to ``end`` with its lexicon entry; ``word`` is the qualifier it gives."""

    start: int
    end: int
    word: str
    entry: Mapping[str, Any]


def cues_in(sentence: Sentence, versions: Container[str] = ()) -> tuple[Cue, ...]:
    """All cue phrases and versions of a sentence, in the order of the text; ``versions`` are those the page names."""
    found = [
        Cue(hit.start, hit.end, _word(sentence, hit.start, hit.end, hit.value), hit.value)
        for hit in _cues().find(sentence.lows)
    ]
    found.extend(Cue(at, at + 1, word, {"kind": "version"}) for at, word in _versions(sentence, versions))
    return tuple(sorted(found, key=lambda cue: (cue.start, cue.end)))


def _word(sentence: Sentence, start: int, end: int, entry: Mapping[str, Any]) -> str:
    word: str = entry["key"] or " ".join(sentence.lows[start:end])
    return f"on {word} {' '.join(sentence.lows[end : end + 1])}" if entry["kind"] == PART else word


def qualifiers(
    sentence: Sentence, cues: Sequence[Cue], names: Sequence[Name], figure: int, phrase: Phrase | None = None
) -> tuple[str, ...]:
    """Canonical qualifiers of the figure at a word, in the order of the text, at most ``MOST``."""
    clause = grammar.clause(sentence, figure)
    start, end = _reach(sentence, figure, clause)
    cues = _own_version(sentence, cues, figure)
    found = [
        (cue.start, cue.word)
        for cue in cues
        if (start <= cue.start < end or cue.entry["kind"] in WIDE_KINDS or _opens_part(cue, clause))
        and _belongs(sentence, cue.start, cue.end, figure, cue.entry)
        and _close(cue.start, figure, phrase, cue.entry)
    ]
    found.extend(_places(sentence, names, start, end))
    return tuple(dict.fromkeys(word for _, word in sorted(found)))[:MOST]


def _own_version(sentence: Sentence, cues: Sequence[Cue], figure: int) -> Sequence[Cue]:
    """Of releases that each open a clause ("2.1 takes 9 s, 2.2 only 4 s") only the nearest before the figure."""
    versions = [cue.start for cue in cues if cue.entry["kind"] == "version"]
    opening = all(at == 0 or sentence.tags[at - 1] in ",;CE" for at in versions)
    own = [at for at in versions if at < figure][-1:]
    if len(versions) < 2 or not opening or not own or len(sentence.figures) < len(versions):
        return cues
    return [cue for cue in cues if cue.entry["kind"] != "version" or cue.start in own]


@lru_cache(maxsize=4096)
def label_qualifiers(words: tuple[str, ...]) -> tuple[str, ...]:
    """The extremes and periods that the words of headers and keys name.

    >>> label_qualifiers(("maximum", "requests", "per", "day"))
    ('maximum', 'per day')
    """
    found = (hit for hit in _cues().find(words) if hit.value["kind"] in ("extreme", "period"))
    return tuple(dict.fromkeys(hit.value["key"] or " ".join(words[hit.start : hit.end]) for hit in found))


def _opens_part(cue: Cue, clause: tuple[int, int]) -> bool:
    """Whether a cue is of a part of the time of a clause; many begin with an ordinal, which is a figure as well."""
    return cue.entry["kind"] == PART and clause[0] <= cue.start < clause[1]


def _reach(sentence: Sentence, figure: int, clause: tuple[int, int]) -> tuple[int, int]:
    """The clause, cut at the neighbouring figures: their qualifiers are their own."""
    start, end = clause
    first = bisect_left(sentence.figures, figure, key=_WORD)
    before = sentence.figures[first - 1][1] if first else -1
    if start <= before and sentence.tags[before:figure].count("V"):
        start = before + 1
    after = bisect_right(sentence.figures, figure, lo=first, key=_WORD)
    return start, min(end, sentence.figures[after][1]) if after < len(sentence.figures) else end


@cache
def _cues() -> PhraseTable[Mapping[str, Any]]:
    return PhraseTable((word, entry) for entry in entries("en/qualifiers.yaml") for word in entry["words"])


def _close(start: int, figure: int, phrase: Phrase | None, entry: Mapping[str, Any]) -> bool:
    """Whether a cue that narrows a noun stands at the figure or in (or right beside) the measured phrase."""
    reach = BESIDE if entry["kind"] == "again" else NEAR_FIGURE
    if entry["kind"] not in NARROWING or abs(start - figure) <= reach:
        return True
    return phrase is not None and phrase.start - 2 <= start <= phrase.end + 1


def _belongs(sentence: Sentence, start: int, end: int, figure: int, entry: Mapping[str, Any]) -> bool:
    kind = entry["kind"]
    if start <= figure < end:
        return False  # "a second deck"
    if kind == "since" and _gives_reason(sentence, end):
        return False
    if kind in {"extent", "status"} and (sentence.tags[start] == "V" or sentence.tags[end : end + 1] == "A"):
        return False
    if kind == PART:
        return sentence.lows[end : end + 1] in {(unit,) for unit in entry["of"]} and _within(sentence, start)
    if kind == "plan":
        return any(low.rstrip("s") in entry["after"] for low in sentence.lows[end : end + 2])
    if kind in {"period", "base"} and sentence.lows[start] in {"a", "an", "each", "per", "every"}:
        return 0 < start - figure <= 5 or start < figure
    if kind in {"since", "outdated", "again", "stage"}:
        return start < figure or start - figure < 6
    if kind == "subset":
        if sentence.lows[max(0, start - 1) : start] == ("each",):
            return False  # "reach each other"
        if sentence.lows[start] == "another" and _time_noun(sentence, end):
            return False  # "shut for another week"
        return (start < figure and figure - start <= 4) or (figure < start <= figure + 2)
    if kind == "status":
        return abs(start - figure) <= 4
    return True


def _within(sentence: Sentence, at: int) -> bool:
    """Whether a word stands behind "in", "on" and the like, with "the" or "its" between them or nothing."""
    before = at - 1 if sentence.tags[at - 1 : at] in {"D", "'"} else at
    return sentence.lows[before - 1 : before][:1] in {(word,) for word in _WITHIN}


def _time_noun(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.lows) and sentence.lemma(at) in word_list("time nouns")


def _gives_reason(sentence: Sentence, at: int) -> bool:
    """Whether the clause behind "since" tells how things are, and so why: "since the quota is low"."""
    for word in range(at, min(len(sentence.tags), at + REASON)):
        if sentence.tags[word] in ";,F(":
            return False
        if sentence.tags[word] in "XM" and sentence.lows[word] in {"is", "are", "can", "does", "do", "will", "must"}:
            return True
    return False


def _places(sentence: Sentence, names: Sequence[Name], start: int, end: int) -> Iterator[tuple[int, str]]:
    for name in names:
        at = name.start - 1
        while at > 0 and sentence.tags[at] in "DA":
            at -= 1
        if at < 0 or sentence.lows[at] not in PLACE_WORDS or name.adjective:
            continue
        known = is_place(name.canonical)
        if not known and sentence.tags[name.end : name.end + 1] == "'":
            continue  # "in Halden's speech"
        if (start <= name.start < end or known) and (known or sentence.lows[at] in {"in", "at", "near", "across"}):
            yield name.start, f"in {name.canonical}" if sentence.lows[at] != "from" else f"from {name.canonical}"


def _versions(sentence: Sentence, known: Container[str]) -> Iterator[tuple[int, str]]:
    """ "v2", "version 3", "1.18" after a name or where the page names it: the release the figure holds for."""
    for at, (tag, low) in enumerate(zip(sentence.tags, sentence.lows, strict=True)):
        numbered = tag == "#" or (tag == "N" and low[0] == "v")  # most words are neither, and need no closer look
        if (tag in "#F" and (low in known or low.rpartition(".")[0] in known)) or (
            numbered and VERSION.fullmatch(low) and _follows_name(sentence, at)
        ):
            yield at, low
        elif low in {"version", "release"} and at + 1 < len(sentence.lows) and sentence.tags[at + 1] == "#":
            yield at, f"v{sentence.lows[at + 1]}"


def _follows_name(sentence: Sentence, at: int) -> bool:
    """Whether a number says itself that it is a release ("v2"), or stands behind a name ("Halden 1.18")."""
    return sentence.lows[at][0] == "v" or (at > 0 and sentence.tags[at - 1] in "EN")
