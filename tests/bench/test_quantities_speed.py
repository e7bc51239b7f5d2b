"""Speed of reading quantities beside quantulum3 on the same text. Run with ``--benchmark-enable``; prints the ratio."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from factcheck.model import Span
from factcheck.reading.quantities import read_quantities

PARAGRAPH = (
    "The harbour board of Lorvik met on Tuesday evening to hear how the storm had hit the lower town. Nobody "
    "spoke for a while. At least 41 people lost their homes when the dyke gave way, and the water stood high "
    "in the market hall. The mayor said that the county would pay €30 million, as the engineers had asked, "
    "and that work could begin before the autumn. Fishing brought in 6.2% more than before, she added, yet "
    "costs rose faster than the price of herring. Several members of the board wanted to know why the ferry "
    "had been kept at its berth through the worst of the night. Its captain answered that the gusts made the "
    "passage too dangerous, whatever the timetable said and whoever asked. The board will come back to the "
    "question when the insurers have sent their report and the divers have seen the piles. "
)
SENTENCES = [sentence for sentence in PARAGRAPH.split(". ") if sentence]


def regions(text: str) -> list[Span]:
    spans, at = [], 0
    for sentence in SENTENCES * (len(text) // len(PARAGRAPH)):
        start = text.index(sentence, at)
        at = start + len(sentence)
        spans.append(Span(start, at))
    return spans


def seconds(call: Callable[[], object]) -> float:
    began = time.process_time()
    call()
    return time.process_time() - began


@pytest.mark.benchmark(group="quantities")
def test_reads_two_thirds_of_a_megabyte_a_second(benchmark) -> None:  # type: ignore[no-untyped-def]
    text = PARAGRAPH * 100
    spans = regions(text)
    found = benchmark(read_quantities, text, spans, [])
    assert len(found) == 300
    if benchmark.enabled:  # on CPU time: other work on the machine does not count
        assert len(text) / min(seconds(lambda: read_quantities(text, spans, [])) for _ in range(3)) >= 0.7e6


@pytest.mark.benchmark(group="quantities")
def test_ratio_to_quantulum(benchmark) -> None:  # type: ignore[no-untyped-def]
    parser = pytest.importorskip("quantulum3.parser")
    if not benchmark.enabled:
        pytest.skip("a measurement, not a test")
    text = PARAGRAPH * 2
    parser.parse(PARAGRAPH)
    theirs = seconds(lambda: parser.parse(text)) / len(text)
    longer = PARAGRAPH * 100
    spans = regions(longer)
    ours = seconds(lambda: benchmark.pedantic(read_quantities, (longer, spans, []), rounds=1)) / len(longer)
    print(f"\nfactcheck {1e-3 / ours:.0f} kB/s, quantulum3 {1e-3 / theirs:.1f} kB/s: {theirs / ours:.0f} times as fast")
    assert ours < theirs
