"""Every example that the lexicon of time carries is read as it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck.lexicon.load import entries
from tests.reading.dates.conftest import times

FILES = ("en/dates.yaml", "en/holidays.yaml")


def _examples() -> Iterator[tuple[str, list[str]]]:
    for file in FILES:
        for entry in entries(file):
            yield from entry["examples"].items()
            yield from ((sentence, []) for sentence in entry.get("not", ()))


@pytest.mark.parametrize(("sentence", "expected"), list(_examples()))
def test_example_of_the_lexicon(sentence: str, expected: list[str]) -> None:
    assert [mention.time.timex for mention in times(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [item for entry in entries("en/timezones.yaml") for item in entry["examples"].items()],
)
def test_clock_of_a_time_zone(sentence: str, expected: list[int]) -> None:
    clocks = [mention.time.clock for mention in times(sentence) if mention.time.clock]
    assert clocks == [tuple(expected)]
