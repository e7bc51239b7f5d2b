"""Every lexicon entry's own examples and counter-examples, read through the public function."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from factcheck.lexicon.load import entries
from factcheck.model import QuantityMention, Span
from factcheck.reading.quantities import read_quantities


def read(text: str) -> tuple[QuantityMention, ...]:
    return read_quantities(text, [Span(0, len(text))], [])


def examples(name: str, key: str = "examples") -> list[Any]:
    return list(_examples(name, key))


def _examples(name: str, key: str) -> Iterator[Any]:
    for entry in entries(f"en/{name}.yaml"):
        for example in entry.get(key, ()):
            text = example[0] if isinstance(example, list) else example
            yield pytest.param(entry, example, id=f"{entry.get('unit', entry.get('name', name))}: {text}")


def values(mentions: tuple[QuantityMention, ...]) -> list[tuple[float | None, str]]:
    return [(mention.quantity.stated.hi, mention.quantity.unit) for mention in mentions]


@pytest.mark.parametrize(("entry", "example"), [*examples("units"), *examples("prefixes")])
def test_unit(entry: dict[str, Any], example: list[Any]) -> None:
    text, value, unit = (*example, entry.get("unit"))[:3]
    assert (pytest.approx(value), unit) in values(read(text))


@pytest.mark.parametrize(("entry", "text"), examples("units", "counter"))
def test_not_that_unit(entry: dict[str, Any], text: str) -> None:
    assert entry["unit"] not in [mention.quantity.unit for mention in read(text)]


@pytest.mark.parametrize(("entry", "example"), examples("currencies"))
def test_currency(entry: dict[str, Any], example: list[Any]) -> None:
    (mention,) = read(example[0])
    assert (mention.quantity.stated.lo, mention.quantity.unit) == (pytest.approx(example[1]), entry["unit"])
    assert mention.quantity.kind == "money"


@pytest.mark.parametrize(("entry", "text"), examples("currencies", "counter"))
def test_not_that_currency(entry: dict[str, Any], text: str) -> None:
    assert entry["unit"] not in [mention.quantity.unit for mention in read(text)]


@pytest.mark.parametrize(("entry", "example"), [*examples("magnitudes"), *examples("multiples")])
def test_value(entry: dict[str, Any], example: list[Any]) -> None:
    assert pytest.approx(example[1]) in [mention.quantity.stated.lo for mention in read(example[0])]


@pytest.mark.parametrize(("entry", "text"), examples("magnitudes", "counter"))
def test_not_that_magnitude(entry: dict[str, Any], text: str) -> None:
    assert all((mention.quantity.stated.lo or 0) < 10 ** entry["power"] for mention in read(text))


@pytest.mark.parametrize(("entry", "example"), examples("article_units"))
def test_article(entry: dict[str, Any], example: list[Any]) -> None:
    first = read(example[0])[0].quantity.stated
    assert pytest.approx(example[1]) in (first.lo, first.hi)


@pytest.mark.parametrize(("entry", "text"), examples("article_units", "counter"))
def test_article_that_counts_nothing(entry: dict[str, Any], text: str) -> None:
    assert all(mention.quantity.stated.lo != 1 for mention in read(text))


@pytest.mark.parametrize(("entry", "example"), examples("vague"))
def test_vague_number(entry: dict[str, Any], example: list[Any]) -> None:
    (mention,) = read(example[0])
    assert (mention.quantity.stated.lo, mention.quantity.stated.hi) == (example[1], example[2])


@pytest.mark.parametrize(("entry", "text"), examples("vague", "counter"))
def test_not_vague(entry: dict[str, Any], text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(("entry", "example"), examples("hedges"))
def test_hedge(entry: dict[str, Any], example: list[Any]) -> None:
    (mention,) = read(example[0])
    stated = mention.quantity.stated
    found = [stated.lo, stated.hi, stated.lo_open, stated.hi_open, mention.quantity.hedge]
    assert found == example[1:]


@pytest.mark.parametrize(("entry", "text"), examples("false_quantities"))
def test_no_quantity(entry: dict[str, Any], text: str) -> None:
    assert [mention for mention in read(text) if mention.quantity.kind != "ordinal"] == []


@pytest.mark.parametrize(("entry", "text"), examples("false_quantities", "counter"))
def test_quantity_after_all(entry: dict[str, Any], text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(("entry", "example"), examples("roles"))
def test_role(entry: dict[str, Any], example: list[Any]) -> None:
    assert read(example[0])[0].role == example[1]


@pytest.mark.parametrize(("entry", "example"), examples("counted"))
def test_counted_noun(entry: dict[str, Any], example: list[Any]) -> None:
    assert read(example[0])[0].quantity.noun == (example[1] or "")


@pytest.mark.parametrize(("entry", "example"), examples("contexts"))
def test_context(entry: dict[str, Any], example: list[Any]) -> None:
    found = [mention for mention in read(example[0]) if mention.quantity.kind != "ordinal"]
    assert (found[0].quantity.unit, found[0].role) == (example[1], example[2])
