"""Pairs that look like conflicts and are none, by cause, from the text to the report; each with a twin that is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from factcheck.comparing.compare import CompareOptions, compare
from factcheck.model import Conflict, Document, PositionMap, Reading
from factcheck.pipeline import read_passage
from factcheck.rulebook import rules_in_force

CAUSES: Sequence[Mapping[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parent / "causes.yaml").read_text(encoding="utf-8")
)


def read_as(name: str, text: str, published: str | None) -> Reading:
    document = Document(name, name, text, PositionMap.of_text(text), published=published)
    return replace(read_passage(document), metadata=(("story", "one"),))


def conflicts(left: str, right: str, published: Sequence[str | None]) -> tuple[Conflict, ...]:
    readings = [read_as(name, text, day) for name, text, day in zip("ab", (left, right), published, strict=True)]
    return compare(readings, rules_in_force(()), CompareOptions(group_by="story")).conflicts


@pytest.mark.parametrize("pair", CAUSES, ids=lambda pair: str(pair["cause"]))
def test_a_lookalike_is_no_conflict(pair: Mapping[str, Any]) -> None:
    found = conflicts(pair["left"], pair["right"], pair.get("published", (None, None)))
    assert [conflict.message for conflict in found if conflict.severity != "note"] == []


@pytest.mark.parametrize("pair", CAUSES, ids=lambda pair: str(pair["cause"]))
def test_its_twin_is_one(pair: Mapping[str, Any]) -> None:
    found = conflicts(pair.get("twin_left", pair["left"]), pair["twin"], pair.get("twin_published", (None, None)))
    assert any(conflict.severity != "note" for conflict in found)


def test_every_cause_is_there_once() -> None:
    assert len({pair["cause"] for pair in CAUSES}) == len(CAUSES) == 20
