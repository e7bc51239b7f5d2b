"""Frames: what every figure and date of a document is about. Rules over words, no parser.

``frame(document, passages, mentions)`` gives a claim for every mention but those that only label (step 4, port 8080):
the number of mentions less the number of claims is what was dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from factcheck.model import Claim, DayInterval, Document, Mention, Passage, Span
from factcheck.reading.frame.claims import Scene, claim
from factcheck.reading.frame.holding import last_days, publication_day
from factcheck.reading.frame.listed import with_items
from factcheck.reading.frame.names import KnownNames, known_names, names_in
from factcheck.reading.frame.structural import is_structural
from factcheck.reading.frame.subjects import DESCRIPTIONS, PRONOUNS
from factcheck.reading.frame.tokens import Sentence, tokenise

# Sentences looked back to find what a pronoun stands for.
LOOK_BACK = 3


def frame(
    document: Document, passages: Sequence[Passage], mentions: Sequence[Mention], *, trace: bool = False
) -> tuple[Claim, ...]:
    """Claims in the order of the mentions; with ``trace`` each says how its frame came to be."""
    desk = _Desk(document, passages, trace)
    made: list[Claim | None] = []
    for _, group in groupby(mentions, key=lambda mention: (mention.passage, mention.sentence)):
        made.extend(desk.claims(tuple(group)))
    return tuple(with_items(passages, tuple(_with_restated(made, mentions))))


def _with_restated(made: Sequence[Claim | None], mentions: Sequence[Mention]) -> Iterator[Claim]:
    """The claims that were made, each with the id of the claim it repeats in another unit."""
    for found, mention in zip(made, mentions, strict=True):
        if found is None:
            continue
        target = mention.quantity.restates if mention.quantity else -1
        restated = made[target] if target >= 0 else None
        yield found if restated is None else replace(found, restates=restated.claim_id)


@dataclass(slots=True)
class _Desk:
    """One document on the desk: what it teaches about names, and the days its passage has named so far."""

    document: Document
    passages: Sequence[Passage]
    trace: bool
    known: KnownNames
    title_names: dict[tuple[str, ...], tuple[str, ...]]
    published: DayInterval | None
    passage: int
    earlier: DayInterval | None

    def __init__(self, document: Document, passages: Sequence[Passage], trace: bool) -> None:
        self.document, self.passages, self.trace = document, passages, trace
        self.known = known_names(document.text)
        self.published = publication_day(document.published)
        self.title_names = {}
        self.passage, self.earlier = -1, None

    def claims(self, mentions: tuple[Mention, ...]) -> Iterator[Claim | None]:
        """The claims of one sentence's mentions, None for each that only labels."""
        index, number = mentions[0].passage, mentions[0].sentence
        if index != self.passage:
            self.passage, self.earlier = index, None
        passage = self.passages[index]
        sentence = self._tokens(passage, number, mentions)
        scene = self._scene(passage, number, sentence, mentions)
        words = dict(sentence.figures)
        for own, mention in enumerate(mentions):
            yield None if is_structural(sentence, words[own], mention) else claim(scene, own)
        self.earlier = last_days(mentions) or self.earlier

    def _scene(self, passage: Passage, number: int, sentence: Sentence, mentions: tuple[Mention, ...]) -> Scene:
        names = names_in(sentence, self.known)
        own = tuple(dict.fromkeys(name.canonical for name in names))
        linked = any(low in PRONOUNS or low in DESCRIPTIONS for low in sentence.lows)
        return Scene(
            self.document,
            passage,
            number,
            sentence,
            mentions,
            names,
            self.known,
            (*own[:1], *self._earlier_names(passage, number), *own[1:]) if linked else (),
            self._titles((*passage.block.headings, self.document.title)),
            self.earlier,
            self.published,
            self.trace,
        )

    def _earlier_names(self, passage: Passage, number: int) -> Iterator[str]:
        """Names of the sentences before, the nearest sentence first, each sentence in its own order."""
        for before in range(number - 1, max(-1, number - 1 - LOOK_BACK), -1):
            sentence = self._tokens(passage, before, ())
            yield from (name.canonical for name in names_in(sentence, self.known))

    def _titles(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Names in headings and title, the innermost first: only those known from elsewhere, for titles are in
        capitals."""
        if texts not in self.title_names:
            found: list[str] = []
            for text in reversed(texts):
                sentence = tokenise(text, Span(0, len(text)), ())
                for name in names_in(sentence, self.known):
                    written = " ".join(sentence.words[name.start : name.end])
                    if name.canonical != written or written.split()[0] in self.known.capitals:
                        found.append(name.canonical)
            self.title_names[texts] = tuple(dict.fromkeys(found))
        return self.title_names[texts]

    def _tokens(self, passage: Passage, number: int, mentions: Sequence[Mention]) -> Sentence:
        places = [(mention.span, own) for own, mention in enumerate(mentions)]
        return tokenise(self.document.text, passage.sentences[number], places, self.known.capitals)
