"""Building on an earlier comparison changes nothing but the time it takes: whatever was edited, added or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

import pytest

from factcheck.comparing.compare import CompareOptions, Comparison, compare
from factcheck.comparing.kept import Kept
from factcheck.comparing.match.features.context import STRONG
from factcheck.comparing.statistics import MOST_CONTRASTS
from factcheck.comparing.weighing import _matched
from factcheck.model import Document, PositionMap, Reading
from factcheck.reading import read
from factcheck.rulebook import Rule, rules_in_force
from tests.bench.corpus import Corpus, generate

ADDED = "The ferry Alma sank off Lorvik on 3 May 2024, killing 41 people. It cost 12 million dollars and took 3 days."


def _read(name: str, text: str, published: str | None = None) -> Reading:
    return read(Document(name, f"{name}.txt", text, PositionMap.of_text(text), published=published))


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    articles = islice(generate(Corpus(seed=5, documents=40)), 40)
    return [_read(article.doc_id, article.text, str(article.row()["date"])) for article in articles]


def _compare(readings: Sequence[Reading], earlier: Kept | None = None, **options: object) -> Comparison:
    marks = {reading.doc_id: str(hash(repr(reading))) for reading in readings}
    return compare(readings, _rules(), CompareOptions(**options), marks=marks, earlier=earlier)  # type: ignore[arg-type]


@cache
def _rules() -> tuple[Rule, ...]:
    return rules_in_force()


def _again(found: Comparison) -> Kept:
    assert found.kept is not None
    kept = Kept.of_bytes(found.kept.to_bytes())
    assert kept is not None
    return kept


def _same(one: Comparison, other: Comparison) -> bool:
    return replace(one, kept=None) == replace(other, kept=None)


def test_the_same_documents_give_the_same(readings: list[Reading]) -> None:
    first = _compare(readings)
    assert first.conflicts
    assert first.agreements
    assert _same(_compare(readings[::-1], _again(first)), first)


@pytest.mark.parametrize("step", range(2))
def test_after_every_kind_of_change_the_answer_is_that_of_a_fresh_comparison(
    readings: list[Reading], step: int
) -> None:
    at = 17 * step + 3
    changes = (
        [*readings[:at], _read(readings[at].doc_id, ADDED, "2024-05-04"), *readings[at + 1 :]],
        readings[:at] + readings[at + 1 :],
        [*readings, _read("aaa", ADDED, "2024-05-04"), _read("zzz", ADDED.replace("41", "29"), "2024-05-04")],
        [*readings[at:], *(_read(f"new-{n}", ADDED, "2024-05-04") for n in range(12))],
    )
    first = _compare(readings)
    for changed in changes:
        found = _compare(changed, _again(first))
        assert _same(found, _compare(changed))
        # And back, from what the change left.
        assert _same(_compare(readings, _again(found)), first)


def test_nothing_is_a_corpus_as_well() -> None:
    corpora = [[], [_read("a", "")], [_read("a", "Nothing."), _read("b", ADDED)]]
    for before in corpora:
        kept = _again(_compare(before))
        assert all(_same(_compare(after, kept), _compare(after)) for after in (*corpora, [_read("c", ADDED)]))


def test_an_archive_and_groups_are_looked_up_as_well(readings: list[Reading]) -> None:
    grouped = [replace(reading, metadata=(("group", reading.doc_id[:9]),)) for reading in readings]
    earlier = _again(_compare(grouped, group_by="group"))
    archive = frozenset(reading.doc_id for reading in grouped[::2])
    found = _compare(grouped[1:], earlier, group_by="group", against=archive)
    assert _same(found, _compare(grouped[1:], group_by="group", against=archive))


def test_only_what_a_change_can_touch_is_matched_again(
    readings: list[Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counted(*arguments: object) -> object:
        notes, matches = _matched(*arguments)  # type: ignore[arg-type]
        asked.append(len(matches))
        return notes, matches

    monkeypatch.setattr("factcheck.comparing.weighing._matched", counted)
    first = _compare(readings)
    _compare(readings, _again(first))
    _compare([*readings[:-1], _read(readings[-1].doc_id, "The pier of Ostrand is 310 metres long.")], _again(first))
    assert asked[1] == 0
    assert 0 <= asked[2] < asked[0]


def test_what_another_version_wrote_is_not_read(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    kept = _compare(readings[:3]).kept
    assert kept is not None
    data = bytes(kept.to_bytes())
    monkeypatch.setattr("factcheck.comparing.kept._MADE_BY", "others")
    assert Kept.of_bytes(data) is None
    assert Kept.of_bytes(data[:-100]) is None


def test_no_feature_asks_for_more_contrast_than_is_remembered() -> None:
    assert STRONG <= MOST_CONTRASTS
