"""A large comparison on a Dask cluster: the answer of this process, also when workers are killed on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from factcheck import engines
from factcheck.comparing import corpus, parts
from factcheck.comparing.compare import CompareOptions, compare
from factcheck.comparing.spread import Item, Result
from factcheck.model import Document, PositionMap, Reading
from factcheck.reading import read
from factcheck.rulebook import rules_in_force
from tests.bench.corpus import Corpus, generate
from tests.engines.clusters import cluster

pytest.importorskip("distributed")


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Reading]:
    """Few, but every corpus is large here and every part small."""
    monkeypatch.setattr(corpus, "LARGE", 1)
    monkeypatch.setattr(corpus, "_CLAIMS", 60)
    monkeypatch.setattr(parts, "_AT_ONCE", 300)
    articles = islice(generate(Corpus(seed=5, documents=40)), 40)
    return [_read(article.doc_id, article.text, str(article.row()["date"])) for article in articles]


def _read(name: str, text: str, published: str) -> Reading:
    return read(Document(name, "a.jsonl", text, PositionMap.of_text(text), published=published))


def test_workers_killed_while_claims_are_prepared_and_pairs_are_weighed_lose_nothing(
    tmp_path: Path, readings: list[Reading]
) -> None:
    rules, options = rules_in_force(), CompareOptions()
    expected = compare(readings, rules, options)
    assert expected.conflicts
    with cluster(tmp_path, workers=3) as started:
        victims = list(started.workers[1:])

        def deadly(function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
            for number, result in enumerate(spread(function, items)):
                if number == 0 and victims and _is_dear(function):
                    victims.pop().kill()
                yield result

        with engines.choose("dask", 2, started.address).parts() as spread:
            found = compare(readings, rules, options, spread=nullcontext(deadly))
        assert not victims
        assert replace(found, kept=None) == expected


def _is_dear(function: Callable[[Item], Result]) -> bool:
    return getattr(function, "func", function) in (corpus.prepared, parts.weigh_part)
