"""The program finds in the seed articles what a careful reader finds (seeds/*/story.yaml), and nothing more."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from factcheck import pipeline
from factcheck.model import Claim, Conflict, Report
from factcheck.settings import Settings

SEEDS = Path("seeds/ukraine-security-guarantees")
STORY = YAML(typ="safe").load((SEEDS / "story.yaml").read_text(encoding="utf-8"))
UNCACHED = Settings(cache_dir=None, jobs=1)


@pytest.fixture(scope="module")
def report() -> Report:
    return pipeline.check([str(SEEDS)], UNCACHED)


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    return [claim for reading in pipeline.extract([str(SEEDS)], UNCACHED).readings for claim in reading.claims]


def name(claim: Claim) -> str:
    return Path(claim.citation.path).name


def at(claims: list[Claim], place: dict) -> Claim:
    """The claim whose quote holds, or is held by, the place of the story."""
    start, end = place["column"], place["column"] + len(place["quote"])
    for claim in claims:
        citation = claim.citation
        meets = citation.column < end and start < citation.column + len(citation.quote)
        if name(claim) == place["doc"] and citation.line == place["line"] and meets:
            return claim
    raise AssertionError(f"no claim at {place['doc']}:{place['line']}:{place['column']} {place['quote']!r}")


def places(claims: tuple[Claim, ...]) -> list[tuple[str, int, int]]:
    return sorted((name(c), c.citation.line, c.citation.column) for c in claims)


def written(items: list[dict]) -> list[tuple[str, int, int]]:
    return sorted((item["doc"], item["line"], item["column"]) for item in items)


@pytest.mark.parametrize("item", STORY["quantities"], ids=lambda item: item["quote"])
def test_every_figure_is_read_at_its_place(item, claims):
    quantity = at(claims, item).quantity
    assert (quantity.stated.lo, quantity.stated.hi, quantity.unit) == (item["lo"], item["hi"], item["unit"])
    assert quantity.stated.lo_open == item.get("lo_open", False)
    assert quantity.hedge == item.get("hedge")


@pytest.mark.parametrize("item", STORY["times"], ids=lambda item: f"{item['doc'][:3]} {item['quote']}")
def test_every_date_is_read_at_its_place(item, claims):
    time = at(claims, item).time
    assert (time.timex, time.days.start, time.days.end) == (item["timex"], item["start"], item["end"])


@pytest.mark.parametrize("item", STORY["documents"].items(), ids=lambda item: item[0][:3])
def test_titles_come_from_the_text_and_only_a_byline_gives_a_date(item, report):
    file, expected = item
    card = next(card for card in report.documents if Path(card.path).name == file)
    published = None if card.published is None else date.fromisoformat(card.published[:10])
    assert (card.title, published) == (expected["title"], expected["published"])


def test_the_conflicts_are_those_of_a_careful_reader(report):
    errors = [conflict for conflict in report.conflicts if conflict.severity == "error"]
    assert [conflict.rule for conflict in errors] == [item["rule"] for item in STORY["conflicts"]]
    for conflict, item in zip(errors, STORY["conflicts"], strict=True):
        found = sorted(places(position.claims) for position in conflict.positions)
        assert found == sorted(written(position) for position in item["positions"])
        assert any(reason.step == "measure" for reason in conflict.why)


def test_the_agreements_are_those_of_a_careful_reader(report):
    found = [places(agreement.position.claims) for agreement in report.agreements]
    for item in STORY["agreements"]:
        assert written(item["places"]) in found


def spans(conflict: Conflict) -> set[tuple[str, int, int]]:
    return {place for position in conflict.positions for place in places(position.claims)}


@pytest.mark.parametrize("trap", STORY["traps"], ids=lambda trap: trap["why"])
def test_no_report_falls_into_a_trap(trap, report):
    left, right = written([trap["left"]])[0], written([trap["right"]])[0]
    assert not any({left, right} <= spans(conflict) for conflict in report.conflicts)


@pytest.mark.parametrize("item", STORY["not_claims"], ids=lambda item: item["why"][:30])
def test_teasers_and_forms_are_no_claims(item, claims):
    touched = [
        c.citation.quote for c in claims if name(c) == item["doc"] and item["from"] <= c.citation.line <= item["to"]
    ]
    assert touched == []


def dated_copy(folder: Path, published: date | None) -> Path:
    item = STORY["compatible_when_dated"][0]
    shutil.copy(SEEDS / item["doc"], folder)
    if published is not None:
        (folder / "sources.yaml").write_text(f"{item['doc']}: {{published: {published}}}\n", encoding="utf-8")
    return folder


def test_a_duration_and_a_start_date_are_compatible_once_the_article_is_dated(tmp_path):
    item = STORY["compatible_when_dated"][0]
    report = pipeline.check([str(dated_copy(tmp_path, item["published"]))], UNCACHED)
    agreeing = [{c.citation.quote for c in agreement.position.claims} for agreement in report.agreements]
    assert set(item["quotes"]) in agreeing
    assert report.conflicts == ()


def test_without_a_date_the_relative_time_is_counted_as_unresolved(tmp_path):
    report = pipeline.check([str(dated_copy(tmp_path, None))], UNCACHED)
    assert report.coverage.not_compared["relative time in an undated document"] >= 1
    assert report.agreements == ()
