"""A corpus compared in parts gives what it gives as a whole: here, in other processes, in groups, as archives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pandas as pd
import pytest

from factcheck import engines, pipeline
from factcheck.comparing import block, corpus, parts
from factcheck.comparing import compare as comparing
from factcheck.comparing.align import align
from factcheck.comparing.compare import CompareOptions, Comparison, compare
from factcheck.comparing.kept import Kept
from factcheck.comparing.spread import HERE, Spread, in_turn
from factcheck.model import Document, PositionMap, Reading
from factcheck.reading import read
from factcheck.rulebook import rules_in_force
from factcheck.settings import Settings
from factcheck.writers import writer_for
from tests.bench.corpus import Corpus, generate
from tests.bench.corpus.write import write

ALL = CompareOptions()
SUMS = "Of 40 people on board, 12 were rescued and 29 died. The ferry left at 8 am on Monday, 3 May 2024."


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    articles = islice(generate(Corpus(seed=5, documents=60)), 60)
    read = [_read(article.doc_id, article.text, str(article.row()["date"])) for article in articles]
    found = [*read, _read("sums", SUMS, "2024-05-04")]
    return [replace(each, metadata=(("group", each.doc_id[:8]),)) for each in found]


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every corpus is large, and every part small."""
    monkeypatch.setattr(corpus, "LARGE", 1)
    monkeypatch.setattr(corpus, "_CLAIMS", 100)
    monkeypatch.setattr(corpus, "_ROWS", 70)
    monkeypatch.setattr(parts, "_AT_ONCE", 300)
    monkeypatch.setattr(block, "_KEYS_AT_ONCE", 200)
    monkeypatch.setattr(block, "_PAIRS_AT_ONCE", 500)


def _read(name: str, text: str, published: str) -> Reading:
    return read(Document(name, "a.jsonl", text, PositionMap.of_text(text), published=published))


def _compare(
    readings: list[Reading], options: CompareOptions = ALL, spread: AbstractContextManager[Spread] = HERE
) -> Comparison:
    marks = {reading.doc_id: reading.doc_id for reading in readings}
    return compare(readings, rules_in_force(), options, marks, spread=spread)


OPTIONS = (ALL, CompareOptions("group"), CompareOptions(against=frozenset({"story-000000-01", "sums"})))


@pytest.mark.parametrize("options", OPTIONS, ids=["all", "groups", "archive"])
def test_parts_give_the_same(readings: list[Reading], options: CompareOptions, request: pytest.FixtureRequest) -> None:
    whole = _compare(readings, options)
    request.getfixturevalue("small_parts")
    found = _compare(readings[::-1], options)
    assert whole.conflicts
    assert replace(found, kept=None) == replace(whole, kept=None)


@pytest.mark.usefixtures("small_parts")
def test_other_processes_give_the_same(readings: list[Reading]) -> None:
    whole = _compare(readings)
    found = _compare(readings, spread=engines.choose("processes", 2).parts())
    assert replace(found, kept=None) == replace(whole, kept=None)


@pytest.mark.usefixtures("small_parts")
def test_workers_are_let_go_before_the_rest_is_done(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    @contextmanager
    def opened() -> Iterator[Spread]:
        told.append("opened")
        yield in_turn
        told.append("closed")

    def aligned(pairs: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
        told.append("aligning")
        return align(pairs)

    monkeypatch.setattr(comparing, "align", aligned)
    assert _compare(readings, spread=opened()).conflicts
    assert told == ["opened", "closed", "aligning"]


def test_what_parts_leave_is_built_on(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    whole, fewer = _compare(readings), _compare(readings[3:])
    monkeypatch.setattr(corpus, "LARGE", 1)
    left = _compare(readings[3:]).kept
    assert left is not None
    kept = Kept.of_bytes(left.to_bytes())
    marks = {reading.doc_id: reading.doc_id for reading in readings}
    for documents, expected in ((readings, whole), (readings[3:], fewer)):
        found = compare(documents, rules_in_force(), CompareOptions(), marks, kept)
        assert replace(found, kept=None) == replace(expected, kept=None)


@pytest.mark.usefixtures("small_parts")
def test_claims_on_disk_give_the_bytes_of_claims_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = [str(table) for table in write(Corpus(seed=5, documents=30), tmp_path).tables]
    settings = Settings(jobs=1, cache_dir=None)
    in_memory = writer_for("json").write(pipeline.check(tables, settings))
    monkeypatch.setattr("factcheck.cached_reading._IN_MEMORY", 0)
    for cache in (None, str(tmp_path / "cache"), str(tmp_path / "cache")):
        report = pipeline.check(tables, replace(settings, cache_dir=cache))
        assert writer_for("json").write(report) == in_memory
        # Agreements are decoded again each time they are asked for.
        assert [tuple(each.position.claims) for each in report.agreements] == [
            tuple(each.position.claims) for each in report.agreements
        ]
