"""What is found for many pairs at a time is what the features say of each pair."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from factcheck.comparing.corpus import Corpus as Gathered
from factcheck.comparing.corpus import gathered
from factcheck.comparing.match import Matcher, load_weights
from factcheck.comparing.match.evidence import evidence, matches_of
from factcheck.comparing.match.features import FEATURES
from factcheck.comparing.match.keys import KEYS, PLAIN
from factcheck.comparing.match.many import FROM_NUMBERS, FROM_WORDS
from factcheck.comparing.ragged import Ints
from factcheck.model import Document, PositionMap, Reading
from factcheck.pipeline import read_documents
from factcheck.reading import read
from factcheck.settings import Settings
from tests.bench.corpus import Corpus, generate

_DOCS = Path(__file__).parents[3] / "docs"
_EVERYTHING = -10_000
# Claims of each corpus that are paired with each other.
_CLAIMS = 110

UNUSUAL = (
    "Harbour Suite 4.2 needs 8 GB in each of the 3 sheds. A 41-year-old pilot, Ann Lee, earned $2,000 (£1,600).",
    "Harbour Suite 4.3 needs 8 GB in each of the 2 sheds. Ann Lee, 42, a pilot, earned $2,500 (£2,000).",
    "The boy, 9, and 22 others of the 23 sailors were found in Lorvik on 3 May 2024. The well is 40 metres deep.",
    "Lorvik's boy of 10 and 23 sailors were found in Lorvik on 4 May 2024. It has a 44-metre well, founded in 1911.",
    "Last year the Orva fair sold 900 tickets. The Orva card Plus costs $9. Two years ago the Orva fair had 80 guests.",
    "This year the Orva fair sold 700 tickets. The Orva card costs $7. The Orva fair had 90 guests last year.",
    "The Halden Server Company was founded in 1912. Before 2016 it had up to 5 GB; since then it has over 5 GB.",
)


def _articles() -> list[Reading]:
    articles = islice(generate(Corpus(seed=8, documents=30)), 30)
    return [_read(article.doc_id, article.text, str(article.row()["date"])) for article in articles]


def _unusual() -> list[Reading]:
    return [_read(f"page-{number}", text, None) for number, text in enumerate(UNUSUAL * 2)]


def _pages() -> list[Reading]:
    pages = [str(_DOCS / name) for name in ("scaling.md", "matching.md", "ci.md", "configuration.md")]
    return [read(page) for page in read_documents(pages, Settings()) if isinstance(page, Document)]


def _read(name: str, text: str, published: str | None) -> Reading:
    return read(Document(name, f"{name}.txt", text, PositionMap.of_text(text), published=published))


def _in_groups(readings: list[Reading]) -> dict[str, str]:
    """Every other document, in groups of two."""
    return {reading.doc_id: str(number // 4) for number, reading in enumerate(readings) if number % 2}


@pytest.fixture(scope="module", params=[_articles, _unusual, _pages], ids=["articles", "unusual", "pages"])
def readings(request: pytest.FixtureRequest) -> list[Reading]:
    found: list[Reading] = request.param()
    return found


@pytest.fixture(scope="module", params=[False, True], ids=["all", "grouped"])
def corpus(readings: list[Reading], request: pytest.FixtureRequest) -> Gathered:
    return gathered(readings, _in_groups(readings) if request.param else None, {}, None)


def _pairs(corpus: Gathered) -> tuple[Ints, Ints]:
    left, right = np.triu_indices(min(_CLAIMS, len(corpus.claims)), 1)
    return left.astype(np.int64), right.astype(np.int64)


def test_levels_of_many_pairs_are_those_of_each_pair(corpus: Gathered) -> None:
    matcher = Matcher(corpus.statistics, load_weights())
    left, right = _pairs(corpus)
    found = evidence(left, right, np.full(len(left), _EVERYTHING), matcher, corpus.looked_at)
    assert found.full.all()
    distinct, which = matches_of(found.levels, matcher.weights)
    for place, (one, other) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        match = matcher.match(corpus.looked_at[one], corpus.looked_at[other], 1)
        assert dict(distinct[which[place]].levels) == dict(match.levels), (one, other)
        assert found.weight[place] == match.weight - match.prior


def test_what_is_given_up_cannot_come_to_the_least(corpus: Gathered) -> None:
    matcher = Matcher(corpus.statistics, load_weights())
    left, right = _pairs(corpus)
    sums = evidence(left, right, np.full(len(left), _EVERYTHING), matcher, corpus.looked_at).weight
    least = np.arange(len(left)) % 60 - 30
    found = evidence(left, right, least, matcher, corpus.looked_at)
    assert (found.weight >= sums).all()
    assert (found.full == (sums >= least)).all()
    assert (found.weight[found.full] == sums[found.full]).all()
    assert (found.weight[~found.full] < least[~found.full]).all()


def test_a_corpus_of_few_words_has_all_levels() -> None:
    few = gathered([_read("a", "It has 3 nets.", None), _read("b", "It has 4 nets.", None)], None, {}, None)
    matcher = Matcher(few.statistics, load_weights())
    found = evidence(np.array([0]), np.array([1]), np.array([_EVERYTHING]), matcher, few.looked_at)
    match = matcher.match(few.looked_at[0], few.looked_at[1], 1)
    assert found.weight.tolist() == [match.weight - match.prior]


def test_keys_and_columns_are_of_features() -> None:
    assert {*KEYS, *PLAIN, *FROM_NUMBERS, *FROM_WORDS} <= {feature.name for feature in FEATURES}
    assert not KEYS.keys() & {*FROM_NUMBERS, *FROM_WORDS}
    assert PLAIN.keys() <= KEYS.keys()
