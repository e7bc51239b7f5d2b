"""The generated corpora are the same every time, say where their figures stand, and read like prose."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from rapidfuzz.distance.Levenshtein import distance

from tests.bench.corpus import Article, Corpus, generate
from tests.bench.corpus.names import place
from tests.bench.corpus.write import read_truth, write

CORPUS = Corpus(seed=3, documents=200)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return list(generate(CORPUS))


def test_the_same_seed_gives_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    files = write(CORPUS, tmp_path / "here")
    command = [sys.executable, "-m", "tests.bench.corpus", "--documents", "200", "--seed", "3", str(tmp_path / "there")]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True)
    for path in (*files.tables, files.truth):
        assert (tmp_path / "there" / path.name).read_bytes() == path.read_bytes()


def test_another_seed_gives_another_corpus(articles: list[Article]) -> None:
    assert not {a.text for a in articles} & {a.text for a in generate(Corpus(seed=4, documents=200))}


def test_articles_come_in_order_of_publication_with_ids_of_their_own(articles: list[Article]) -> None:
    assert len({article.doc_id for article in articles}) == len(articles) == 200
    dates = [article.published for article in articles]
    assert dates == sorted(dates)


def test_articles_are_about_two_kilobytes_long(articles: list[Article]) -> None:
    sizes = [len(article.text.encode()) for article in articles]
    assert 1_900 < sum(sizes) / len(sizes) < 2_600
    assert max(sizes) < 6_000


def test_every_known_place_quotes_the_text(articles: list[Article]) -> None:
    texts = {article.doc_id: article.text for article in articles}
    places = [place for article in articles for truth in article.truth for place in (*truth.left, *truth.right)]
    assert len(places) > 200
    assert all(texts[place.doc][place.start : place.end] == place.quote for place in places)


def test_conflicts_have_two_values_and_look_alikes_many_causes(articles: list[Article]) -> None:
    known = [truth for article in articles for truth in article.truth]
    conflicts = [truth for truth in known if truth.kind == "conflict"]
    assert len(conflicts) >= 5
    for conflict in conflicts:
        assert not {place.quote for place in conflict.left} & {place.quote for place in conflict.right}
        assert not {place.doc for place in conflict.left} & {place.doc for place in conflict.right}
    assert len({truth.cause for truth in known if truth.kind == "look-alike"}) >= 12


def test_words_are_distributed_as_in_prose(articles: list[Article]) -> None:
    words = Counter(word for article in articles for word in article.text.lower().split() if word.isalpha())
    once = sum(1 for count in words.values() if count == 1)
    assert 0.25 < once / len(words) < 0.75
    assert words.most_common(1)[0][1] / words.total() < 0.2


def test_the_first_article_of_a_million_comes_at_once() -> None:
    first = next(iter(generate(Corpus(seed=1, documents=1_000_000))))
    assert first.doc_id.startswith("story-0000")


def test_tables_and_truth_come_back_from_disk(tmp_path: Path, articles: list[Article]) -> None:
    files = write(CORPUS, tmp_path)
    rows = [json.loads(line) for path in files.tables for line in path.read_text(encoding="utf-8").splitlines()]
    assert rows == [article.row() for article in articles]
    assert list(read_truth(files.truth)) == [truth for article in articles for truth in article.truth]


def test_no_place_and_the_next_are_told_apart_by_one_letter() -> None:
    places = [place(number) for number in range(1000, 9000)]
    assert len(set(places)) == len(places)
    neighbours = [distance(one, other) for one, other in pairwise(places)]
    assert sum(apart <= 1 for apart in neighbours) == 0
