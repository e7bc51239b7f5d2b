"""Profiles kept as columns are the profiles they were made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import islice, pairwise

import numpy as np
import pytest

from factcheck.comparing.corpus import gathered
from factcheck.comparing.profile import Profile
from factcheck.comparing.profile_columns import GrowingProfiles, ProfileColumns, StoredProfiles
from factcheck.model import Document, PositionMap
from factcheck.reading import read
from tests.bench.corpus import Corpus, generate

PAGE = """# Halden 2.4

A boy aged 12 found 3 kg (6.6 lb) of amber off Lorvik on 3 May 2024, a day after his 12th birthday. The Halden 2.4 mill
takes up to 40 jobs per hour; Halden 2.3 took 30. It holds 5 GB, at least 2 GB of it free, since 2019.
"""


@pytest.fixture(scope="module")
def profiles() -> list[Profile]:
    documents = [Document("page.md", "guides/page-2.md", PAGE, PositionMap.of_text(PAGE), title="Halden 2.4")]
    for article in islice(generate(Corpus(seed=3, documents=12)), 12):
        text, day = article.text, str(article.row()["date"])
        documents.append(Document(article.doc_id, "a.jsonl", text, PositionMap.of_text(text), published=day))
    readings = [read(document) for document in documents]
    groups = {reading.doc_id: str(number % 3) for number, reading in enumerate(readings) if number}
    return list(gathered(readings, groups, {}, None).looked_at)


def _same(one: Profile, other: Profile) -> bool:
    pairs = ((getattr(one, field.name), getattr(other, field.name)) for field in fields(Profile))
    return all(left == right or (left != left and right != right) for left, right in pairs)


def _all_same(some: Iterable[Profile], others: Sequence[Profile]) -> bool:
    return all(_same(one, other) for one, other in zip(some, others, strict=True))


def test_there_and_back(profiles: list[Profile]) -> None:
    assert len(profiles) > 80
    assert _all_same(ProfileColumns.of(profiles).profiles(), profiles)


def test_some_rows_in_any_order(profiles: list[Profile]) -> None:
    rows = np.arange(len(profiles))[::-3]
    some = ProfileColumns.of(profiles).take(rows)
    assert _all_same(some.profiles(), [profiles[row] for row in rows.tolist()])
    assert set(some.vocabulary) < set(ProfileColumns.of(profiles).vocabulary)


def test_parts_are_joined_and_numbered(profiles: list[Profile]) -> None:
    ends = [0, 7, 7, 50, len(profiles)]
    parts = [ProfileColumns.of(profiles[start:end]) for start, end in pairwise(ends)]
    growing = GrowingProfiles()
    numbers = [growing.add(part) for part in parts]
    whole = growing.whole()
    assert _all_same(StoredProfiles(whole), profiles)
    assert [each.row for each in StoredProfiles(whole)[5:9]] == [5, 6, 7, 8]
    for part, number in zip(parts, numbers, strict=True):
        assert [whole.vocabulary[word] for word in number.tolist()] == list(part.vocabulary)
