"""What matching looks at of a claim: its frame as sets, its value as a comparable key.

>>> from factcheck.comparing.profile import Profile
>>> {"as_of", "block"} <= set(Profile.__slots__)
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypedDict, TypeVar

from factcheck.comparing.bounds import role_of
from factcheck.comparing.editions import editions, numbers
from factcheck.comparing.holder import holder, is_birthday, people
from factcheck.comparing.releases import NONE, Release, place_words, release_of
from factcheck.comparing.table import holds_at
from factcheck.lexicon.generic import generic
from factcheck.lexicon.lemmas import lemma
from factcheck.lexicon.stopwords import is_stop
from factcheck.model import Claim, DayInterval, Reading

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim as sets of words and scalars.

    ``lo`` and ``hi`` are the implied ends in the base unit, infinite where there is no bound; ``others`` holds
    (dimension, lo, hi) of the other claims of its sentence, ``measured`` the same with their measures; ``words`` holds
    those of the names as well; ``primary`` is the most specific subject, ``subject`` all of them; ``editions`` holds
    (word, number) of numbered names; ``page`` the words of title and file name, ``filed`` the numbers of the file name;
    ``year`` says that it is a bare year, ``timeless`` that the day on which it is told changes nothing; ``holder``
    names whom an age describes ("boy"), ``people`` who it can be, ``birthday`` that it is one of the past; ``restated``
    is the value that a figure in brackets says again; ``figures`` are the other numbers written in the sentence,
    whatever they are; ``release`` is the one that its row is about, ``place`` the words of path and title; ``told``
    names the group that the document was given with, ``alike`` counts the claims of the document of this dimension and
    measure (itself among them), ``size`` all of them.
    """

    row: int
    doc: str
    title: str
    source: str
    dimension: str
    kind: str
    measure: str
    modifiers: frozenset[str]
    subject: frozenset[str]
    primary: str
    qualifiers: frozenset[str]
    verb: str
    near: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    headings: frozenset[str]
    others: frozenset[tuple[str, float, float]]
    identifiers: frozenset[str]
    quote: str
    anchor: str
    role: str
    attribution: str
    value: tuple[str, float, float]
    lo: float
    hi: float
    as_of: DayInterval | None
    published: float
    scope: tuple[tuple[str, str], ...]
    block: str
    passage: int
    sentence: int
    group: int
    labels: frozenset[str]
    example: bool
    editions: frozenset[tuple[str, str]] = frozenset()
    page: frozenset[str] = frozenset()
    year: bool = False
    filed: frozenset[str] = frozenset()
    timeless: bool = False
    holder: str = ""
    people: frozenset[str] = frozenset()
    birthday: bool = False
    restated: tuple[str, float, float] | None = None
    figures: frozenset[str] = frozenset()
    release: Release = NONE
    place: frozenset[str] = frozenset()
    folder: str = ""
    measured: frozenset[tuple[str, float, float, str]] = frozenset()
    told: str = ""
    alike: int = 1
    size: int = 1


def _row_words(claim: Claim) -> tuple[str, ...]:
    """Lemmas of what a cell is about: "Maximum number of custom fields" says what a sentence would say; () for what is
    no cell."""
    if claim.kind != "cell":
        return ()
    row = [text for kind, text in claim.labels if kind == "row"]
    named = " ".join(row[-1:] or claim.frame.subject[:1])
    return tuple(lemma(word.lower()) for word in named.split() if not is_stop(word.lower()))


def _folded(words: Sequence[str], names: Sequence[str]) -> frozenset[str]:
    """Words and the words that names are made of, in lower case."""
    folded = set(map(str.lower, words))
    for name in names:
        folded.update(name.lower().split())
    return frozenset(folded)


class Given(TypedDict):
    """The part of a profile that the group and the other claims of its document give."""

    told: str
    alike: int
    size: int


class _Page(TypedDict):
    """The part of a profile that its page gives."""

    page: frozenset[str]
    filed: frozenset[str]
    place: frozenset[str]
    folder: str


@lru_cache(maxsize=1024)
def _page_of(title: str, path: str) -> _Page:
    folder, _, name = path.rpartition("/")
    return {
        "page": _page_words(title, path), "filed": numbers(name), "place": place_words(path, title), "folder": folder
    }  # fmt: skip


def _page_words(title: str, path: str) -> frozenset[str]:
    """Words of the title and, for a file, of its name: what tells one page from the next."""
    stem, _, suffix = path.rpartition("/")[2].rpartition(".")
    named = stem if suffix.isalpha() else ""
    words = frozenset(word for word in re.split(r"[\W_]+", f"{title} {named}".lower()) if word.isalpha())
    return words - generic("page sorts")


def _telling(names: Sequence[str]) -> frozenset[str]:
    """Names without the acronyms of common nouns: "RAM" is no name of anything."""
    return frozenset(names) - generic("acronyms")


class _Aged(TypedDict):
    """The part of a profile that says whom an age describes."""

    holder: str
    people: frozenset[str]
    birthday: bool


def _aged(claim: Claim, kind: str) -> _Aged:
    if kind != "age":
        return {"holder": "", "people": frozenset(), "birthday": False}
    return {"holder": holder(claim), "people": people(claim), "birthday": is_birthday(claim)}


class Shared:
    """Sets of which equal ones are kept once: claims of one page, and of one story, have many in common.

    >>> shared = Shared()
    >>> shared.one(["ferry", "sank"]) is shared.one(["sank", "ferry"])
    True
    """

    def __init__(self) -> None:
        self._known: dict[frozenset[Any], frozenset[Any]] = {}

    def one(self, items: Iterable[Item]) -> frozenset[Item]:
        found = frozenset(items)
        return self._known.setdefault(found, found)


def profile_of(
    row: int,
    claim: Claim,
    card: Reading,
    value: tuple[str, float, float],
    restated: tuple[str, float, float] | None,
    scalars: tuple[str, float, bool],
    beside: frozenset[tuple[str, float, float, str]],
    given: Given,
    shared: Shared,
) -> Profile:
    """``value`` is the (dimension, lo, hi) of the claim, ``beside`` those of its sentence with their measures."""
    frame, (kind, published, example), one = claim.frame, scalars, shared.one
    return Profile(
        row=row,
        doc=claim.citation.doc_id,
        title=card.title,
        source=card.source,
        dimension=value[0],
        kind=kind,
        measure=frame.measure,
        modifiers=one(frame.modifiers),
        subject=one(_telling(frame.subject)),
        primary=next((name for name in frame.subject if name not in generic("acronyms")), ""),
        qualifiers=one(frame.qualifiers),
        verb=frame.verb,
        near=one(_folded(frame.near, ())),
        words=one(_folded((*frame.words, *_row_words(claim)), frame.names)),
        names=one(_telling(frame.names)),
        headings=one(frame.headings),
        others=one((dimension, lo, hi) for dimension, lo, hi, _ in beside),
        measured=one(beside),
        identifiers=one(frame.identifiers),
        quote=claim.citation.quote,
        anchor=claim.time.anchor if claim.time is not None else "",
        role=role_of(claim),
        attribution=frame.attribution,
        value=value,
        lo=value[1],
        hi=value[2],
        as_of=holds_at(claim),
        published=published,
        scope=card.scope,
        block=claim.kind,
        passage=claim.passage,
        sentence=claim.sentence,
        group=claim.group,
        labels=one(text for kind, text in claim.labels if kind in ("row", "column", "key", "term")),
        example=example,
        editions=editions(claim.citation.sentence, frame.names, claim.citation.quote),
        year=claim.time is not None and claim.time.grain == "year",
        timeless=frame.measure in generic("timeless measures"),
        restated=restated,
        figures=numbers(claim.citation.sentence) - numbers(claim.citation.quote),
        release=release_of(claim),
        **given,
        **_aged(claim, kind),
        **_page_of(card.title, card.path),
    )
