"""Tiny documents and all that is reported of them: conflicts, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from factcheck.comparing.compare import CompareOptions, compare
from factcheck.model import Conflict, Document, PositionMap, Reading
from factcheck.pipeline import read_passage
from factcheck.rulebook import rules_in_force

_DAY = re.compile(r"\[(\d{4}-\d\d-\d\d)\] ")
QUIET = "quiet"


@dataclass(frozen=True)
class Line:
    number: int
    expected: str
    documents: tuple[str, ...]


def lines() -> Iterator[Line]:
    """The lines of ``reports.txt``."""
    text = (Path(__file__).parent / "reports.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("# "):
            expected, *documents = line.split(" | ")
            yield Line(number, expected, tuple(documents))


LINES = tuple(lines())


def read_as(name: str, written: str) -> Reading:
    day = _DAY.match(written)
    text = written[day.end() if day else 0 :].replace(r"\n", "\n").replace(r"\|", "|")
    document = Document(name, name, text, PositionMap.of_text(text), published=day[1] if day else None)
    return replace(read_passage(document), metadata=(("story", "one"),))


def conflicts(documents: Sequence[str], group_by: str | None) -> tuple[Conflict, ...]:
    readings = [read_as(name, text) for name, text in zip("abcdefgh", documents, strict=False)]
    return compare(readings, rules_in_force(()), CompareOptions(group_by=group_by)).conflicts


def told(found: Sequence[Conflict]) -> str:
    return " + ".join(sorted(f"{one.rule} {one.severity} {one.conflict_class}" for one in found)) or QUIET


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"line {line.number}")
def test_what_is_told_of_one_story(line: Line) -> None:
    assert told(conflicts(line.documents, "story")) == line.expected, line.documents


@pytest.mark.parametrize(
    "line", [line for line in LINES if line.expected == QUIET], ids=lambda line: f"line {line.number}"
)
def test_quiet_documents_are_quiet_without_a_story(line: Line) -> None:
    assert told(conflicts(line.documents, None)) == QUIET, line.documents


def test_there_are_conflicts_and_lookalikes() -> None:
    quiet = sum(line.expected == QUIET for line in LINES)
    assert quiet >= 80
    assert len(LINES) - quiet >= 80


def test_the_odd_one_out_comes_first() -> None:
    stated = ("The Alma bridge is 412 metres long.", "The Alma bridge has a length of 417 metres.")
    (found,) = conflicts((stated[0], stated[0], stated[0], stated[1]), "story")
    assert [position.text for position in found.positions] == ["417 metres", "412 metres"]
    assert [len(position.claims) for position in found.positions] == [1, 3]
