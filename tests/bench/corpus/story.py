"""One story: its facts, who states them how, where somebody is wrong, and what is told beside them.

>>> told = tell(Corpus(seed=1, documents=200), 4)
>>> all(draft.parts for draft in told.drafts)
True
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from tests.bench.corpus import names
from tests.bench.corpus.prose import load, zipf
from tests.bench.corpus.statements import RIGHT, Part, fact_told, marked
from tests.bench.corpus.values import MONTHS

_START, _SPAN_DAYS, _SPREAD_HOURS = datetime(2021, 1, 1), 1400, 130
# The mean of articles a story, as drawn below: how many stories are told in the span depends on it.
_ARTICLES, _MOST_ARTICLES = 4.7, 14
_PLACES, _OUTLETS, _SECOND_NAMES = 20_000, 60, 3_000_000
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Corpus:
    """What all stories of a corpus share: the seed, and the number of documents they are told in."""

    seed: int
    documents: int

    def random(self, *key: object) -> Random:
        """A generator of its own for every key, so that no part depends on what was drawn before it."""
        return Random(" ".join(map(str, (self.seed, *key))))

    def moment(self, number: int) -> datetime:
        """When story ``number`` happened: stories follow each other over the same span whatever the size, so that a
        larger corpus is a denser one."""
        between = _SPAN_DAYS * 1440 * _ARTICLES / self.documents
        return _START + timedelta(minutes=int(between * (number + self.random("moment", number).random())))


@dataclass(slots=True)
class Draft:
    """An article being written: its sentences, the lead first."""

    published: datetime
    source: str
    title: str
    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Story:
    """A story as told: ``drafts`` in the order in which they were begun; ``causes`` says what is wrong with each fact
    that somebody mistook."""

    number: int
    drafts: tuple[Draft, ...]
    causes: dict[str, str]


def tell(corpus: Corpus, number: int, at_most: int = _MOST_ARTICLES) -> Story:
    """Story ``number`` of the corpus, in so many articles at most: depends on nothing else."""
    random = corpus.random("story", number)
    kind: dict[str, Any] = random.choice(load("stories"))
    happened = corpus.moment(number)
    slots = {
        "thing": names.thing(number), "sister": names.thing(_SECOND_NAMES + number),
        "place": names.place(zipf(random, _PLACES)), "elsewhere": names.place(_PLACES + number),
        "person": names.person(_SECOND_NAMES + number),
    }  # fmt: skip
    drafts = tuple(_drafts(random, kind, happened, slots))[:at_most]
    causes: dict[str, str] = {}
    for fact in kind["facts"]:
        hours = [(draft.published - happened) / timedelta(hours=1) for draft in drafts]
        told = fact_told(random, fact, slots, hours)
        if told.mistaken is not None:
            causes[fact["name"]] = told.cause
            _side_by_side(random, drafts, told.witness, told.mistaken)
        for at, part in told.parts:
            drafts[at].parts.append(part)
    return Story(number, drafts, causes)


def _drafts(random: Random, kind: dict[str, Any], happened: datetime, slots: dict[str, str]) -> Iterator[Draft]:
    hours = sorted(random.uniform(3, _SPREAD_HOURS) for _ in range(1 + zipf(random, _MOST_ARTICLES)))
    for hour, outlet in zip(hours, random.sample(range(_OUTLETS), len(hours)), strict=True):
        published = happened + timedelta(hours=hour)
        told = {**slots, "day": _day(random, happened, published)}
        yield Draft(
            published,
            f"{names.place(outlet)} Courier",
            random.choice(kind["title"]).format(**told),
            [marked(random.choice(kind["lead"]), told, {"day": told["day"]}, RIGHT, "day")],
        )


def _day(random: Random, happened: datetime, published: datetime) -> str:
    """The story's day as an article published then would write it."""
    day = f"{happened.day} {MONTHS[happened.month - 1]}"
    ways = [f"on {day}", f"on {day} {happened.year}"]
    if (published.date() - happened.date()).days < 7:
        ways += [f"on {_WEEKDAYS[happened.weekday()]}"] * 2
    return random.choice(ways)


def _side_by_side(random: Random, drafts: tuple[Draft, ...], witness: int, mistaken: int) -> None:
    """Whoever is wrong publishes within the hour of one who is right, so that no news came between them."""
    drafts[mistaken].published = drafts[witness].published + timedelta(minutes=random.randint(1, 50))
