"""The scene of one sentence: everything that its mentions share is found out once.

A run-on of more than ``LONGEST`` characters (a list without stops, a minified line) is cut into stretches, each a
scene of its own, so that the work stays linear in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.lexicon.stopwords import word_kind
from factcheck.lexicon.verbs import verb_form
from factcheck.model import Block, DayInterval, Document, Mention, Passage, Span
from factcheck.reading.frame import surroundings
from factcheck.reading.frame.attribution import attribution
from factcheck.reading.frame.holding import dated, last_days, publication_day
from factcheck.reading.frame.names import KnownNames, Name, known_names, names_in
from factcheck.reading.frame.orientation import transposed
from factcheck.reading.frame.qualifiers import Cue, cues_in
from factcheck.reading.frame.referents import DESCRIPTIONS, IT, PRONOUNS, introduced_thing
from factcheck.reading.frame.tokens import Sentence, tokenise
from factcheck.reading.frame.versions import block_version, known_versions
from factcheck.reading.ports import PORT

LONGEST = 800
# Sentences looked back to find what a pronoun stands for.
LOOK_BACK = 3
# How often a page writes a name with its number before the number is taken for a part of it.
OFTEN = 3
OPENERS = "\"'“‘([*_"
NUMBERED = re.compile(r"[A-Z](?<![\w.].)[\w+.-]{1,30} \d{1,4}(?![\w%]|[.,]\d)")
LINE_CITED = frozenset({"cell", "item", "field", "heading", "title", "term"})


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence (or stretch) with its mentions; ``cited`` is the span quoted as the sentence of its claims.

    ``version`` is the release that its row or headings name, ``own_version`` whether its row does; ``transposed`` says
    that the rows of its table name measures.
    """

    document: Document
    passage: Passage
    number: int
    sentence: Sentence
    mentions: tuple[Mention, ...]
    cited: Span
    cited_text: str
    names: tuple[Name, ...]
    antecedents: tuple[str, ...]
    thing: str
    title_names: tuple[str, ...]
    attribution: str
    lemmas: tuple[str, ...]
    words: tuple[str, ...]
    headings: tuple[str, ...]
    identifiers: tuple[str, ...]
    cues: tuple[Cue, ...]
    values: tuple[tuple[str, ...], ...]
    dates: tuple[tuple[int, DayInterval], ...]
    earlier: DayInterval | None
    published: DayInterval | None
    version: str = ""
    own_version: bool = False
    transposed: bool = False

    @property
    def block(self) -> Block:
        return self.passage.block


class Desk:
    """One document on the desk: what it teaches about names, and the days its passage has named so far."""

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self.document, self.passages = document, passages
        self.known: KnownNames = known_names(document.text)
        self.published = publication_day(document.published)
        self.title_names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.versions = known_versions((passage.block for passage in passages), document.scope)
        self.numbered = numbered_names(document.text)
        self.transposed = transposed(passage.block for passage in passages)
        self.passage, self.earlier = -1, None

    def scenes(self, mentions: Sequence[Mention]) -> Iterator[Scene]:
        """The scenes of a document's mentions, in their order; every mention is in exactly one."""
        for (index, number), group in groupby(mentions, key=lambda mention: (mention.passage, mention.sentence)):
            passage = self.passages[index]
            if index != self.passage:
                self.passage, self.earlier = index, None
            sentence = passage.sentences[number]
            for span, own in stretches(self.document.text, sentence, tuple(group)):
                yield self._scene(passage, number, span, own)
                self.earlier = last_days(own) or self.earlier

    passage: int
    earlier: DayInterval | None

    def _scene(self, passage: Passage, number: int, span: Span, mentions: tuple[Mention, ...]) -> Scene:
        places = [(mention.span, own) for own, mention in enumerate(mentions) if not self._names_version(mention)]
        sentence = tokenise(self.document.text, span, places, self.known.capitals, _omitted(passage, span))
        names = names_in(sentence, self.known)
        antecedents = self._antecedents(passage, number, sentence, names)
        cited = self._cited(passage, span)
        text = cited.of(self.document.text)
        lemmas = surroundings.content_lemmas(sentence)
        version, own_version = block_version(passage.block)
        return Scene(
            document=self.document,
            passage=passage,
            number=number,
            sentence=sentence,
            mentions=mentions,
            cited=cited,
            cited_text=text,
            names=names,
            antecedents=antecedents,
            thing=self._thing_before(passage, number, sentence),
            title_names=self._titles((*passage.block.headings, self.document.title)),
            attribution=attribution(sentence, names, antecedents),
            lemmas=lemmas,
            words=surroundings.content(lemmas),
            headings=surroundings.headings(self.document, passage.block),
            identifiers=surroundings.identifiers(text, tuple(label.text for label in passage.block.labels)),
            cues=cues_in(sentence, self.versions),
            values=surroundings.value_keys(mentions),
            dates=dated(sentence, mentions),
            earlier=self.earlier,
            published=self.published,
            version=version,
            own_version=own_version,
            transposed=passage.block.group in self.transposed,
        )

    def _names_version(self, mention: Mention) -> bool:
        """Whether a bare number is a release that the page names, or part of a name that it writes again and again
        ("Halden 365"): a word of its sentence and no figure."""
        if mention.quantity is None or mention.quantity.quantity.unit or mention.quantity.quantity.dimension == PORT:
            return False
        start, end = mention.span.start, mention.span.end
        text = self.document.text
        return text[start:end] in self.versions or _named(text, start, end) in self.numbered

    def _cited(self, passage: Passage, span: Span) -> Span:
        """The span to quote: the line of a cell, item or heading, else the sentence, without the space around it."""
        line = passage.block.line
        whole = line if passage.block.kind in LINE_CITED and line.end - line.start <= LONGEST else span
        text = whole.of(self.document.text)
        return Span(whole.start + len(text) - len(text.lstrip()), whole.start + len(text.rstrip()))

    def _antecedents(self, passage: Passage, number: int, sentence: Sentence, names: Sequence[Name]) -> tuple[str, ...]:
        """Names that a pronoun may stand for: this sentence's first one, those of the sentences before, its others."""
        if not any(low in PRONOUNS or low in DESCRIPTIONS for low in sentence.lows):
            return ()
        own = tuple(dict.fromkeys(name.canonical for name in names))
        return (*own[:1], *self._earlier_names(passage, number), *own[1:])

    def _thing_before(self, passage: Passage, number: int, sentence: Sentence) -> str:
        """What the sentence before has brought up, for an "it" in this one."""
        if number == 0 or IT.isdisjoint(sentence.lows):
            return ""
        return introduced_thing(self._earlier(passage, number - 1))

    def _earlier(self, passage: Passage, number: int) -> Sentence:
        """The end of an earlier sentence of the passage, without its mentions."""
        span = passage.sentences[number]
        piece = Span(max(span.start, span.end - LONGEST), span.end)
        return tokenise(self.document.text, piece, (), self.known.capitals, _omitted(passage, piece))

    def _earlier_names(self, passage: Passage, number: int) -> Iterator[str]:
        """Names of the sentences before, the nearest sentence first, each sentence in its own order."""
        for before in range(number - 1, max(-1, number - 1 - LOOK_BACK), -1):
            yield from (name.canonical for name in names_in(self._earlier(passage, before), self.known))

    def _titles(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Names in headings and title, the innermost first: only those known from elsewhere, for titles are in
        capitals."""
        if texts not in self.title_names:
            found = (name for text in reversed(texts) for name in self._titled(text))
            self.title_names[texts] = tuple(dict.fromkeys(found))
        return self.title_names[texts]

    def _titled(self, text: str) -> tuple[str, ...]:
        """The same of one heading, which stands above many passages, each time with others."""
        if (text,) not in self.title_names:
            sentence = tokenise(text, Span(0, min(len(text), LONGEST)), ())
            found = [(name.canonical, sentence.words[name.start : name.end]) for name in names_in(sentence, self.known)]
            self.title_names[(text,)] = tuple(
                dict.fromkeys(
                    name
                    for name, words in found
                    if name != " ".join(words) or words[0].split()[0] in self.known.capitals
                )
            )
        return self.title_names[(text,)]


def numbered_names(text: str) -> frozenset[str]:
    """Names with a number that a page writes at least three times.

    >>> sorted(numbered_names("Halden 365 is new. " * 3 + "The 12 boats sank. " * 3 + "On Friday 13 boats sank."))
    ['Halden 365']
    """
    counts = Counter(NUMBERED.findall(text))
    return frozenset(name for name, number in counts.items() if number >= OFTEN and _may_name(name.split()[0].lower()))


def _may_name(low: str) -> bool:
    """Whether a word may begin a numbered name: it is no small word of grammar and no verb ("Add 3 lamps")."""
    form = verb_form(low)
    return not word_kind(low) and (form is None or form.shape != "base")


def _named(text: str, start: int, end: int) -> str:
    """The capitalised word before a number, with it."""
    before = text[max(0, start - 32) : start]
    words = before.split() if before.endswith(" ") else ()
    return f"{words[-1].lstrip(OPENERS)} {text[start:end]}" if words else ""


def _omitted(passage: Passage, span: Span) -> list[Span]:
    return [gap for gap in passage.block.omitted if gap.overlaps(span)]


def stretches(text: str, sentence: Span, mentions: tuple[Mention, ...]) -> Iterator[tuple[Span, tuple[Mention, ...]]]:
    """The sentence with its mentions; a run-on in pieces of about ``LONGEST`` characters, cut at spaces."""
    if sentence.end - sentence.start <= LONGEST:
        yield sentence, mentions
        return
    for piece, group in groupby(mentions, key=lambda mention: (mention.span.start - sentence.start) // LONGEST):
        own = tuple(group)
        start = sentence.start + piece * LONGEST
        end = min(sentence.end, start + LONGEST)
        space = text.rfind(" ", max(sentence.start, start - 40), start + 1)
        start = space if space >= 0 else start
        yield Span(min(start, own[0].span.start), max(end, own[-1].span.end)), own
