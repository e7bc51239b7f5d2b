"""Every entry of the frame's lexicon files is true of its own examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from marked import claims_of

from factcheck.lexicon.lemmas import lemma
from factcheck.lexicon.load import entries
from factcheck.lexicon.oppositions import opposed
from factcheck.lexicon.stopwords import word_kind
from factcheck.lexicon.synonyms import synonymous

FRAMED = (
    "aliases",
    "attribution",
    "grammar",
    "modality",
    "nouns",
    "persons",
    "qualifiers",
    "wording_roles",
    "structural",
    "verbs",
)


def framed() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name in FRAMED:
        for entry in entries(f"en/{name}.yaml"):
            for example in entry["examples"]:
                yield f"{name}: {example['text']}", example


@pytest.mark.parametrize(("name", "example"), list(framed()), ids=lambda value: value if isinstance(value, str) else "")
def test_example_is_framed_as_the_entry_says(name: str, example: Mapping[str, Any]) -> None:
    claims = claims_of(
        example["text"],
        title=example.get("title", ""),
        kind=example.get("kind_of_block", "paragraph"),
        labels=example.get("labels", ()),
    )
    if example.get("claim") is False:
        assert claims == ()
        return
    claim = claims[0]
    got = {"role": claim.role, **{field: getattr(claim.frame, field) for field in claim.frame.__dataclass_fields__}}
    for field, wanted in example.items():
        if field in {"names", "qualifiers", "wording_roles", "subject"}:
            assert set(wanted) <= set(got[field]), (field, got)
        elif field not in {"text", "claim", "title", "labels", "kind_of_block"}:
            assert got[field] == wanted, (field, got)


@pytest.mark.parametrize("entry", entries("en/oppositions.yaml"), ids=lambda entry: entry["set"])
def test_opposition(entry: Mapping[str, Any]) -> None:
    for left, right in entry["examples"]:
        assert opposed(left, right)
        assert opposed(right, left)
    for left, right in entry.get("same", ()):
        assert not opposed(left, right)


@pytest.mark.parametrize("entry", entries("en/synonyms.yaml"), ids=lambda entry: entry["key"])
def test_synonyms(entry: Mapping[str, Any]) -> None:
    for left, right in entry["examples"]:
        assert synonymous(left, right)
    for left, right in entry.get("negative", ()):
        assert not synonymous(left, right)


@pytest.mark.parametrize("entry", entries("en/stopwords.yaml"), ids=lambda entry: entry["kind"])
def test_stop_words(entry: Mapping[str, Any]) -> None:
    for word in entry["examples"]:
        assert word_kind(word) == entry["kind"]


@pytest.mark.parametrize("entry", entries("en/lemmas.yaml"), ids=lambda entry: entry["kind"])
def test_lemmas(entry: Mapping[str, Any]) -> None:
    for example in entry["examples"]:
        assert lemma(example["word"]) == example["lemma"]
