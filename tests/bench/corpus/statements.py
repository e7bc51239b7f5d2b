"""The sentences in which the articles of a story state one fact, mistake it, or tell something that looks like it.

>>> Part("The fire killed 41 people.", (Mark(16, 25, "right"),)).marks[0].side
'right'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from tests.bench.corpus.conflicts import another, mistaken
from tests.bench.corpus.values import Shape, Style, render, styles

_MISTAKEN_SHARE, _GROWTH_SHARE, _STYLED_SHARE, _TOLD_SHARE, _TWIN_SHARE = 0.08, 0.3, 0.3, 0.8, 0.3
_STYLE_CAUSES = {"bound": "bound", "rounded": "rounding", "unit": "unit", "notation": "notation"}
_GROWS_FROM = 0.7
_NEWS_HOURS = 8.0
RIGHT, WRONG, UPDATE = "right", "wrong", "later update"


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure that the truth file knows. ``side`` is "right", "wrong", or the cause of a look-alike; a mark
    without a fact is a figure of the page."""

    start: int
    end: int
    side: str
    fact: str = ""

    def shifted(self, by: int) -> Mark:
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of an article, with its marked figures."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class FactTold:
    """``parts`` are (number of the article, sentence). ``mistaken`` is the article that has it wrong, ``witness`` one
    that has it right."""

    parts: tuple[tuple[int, Part], ...]
    cause: str = ""
    mistaken: int | None = None
    witness: int = 0


@dataclass(frozen=True, slots=True)
class _Telling:
    """One fact with its true value, and what its sentences are made from."""

    random: Random
    fact: dict[str, Any]
    slots: dict[str, str]
    articles: int
    shape: Shape
    value: float

    def stated(self, value: float, side: str, style: Style = "plain") -> Part:
        written = {"value": render(self.shape, value, style, self.random)}
        return self.marked(self.random.choice(self.fact["sentences"]), written, side)

    def told(self) -> Part:
        """The fact in one of the ways in which it can be written truthfully."""
        ways = styles(self.shape, self.value)
        if ways and self.random.random() < _STYLED_SHARE:
            style = self.random.choice(ways)
            return self.stated(self.value, _STYLE_CAUSES[style], style)
        return self.stated(self.value, RIGHT)

    def marked(self, template: str, written: dict[str, str], side: str) -> Part:
        return marked(template, self.slots, written, side, self.fact["name"])


def marked(template: str, slots: dict[str, str], written: dict[str, str], side: str, fact: str) -> Part:
    """The template filled in, each of the written figures marked. A sentence begins with a capital."""
    text, marks = "", []
    for piece in template.replace("}", "{").split("{"):
        if piece in written:
            marks.append(Mark(len(text), len(text) + len(written[piece]), side, fact))
        text += written.get(piece, slots.get(piece, piece))
    return Part(text[0].upper() + text[1:], tuple(marks))


def fact_told(random: Random, fact: dict[str, Any], slots: dict[str, str], hours: Sequence[float]) -> FactTold:
    """How articles published at those hours, in order, tell this fact and its twins."""
    articles = len(hours)
    shape = Shape(**fact["shape"])
    value = random.choice((10, 20, 50, 90)) if fact.get("nice") and random.random() < 0.5 else shape.draw(random)
    telling = _Telling(random, fact, slots, articles, shape, value)
    tellers = [n for n in range(articles) if random.random() < _TOLD_SHARE]
    twins = [part for twin in fact["twins"] for part in _twin(telling, twin)]
    if len(tellers) > 1 and random.random() < _MISTAKEN_SHARE:
        witness, wrong = sorted(random.sample(tellers, 2))
        cause, false = mistaken(shape, value, random)
        parts = [(n, telling.stated(value, RIGHT)) for n in tellers if n != wrong]
        return FactTold((*parts, (wrong, telling.stated(false, WRONG)), *twins), cause, wrong, witness)
    if fact.get("growing") and articles > 2 and random.random() < _GROWTH_SHARE:
        return FactTold((*_growing(telling, tellers, hours), *twins))
    return FactTold((*((n, telling.told()) for n in tellers), *twins))


def _growing(telling: _Telling, tellers: list[int], hours: Sequence[float]) -> Iterator[tuple[int, Part]]:
    """A running figure: every article gives the state of its hour, and news comes every ``_NEWS_HOURS``."""
    changed, now = -_NEWS_HOURS, 0
    for n in tellers:
        if hours[n] - changed >= _NEWS_HOURS:
            changed = hours[n]
            now = round(telling.value * (_GROWS_FROM + (1 - _GROWS_FROM) * hours[n] / hours[-1]))
        yield n, telling.stated(now, UPDATE)


def _twin(telling: _Telling, twin: dict[str, str]) -> Iterator[tuple[int, Part]]:
    """What looks like the fact and is none: one value, in one article or two."""
    random, shape, value = telling.random, telling.shape, telling.value
    if random.random() >= _TWIN_SHARE:
        return
    counted = replace(shape, noun=twin.get("noun", shape.noun))
    if twin["rule"] == "split":
        part = max(1, round(value * random.uniform(0.2, 0.45)))
        rest = replace(shape, noun=twin["other"])
        written = {"part": render(counted, part, "plain", random), "rest": render(rest, value - part, "plain", random)}
    elif twin["rule"] == "other":
        written = {"twin": render(counted, another(shape, value, random), "plain", random)}
    else:
        factor = random.uniform(0.15, 0.7) if twin["rule"] == "part" else random.uniform(1.2, 1.6)
        written = {"twin": render(counted, _scaled(shape, value, factor), "plain", random)}
    for n in random.sample(range(telling.articles), min(telling.articles, random.choice((1, 1, 2)))):
        yield n, telling.marked(twin["text"], written, twin["cause"])


def _scaled(shape: Shape, value: float, factor: float) -> float:
    if shape.kind == "money":
        return float(f"{value * factor:.3e}")
    return round(value * factor, 1) if shape.kind == "share" else max(1, round(float(f"{value * factor:.2e}")))
