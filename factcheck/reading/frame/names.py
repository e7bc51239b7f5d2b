"""Proper names in a sentence, folded to one form, and what the document itself teaches about them.

``known_names(document)`` is made once a document: acronyms it defines ("National Grid Office (NGO)"), surnames it
has introduced with a first name, and words it writes with a capital in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.lexicon.aliases import canonical_name, longest_name, name_kind
from factcheck.lexicon.stopwords import titles, word_kind
from factcheck.reading.dates.zones import zone_names
from factcheck.reading.frame.tokens import Sentence

ACRONYM = re.compile(
    r"\b((?:[A-Z][\w’'-]{0,40}[ ](?:(?:of|for|and|the|on|in)[ ]){0,2}){1,7})"
    r"\(([A-Z][A-Za-z.]{1,9})\)"
)
BRACKET = re.compile(r" \([A-Z][A-Za-z.]{1,9}\)")
LONGEST_NAME = 7 * (42 + 2 * 5)  # letters that seven words and what joins them can have in ``ACRONYM``
FULL_NAME = re.compile(
    r"([A-Z](?<!\w.)[a-zà-ÿ]+(?: [A-Z]\.)?) ((?:al-|bin |de |van |von )?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?)"
    r"(?=[,.;:)’']| [a-z(])"
)
# A word with a capital behind one in lower case, looked for from capital to capital.
MID_SENTENCE = re.compile(r"[A-Z](?<=[a-z,] .)[\w’'-]{0,40}\w(?=[’']s\b|,? [a-z]|[.;:!?)]|, )")
SMALL = "abcdefghijklmnopqrstuvwxyz"
LONGEST_BEFORE = 80
# Tags of a dateline or agency before a dash.
DATELINE = re.compile(r"\(?E{1,3}(?:,E{1,2})?(?:\(E{1,2}\))?\)?;")
DASHES = frozenset("-–—")
JOINERS = frozenset(
    (
        *("of", "for", "de", "del", "la", "al", "bin", "van", "von"),
        *("the", "and", "&", "au", "aux", "du", "dos", "den", "der"),
    )
)


class Name(NamedTuple):
    """A name at words ``start`` to ``end`` (half-open); ``canonical`` is how it is displayed and compared."""

    start: int
    end: int
    canonical: str
    adjective: bool


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What one document says of its names."""

    acronyms: Mapping[str, str]
    surnames: Mapping[str, str]
    capitals: frozenset[str]

    def folded(self, written: str) -> str:
        """The displayed form of a written name: the lexicon's, else the document's own long form."""
        known = canonical_name(written)
        if known is not None:
            return known
        long = self.acronyms.get(written) or self.surnames.get(written)
        if long is None:
            return written
        return canonical_name(long) or long


def known_names(text: str) -> KnownNames:
    """What ``text`` teaches: linear in its length. A word that is also written small is no name."""
    lower = set(text.split())
    surnames = _surnames(text, lower)
    capitals = {word for word in _inside_sentences(text) if word.lower() not in lower}
    return KnownNames(dict(_acronyms(text)), surnames, frozenset(capitals | surnames.keys()))


def _inside_sentences(text: str) -> Iterator[str]:
    """Words with a capital that follow a word in lower case.

    >>> list(_inside_sentences("The old Pier of Alma, by day Moss, is shut. In May the naïve Tom went."))
    ['Pier', 'Alma', 'Moss']
    """
    for found in MID_SENTENCE.finditer(text):
        at = found.start()
        before = text[max(0, at - LONGEST_BEFORE) : at - 1].removesuffix(",")
        edge = before.rstrip(SMALL)
        if edge != before and not (edge[-1:].isalnum() or edge.endswith("_")):
            yield found[0]


def _acronyms(text: str) -> Iterator[tuple[str, str]]:
    """(acronym, long form) pairs whose letters agree with the initials before the bracket.

    >>> dict(_acronyms("The Northern Rail Authority (NRA) said so."))
    {'NRA': 'Northern Rail Authority'}
    """
    for found in _in_brackets(text):
        letters = [letter for letter in found.group(2) if letter.isupper()]
        words = found.group(1).split()
        for start in range(len(words)):
            initials = [word[0] for word in words[start:] if word[0].isupper()]
            if initials == letters and words[start][0].isupper():
                yield found.group(2), " ".join(words[start:])
                break


def _in_brackets(text: str) -> Iterator[re.Match[str]]:
    """The matches of ``ACRONYM``, looked for at brackets only: there are far fewer of them than of capitals."""
    behind = 0
    for bracket in BRACKET.finditer(text):
        found = ACRONYM.search(text, max(behind, bracket.start() - LONGEST_NAME), bracket.end())
        if found is not None:
            yield found
            behind = found.end()


def _surnames(text: str, lower: set[str]) -> dict[str, str]:
    """Surname to full name where the document gives exactly one first name with it, and never writes it small."""
    found: dict[str, set[str]] = {}
    for match in FULL_NAME.finditer(text):
        first, last = match.groups()
        low = first.lower().rstrip(".")
        ordinary = any(word in lower or word in titles() for word in (low, last.lower()))
        if ordinary or word_kind(low) or canonical_name(first) or canonical_name(last):
            continue
        found.setdefault(last, set()).add(f"{first} {last}")
    return {last: full.pop() for last, full in found.items() if len(full) == 1}


def names_in(sentence: Sentence, known: KnownNames) -> tuple[Name, ...]:
    """The names of a sentence, left to right, without overlaps."""
    names: list[Name] = []
    at = _after_dateline(sentence)
    while (at := sentence.tags.find("E", at)) >= 0:
        end = _run_end(sentence, at)
        names.extend(_split(sentence, known, at, end))
        at = end
    return tuple(names)


def _after_dateline(sentence: Sentence) -> int:
    """The word after "PARIS –", "Kyiv, Ukraine –", "(Reuters) -": where and who by, not who it is about."""
    found = DATELINE.match(sentence.tags)
    return found.end() if found is not None and sentence.words[found.end() - 1] in DASHES else 0


def _run_end(sentence: Sentence, start: int) -> int:
    """End of a run of capitals; "of" and the like belong to it between two capitals."""
    at = start + 1
    tags, lows = sentence.tags, sentence.lows
    while at < len(tags):
        if tags[at] == "E":
            at += 1
        elif lows[at] in JOINERS and at + 1 < len(tags) and tags[at + 1] == "E" and lows[at] not in {"and", "the"}:
            at += 2
        else:
            break
    return at


def _split(sentence: Sentence, known: KnownNames, start: int, end: int) -> Iterator[Name]:
    """The names inside a run of capitals: known ones as long as they go, titles dropped, the rest as one name."""
    words = sentence.words
    pending = start
    at = start
    while at < end:
        stop = _known_end(words, at, end)
        if stop is None and words[at].lower() not in titles():
            at += 1
            continue
        if pending < at:
            yield from _named(sentence, known, pending, at)
        if stop is None:
            at += 1
        else:
            written = " ".join(words[at:stop])
            canonical = canonical_name(written) or written
            yield Name(at, stop, canonical, canonical != written and name_kind(canonical) in {"country", "region"})
            at = stop
        pending = at
    if pending < end:
        yield from _named(sentence, known, pending, end)


def _known_end(words: tuple[str, ...], at: int, end: int) -> int | None:
    """End of the longest name of the lexicon that begins at a word, None if there is none."""
    for stop in range(min(end, at + longest_name(words[at])), at, -1):
        if canonical_name(" ".join(words[at:stop])) is not None:
            return stop
    return None


def _named(sentence: Sentence, known: KnownNames, start: int, end: int) -> Iterator[Name]:
    while start < end and sentence.lows[start] in JOINERS:
        start += 1
    while end > start and sentence.lows[end - 1] in JOINERS:
        end -= 1
    if start == end:
        return
    written = " ".join(sentence.words[start:end])
    if written in zone_names():
        return  # "at 16:00 GMT"
    first, hyphen, _ = written.partition("-")
    if hyphen and end - start == 1 and canonical_name(first) is not None:
        yield Name(start, end, canonical_name(first) or first, True)
        return
    yield Name(start, end, known.folded(written), False)
