"""The gate of the date reader: stories of our own, each time with a value and days written by hand."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from factcheck.model import TimeMention
from tests.reading.dates.conftest import times

STORIES = Path(__file__).with_name("stories.yaml")
_MARKED = re.compile(r"\[([^|\[\]]+)\|([^|\[\]]+)(?:\|([^|\[\]]*))?\]")
# What the reader must reach on these stories: shares of expressions with the right words, value and days.
FLOORS = {"found": 0.99, "value": 0.99, "days": 0.99, "precision": 0.99}


@dataclass(frozen=True)
class Expected:
    quote: str
    start: int
    timex: str
    days: tuple[date | None, date | None]


@dataclass(frozen=True)
class Story:
    about: str
    published: str | None
    text: str
    expected: tuple[Expected, ...]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _days(timex: str, written: str | None) -> tuple[date | None, date | None]:
    """The days written by hand, or those that a plain value names."""
    if written == "-":
        return None, None
    if written is not None:
        first, last = written.split("..")
        return _day(first), _day(last)
    parts = [int(part) for part in timex.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
    return date(*parts), date(*parts)


def stories() -> Iterator[Story]:
    from ruamel.yaml import YAML

    for entry in YAML(typ="safe").load(STORIES.read_text(encoding="utf-8")):
        text, expected = "", []
        for sentence in entry["text"].splitlines():
            at = 0
            for mark in _MARKED.finditer(sentence):
                text += sentence[at : mark.start()]
                quote, timex, days = mark.groups()
                expected.append(Expected(quote, len(text), timex, _days(timex, days)))
                text += quote
                at = mark.end()
            text += sentence[at:] + "\n"
        published = str(entry["published"]) if entry["published"] else None
        yield Story(entry["about"], published, text, tuple(expected))


def _meets(mention: TimeMention, wanted: Expected) -> bool:
    return mention.span.start < wanted.start + len(wanted.quote) and wanted.start < mention.span.end


@dataclass
class Score:
    wanted: int = 0
    made: int = 0
    found: int = 0
    value: int = 0
    days: int = 0


def _scored(story: Story, score: Score) -> list[str]:
    mentions = times(story.text, story.published)
    wrong = []
    score.made += len(mentions)
    for wanted in story.expected:
        score.wanted += 1
        near = [mention for mention in mentions if _meets(mention, wanted)]
        if len(near) != 1:
            wrong.append(f"{story.about}: {wanted.quote!r}: {len(near)} mentions")
            continue
        time = near[0].time
        score.found += 1
        score.value += time.timex == wanted.timex
        score.days += (time.days.start, time.days.end) == wanted.days
        if time.timex != wanted.timex or (time.days.start, time.days.end) != wanted.days:
            wrong.append(f"{story.about}: {wanted.quote!r}: {time.timex} {time.days}, not {wanted.timex} {wanted.days}")
    return wrong


def test_the_stories_are_large_enough() -> None:
    told = list(stories())
    assert sum(story.text.count("\n") for story in told) >= 120
    assert sum(len(story.expected) for story in told) >= 200


def test_floors() -> None:
    score = Score()
    wrong = [line for story in stories() for line in _scored(story, score)]
    shares = {
        "found": score.found / score.wanted,
        "value": score.value / score.wanted,
        "days": score.days / score.wanted,
        "precision": score.found / score.made,
    }
    assert all(shares[name] >= floor for name, floor in FLOORS.items()), "\n".join([str(shares), *wrong])


@pytest.mark.parametrize("story", [story for story in stories() if not story.expected], ids=lambda story: story.about)
def test_figures_that_are_no_times(story: Story) -> None:
    assert [story.text[mention.span.start : mention.span.end] for mention in times(story.text, story.published)] == []
