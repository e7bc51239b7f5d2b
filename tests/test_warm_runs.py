"""A run that builds on the last one says what a run without a cache says, whatever was changed in between."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.settings import Settings
from factcheck.store.last_comparison import FILE
from factcheck.writers import json
from tests.architecture.modules import ROOT
from tests.bench.corpus import Corpus, generate

ADDED = "The ferry Alma sank off Lorvik on 3 May 2024, killing 41 people."


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for article in islice(generate(Corpus(seed=3, documents=30)), 30):
        (folder / f"{article.doc_id}.txt").write_text(article.text, encoding="utf-8")
    return folder


def _settings(pages: Path) -> Settings:
    return Settings(jobs=1, cache_dir=str(pages.parent / "cache"))


def _is_as_without(pages: Path, settings: Settings) -> bool:
    warm = pipeline.check([str(pages)], settings)
    return json.write(warm) == json.write(pipeline.check([str(pages)], replace(settings, cache_dir=None)))


def test_every_change_of_pages_settings_and_rules_is_seen(pages: Path) -> None:
    settings = _settings(pages)
    assert _is_as_without(pages, settings)
    first, second, third = sorted(pages.iterdir())[:3]
    first.write_text(f"{ADDED} {first.read_text(encoding='utf-8')}", encoding="utf-8")
    assert _is_as_without(pages, settings)
    second.rename(pages / "moved.txt")
    third.unlink()
    assert _is_as_without(pages, settings)
    assert _is_as_without(pages, replace(settings, ignore=("FC1",)))
    assert _is_as_without(pages, replace(settings, group_by="topic"))
    house = pages.parent / "house"
    house.mkdir()
    rule = (ROOT / "rules/arithmetic/items-listed.yaml").read_text(encoding="utf-8")
    rule = rule.replace("FC306", "PORT901").replace("items-miscounted", "berths-miscounted")
    (house / "berths.yaml").write_text(rule, encoding="utf-8")
    assert _is_as_without(pages, replace(settings, rules_dirs=(str(house),)))
    assert _is_as_without(pages, settings)


def test_what_is_kept_of_a_comparison_is_written_anew_when_much_has_changed(pages: Path) -> None:
    settings, kept = _settings(pages), pages.parent / "cache" / FILE
    pipeline.check([str(pages)], settings)
    first = kept.read_bytes()
    pipeline.check([str(pages)], settings)
    (pages / "empty.txt").write_text("Nothing is counted here.", encoding="utf-8")
    pipeline.check([str(pages)], settings)
    assert kept.read_bytes() == first
    for page in sorted(pages.iterdir())[:10]:
        page.write_text(f"{ADDED} {page.read_text(encoding='utf-8')}", encoding="utf-8")
    assert _is_as_without(pages, settings)
    assert kept.read_bytes() != first
    assert _is_as_without(pages, settings)
