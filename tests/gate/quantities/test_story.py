"""Floors for reading quantities on a story written for it: values, units, directions, roles, and nothing else read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from factcheck.model import QuantityMention, Span
from factcheck.reading.quantities import read_quantities

STORY = Path(__file__).parent / "story.txt"
MARK = re.compile(r"\{([^|{}]+)\|([^|{}]+)(?:\|([a-z]+))?\}")
VALUE = re.compile(r"(>=|<=|>|<|\+~|-~|~)?(-?[\d.]+?)(?:\.\.(-?[\d.]+))?")
HEDGES = {"~": "approx", "-~": "almost", "+~": "over"}
FLOORS = {"found": 0.99, "right": 0.99, "unit": 0.99, "direction": 0.99, "role": 0.98, "noun": 0.97}


@dataclass(frozen=True)
class Gold:
    """A figure as marked: its place in the cleaned sentence and what was meant."""

    span: Span
    ends: tuple[float, ...]
    direction: str
    unit: str
    noun: str
    role: str


@dataclass(frozen=True)
class Sentence:
    text: str
    gold: tuple[Gold, ...]


@cache
def story() -> tuple[Sentence, ...]:
    lines = STORY.read_text(encoding="utf-8").splitlines()
    return tuple(parse(line) for line in lines if line and not line.startswith("#"))


def parse(line: str) -> Sentence:
    text, gold, at = "", [], 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        gold.append(parse_mark(mark[1], mark[2], mark[3] or "value", len(text)))
        text, at = text + mark[1], mark.end()
    return Sentence(text + line[at:], tuple(gold))


def parse_mark(quote: str, meaning: str, role: str, start: int) -> Gold:
    value, _, unit = meaning.partition(" ")
    found = VALUE.fullmatch(value)
    assert found is not None, meaning
    ends = (float(found[2]),) if found[3] is None else (float(found[2]), float(found[3]))
    direction = "range" if len(ends) == 2 else found[1] or "="
    noun = unit.strip('"') if unit.startswith('"') else ""
    return Gold(Span(start, start + len(quote)), ends, direction, "" if noun or unit == "-" else unit, noun, role)


def ends(mention: QuantityMention) -> tuple[float, ...]:
    stated = mention.quantity.stated
    return tuple(dict.fromkeys(end for end in (stated.lo, stated.hi) if end is not None))


def direction(mention: QuantityMention) -> str:
    stated = mention.quantity.stated
    if stated.lo is None:
        return "<" if stated.hi_open else "<="
    if stated.hi is None:
        return ">" if stated.lo_open else ">="
    if stated.lo != stated.hi:
        return "range"
    return {hedge: sign for sign, hedge in HEDGES.items()}.get(mention.quantity.hedge or "", "=")


def same_value(gold: Gold, mention: QuantityMention) -> bool:
    return gold.span.overlaps(mention.span) and ends(mention) == pytest.approx(gold.ends)


@cache
def outcome() -> tuple[tuple[Gold, QuantityMention | None, str], ...]:
    """Every marked figure with the mention that has its value (None if there is none), and its sentence."""
    rows: list[tuple[Gold, QuantityMention | None, str]] = []
    for sentence in story():
        mentions = measured(sentence.text)
        for gold in sentence.gold:
            match = next((mention for mention in mentions if same_value(gold, mention)), None)
            rows.append((gold, match, sentence.text))
    return tuple(rows)


def measured(text: str) -> list[QuantityMention]:
    found = read_quantities(text, [Span(0, len(text))], [])
    return [mention for mention in found if mention.quantity.kind != "ordinal"]


def misses(rows: list[str]) -> str:
    return "\n".join(rows)


def test_the_story_is_large_enough() -> None:
    assert len(story()) >= 150
    assert sum(len(sentence.gold) for sentence in story()) >= 250


def test_values_are_found() -> None:
    missed = [f"{gold.span.of(text)!r} in {text!r}" for gold, match, text in outcome() if match is None]
    assert 1 - len(missed) / len(outcome()) >= FLOORS["found"], misses(missed)


def test_nothing_else_is_read() -> None:
    right = {(id(match), text) for _, match, text in outcome() if match is not None}
    extra, total = [], 0
    for sentence in story():
        spans = [gold.span for gold in sentence.gold]
        for mention in measured(sentence.text):
            total += 1
            if not any(mention.span.overlaps(span) for span in spans):
                extra.append(f"{mention.span.of(sentence.text)!r} in {sentence.text!r}")
    assert len(right) <= total
    assert 1 - len(extra) / total >= FLOORS["right"], misses(extra)


@pytest.mark.parametrize(
    ("aspect", "wanted", "got"),
    [
        ("unit", lambda gold: gold.unit, lambda mention: mention.quantity.unit),
        ("direction", lambda gold: gold.direction, direction),
        ("role", lambda gold: gold.role, lambda mention: mention.role),
        ("noun", lambda gold: gold.noun.split(" ")[-1], lambda mention: mention.quantity.noun.split(" ")[-1]),
    ],
)
def test_aspect(aspect: str, wanted, got) -> None:  # type: ignore[no-untyped-def]
    rows = [
        (gold, match, text) for gold, match, text in outcome() if match is not None and (aspect != "noun" or gold.noun)
    ]
    wrong = [
        f"{gold.span.of(text)!r} in {text!r}: {got(match)!r}, not {wanted(gold)!r}"
        for gold, match, text in rows
        if wanted(gold) != got(match)
    ]
    assert 1 - len(wrong) / len(rows) >= FLOORS[aspect], misses(wrong)


@pytest.mark.parametrize("text", [sentence.text for sentence in story() if not sentence.gold])
def test_sentence_without_quantities(text: str) -> None:
    assert [mention.span.of(text) for mention in measured(text)] == []
