"""Articles in order of publication, and with the last article of a story the truth about it.

>>> first = next(iter(generate(Corpus(seed=1, documents=200))))
>>> first.doc_id.startswith("story-")
True
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from random import Random

from tests.bench.corpus.prose import Prose
from tests.bench.corpus.statements import RIGHT, UPDATE, WRONG, Mark, Part
from tests.bench.corpus.story import Corpus, Draft, Story, tell
from tests.bench.corpus.truth import Place, Truth

_LENGTHS = (1500, 2700)
_REMARK_SHARE, _STRUCTURAL_SHARE = 0.25, 0.4


@dataclass(frozen=True, slots=True)
class Article:
    """A row of an article table. ``truth`` is what is known of its story, with the first of its articles."""

    doc_id: str
    title: str
    text: str
    url: str
    source: str
    published: datetime
    truth: tuple[Truth, ...] = ()

    def row(self) -> dict[str, str]:
        date = f"{self.published:%Y-%m-%dT%H:%MZ}"
        return {
            "id": self.doc_id, "title": self.title, "url": self.url,
            "source": self.source, "date": date, "text": self.text,
        }  # fmt: skip


def generate(corpus: Corpus) -> Iterator[Article]:
    """The articles of the corpus, the truth about a story with the first of its articles."""
    prose = Prose(corpus.seed)
    coming: list[tuple[datetime, str, Article]] = []
    left = corpus.documents
    for number in count():
        story = tell(corpus, number, left)
        left -= len(story.drafts)
        for article in _articles(corpus, prose, story):
            heapq.heappush(coming, (article.published, article.doc_id, article))
        while coming and (not left or coming[0][0] < corpus.moment(number + 1)):
            yield heapq.heappop(coming)[2]
        if not left:
            return


def _articles(corpus: Corpus, prose: Prose, story: Story) -> list[Article]:
    drafts = sorted(story.drafts, key=lambda draft: draft.published)
    marked: list[tuple[Mark, Place]] = []
    articles = []
    for number, draft in enumerate(drafts, 1):
        doc_id = f"story-{story.number:06}-{number:02}"
        text, marks = _written(prose, draft, corpus.random("text", story.number, number))
        marked += [(mark, Place(doc_id, mark.start, mark.end, text[mark.start : mark.end])) for mark in marks]
        address = f"https://{draft.source.split()[0].lower()}.example/{draft.published:%Y/%m}/{doc_id}"
        articles.append(Article(doc_id, draft.title, text, address, draft.source, draft.published))
    truth = tuple(_truth(story, marked))
    return [replace(articles[0], truth=truth), *articles[1:]]


def _written(prose: Prose, draft: Draft, random: Random) -> tuple[str, list[Mark]]:
    """The text of an article, the lead in a paragraph with what is said first, and where its marks are in it."""
    parts = draft.parts[1:]
    wanted = random.randint(*_LENGTHS) - sum(len(part.text) for part in parts)
    while wanted > 0:
        filler = prose.remark(random) if random.random() < _REMARK_SHARE else prose.sentence(random)
        parts.append(Part(filler))
        wanted -= len(filler) + 1
    random.shuffle(parts)
    text, marks, room = "", list[Mark](), 0
    for part in (draft.parts[0], *parts):
        if text:
            text += " " if room else "\n\n"
        room = room - 1 if room else random.randint(1, 4)
        marks += [mark.shifted(len(text)) for mark in part.marks]
        text += part.text
    if random.random() < _STRUCTURAL_SHARE:
        line = prose.structural(random)
        marks.append(Mark(0, len(line), "structure").shifted(len(text) + 2))
        text += f"\n\n{line}"
    return text + "\n", marks


def _truth(story: Story, marked: Sequence[tuple[Mark, Place]]) -> Iterator[Truth]:
    """What the marks of a story say: where each fact stands, and its right places against every other side."""
    sides: dict[str, dict[str, list[Place]]] = {}
    for mark, place in marked:
        sides.setdefault(mark.fact, {}).setdefault(mark.side, []).append(place)
    structure = sides.pop("", {})
    for side, places in structure.items():
        yield Truth("structure", side, "", tuple(places), ())
    for fact, told in sides.items():
        name = f"{story.number} {fact}"
        right = tuple(told.pop(RIGHT, ()))
        if right:
            yield Truth("fact", "", name, right, ())
        for side, others in told.items():
            if side == UPDATE:
                yield Truth("look-alike", side, name, tuple(others), tuple(others))
            elif right and side == WRONG:
                yield Truth("conflict", story.causes[fact], name, right, tuple(others))
            elif right:
                yield Truth("look-alike", side, name, right, tuple(others))
