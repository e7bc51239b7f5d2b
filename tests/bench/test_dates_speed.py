"""How fast times are read from news, beside dateparser's own search of the same text."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.reading.dates.conftest import document, passages

PARAGRAPHS = (
    "The ferry Alma sank off Velmark on Monday night with 214 people aboard, the coastguard said on Tuesday.\n"
    "She had been built in 1987, rebuilt in March 2011 and inspected on 12 October 2023, six months before.\n"
    "Divers found the hull at a depth of 47 metres, about 12 km from the port, and need three weeks to raise it.\n"
    "Shares of the owner, which made a loss of 14 million in the first quarter of 2024, fell by 9% to 3.50 crowns.\n"
    "The minister told reporters that an inquiry would be opened and that nobody could say yet what had gone wrong.\n"
    "Witnesses spoke of a loud noise, of smoke over the stern and of a list that grew until the lights went out.\n"
)
REPEATED = 40
FLOOR = 0.25  # million characters a second of processor time, with room for slow machines


def _megabytes_a_second(read: Any, text: str) -> float:
    start = time.process_time()
    read(text)
    return len(text) / 1e6 / (time.process_time() - start)


def _own(text: str) -> int:
    from factcheck.reading.dates import read_times

    return len(read_times(document(text), passages(text)))


def test_news_is_read_fast() -> None:
    text = PARAGRAPHS * REPEATED
    _own(text)
    assert max(_megabytes_a_second(_own, text) for _ in range(3)) > FLOOR


def test_speed_of_reading_dates(benchmark: Any) -> None:
    text = PARAGRAPHS * REPEATED
    assert benchmark(_own, text) >= 8 * REPEATED


def test_speed_beside_the_search_of_dateparser(benchmark: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """The ratio is printed by ``pytest --benchmark-enable``; with benchmarks off, it runs once."""
    from dateparser.search import search_dates

    enabled = not benchmark.disabled
    few = PARAGRAPHS * (4 if enabled else 1)
    found = benchmark.pedantic(search_dates, args=(few,), kwargs={"languages": ["en"]}, rounds=1)
    assert found
    if enabled:
        _own(few)
        own = _megabytes_a_second(_own, PARAGRAPHS * REPEATED)
        theirs = _megabytes_a_second(lambda text: search_dates(text, languages=["en"]), few)
        with capsys.disabled():
            print(f"\nown {own:.2f} MB/s, search_dates {theirs:.4f} MB/s: {own / theirs:.0f} times as fast")
