"""Confidence against the share that is right: on a generated corpus with known conflicts, and in the arithmetic."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check
from factcheck.model import Citation, Conflict, Document, PositionMap
from factcheck.settings import Settings
from tests.bench.accuracy import score
from tests.bench.corpus import Article, Corpus, generate
from tests.gate.reliability.measure import Bin, Judged, error, fitted, judged_pairs, main, reliability

judged_lists = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40)


@given(judged_lists)
def test_the_fitted_map_never_falls_and_keeps_the_mean(judged: list[Judged]) -> None:
    found = dict(fitted(judged))
    values = [found[confidence] for confidence in sorted(found)]
    assert values == sorted(values)
    assert sum(found[confidence] for confidence, _ in judged) == pytest.approx(sum(right for _, right in judged))


@given(judged_lists)
def test_every_report_is_in_one_bin(judged: list[Judged]) -> None:
    assert sum(each.number for each in reliability(judged)) == len(judged)


def test_the_error_weighs_bins_by_their_reports() -> None:
    assert error([Bin(0.0, 0.5, 1, 0.4, 0.8), Bin(0.5, 1.0, 3, 0.9, 0.9)]) == pytest.approx(0.1)


def test_pairs_are_judged_by_their_label(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blast, bridge = "The Tarvik blast killed {} people.", "The Alma bridge is {} metres long."
    rows = [
        {"id": "1", "a": blast.format(12), "b": blast.format(31), "label": "conflict"},
        {"id": "2", "a": bridge.format(400), "b": bridge.format(650), "label": "consistent"},
        {"id": "3", "a": bridge.format(400), "b": "The Brell is deep.", "label": "consistent"},
    ]
    assert [right for _, right in judged_pairs(rows)] == [True, False]
    (tmp_path / "own.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert "own.jsonl: 3 pairs" in capsys.readouterr().out


@pytest.fixture(scope="module")
def judged() -> tuple[Judged, ...]:
    """The errors and warnings on a generated corpus, each with its confidence and whether it is a known conflict."""
    articles = list(generate(Corpus(seed=1, documents=700)))
    truth = [known for article in articles for known in article.truth]
    found = check([_document(article) for article in articles], Settings(jobs=1)).conflicts
    reported = [conflict for conflict in found if conflict.severity != "note"]
    return tuple((one.confidence, score([_row(one)], truth).right == 1) for one in reported)


def _document(article: Article) -> Document:
    text, row = article.text, article.row()
    return Document(
        row["id"], row["id"], text, PositionMap.of_text(text), source=article.source, title=article.title,
        url=article.url, published=row["date"],
    )  # fmt: skip


def _row(conflict: Conflict) -> dict[str, Any]:
    """A conflict as the JSON report has it, as far as it is scored."""
    positions = [
        {"citations": [_place(claim.citation) for claim in position.claims]} for position in conflict.positions
    ]
    return {"severity": conflict.severity, "positions": positions}


def _place(citation: Citation) -> dict[str, Any]:
    return {"doc": citation.doc_id, "start": citation.span.start, "end": citation.span.end}


def test_the_surer_the_likelier_right(judged: tuple[Judged, ...]) -> None:
    unsure, sure = reliability(judged, (0.0, 0.95, 1.01))
    assert unsure.number + sure.number >= 20
    assert sure.observed > unsure.observed
    assert sure.observed >= 0.4
