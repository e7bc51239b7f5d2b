"""Claims: a mention and what it is about.

>>> Frame(measure="territory", subject=("Ukraine",)).measure
'territory'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from factcheck.model.period import DayInterval, TimeInterval
from factcheck.model.problem import Problem
from factcheck.model.quantity import Quantity, Role
from factcheck.model.suppression import Suppression
from factcheck.model.text import Citation


@dataclass(frozen=True, slots=True)
class Frame:
    """What a figure is about, as evidence for matching. All words are lemmas in lower case unless said otherwise.

    measure      canonical name of what is measured: a class of the lexicon ("deaths", "revenue", "price") or else the
                 head lemma of the measured noun; for a dated claim what happened ("annex", "release", "begin war")
    modifiers    words that narrow the measured noun ("russian", "civilian", "custom")
    verb         lemma of the governing verb ("" if none)
    subject      canonical names (aliases folded; as displayed, e.g. "Ukraine") the claim is about, most specific first
    qualifiers   what restricts it: "of whom", places, "per day", "free plan", "v2", "maximum", statuses …
    modality     asserted, planned, forecast, hypothetical, negated, corrected, reported
    attribution  who says it, as named ("" if nobody)
    near, words  content lemmas close to the figure, and of the whole sentence (figures and stop words left out)
    names        canonical names anywhere in the sentence
    headings     content lemmas of heading path, title, row and column headers, list introduction
    others       the other values of the sentence as comparable keys ("18 percent", "2014"), for context evidence
    identifiers  code identifiers of the sentence or row, as written
    """

    measure: str = ""
    modifiers: tuple[str, ...] = ()
    verb: str = ""
    subject: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    modality: str = "asserted"
    attribution: str = ""
    near: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One step of how a claim came to be, for ``explain``."""

    stage: str
    detail: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention, what it is about, its role and when it holds. ``as_of`` None: nobody said.

    ``kind`` is the kind of block it stands in; ``passage``, ``sentence`` and ``group`` place it for rules that look at
    neighbours; ``flags`` are the block's ("example", "history"). ``restates`` is the claim_id it repeats in another
    unit, "" if none.
    """

    claim_id: str
    citation: Citation
    frame: Frame
    role: Role
    quantity: Quantity | None
    time: TimeInterval | None
    as_of: DayInterval | None = None
    kind: str = "paragraph"
    passage: int = 0
    sentence: int = 0
    group: int = -1
    flags: frozenset[str] = frozenset()
    restates: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    trace: tuple[TraceStep, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time that claims nothing, a mention only: ``of`` the page itself (byline, page stamp, "3 hours ago"), of a name
    ("the Lorvik Games 2018"), or a ``pointer`` to no time in particular ("now", "the future").
    """

    citation: Citation
    time: TimeInterval
    of: Literal["page", "name", "pointer"] = "page"


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one document gives: its card (no text), its claims and what could not be read.

    ``skipped`` says what of it is no claim: (reason, number) of blocks that are of the page and not of the article, and
    of mentions that only label. ``stamps`` are the times that claim nothing: shown by ``extract``, compared with
    nothing. ``published_confidence`` is 1.0 for a date from metadata, less for one told by the text, 0.0 for none.
    """

    doc_id: str
    path: str
    title: str
    source: str
    url: str
    published: str | None
    scope: tuple[tuple[str, str], ...]
    metadata: tuple[tuple[str, str], ...]
    mentions: int
    claims: Sequence[Claim]
    problems: tuple[Problem, ...]
    skipped: tuple[tuple[str, int], ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    stamps: Sequence[Stamp] = ()
    published_confidence: float = 0.0
