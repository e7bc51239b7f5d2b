"""Thirty hostile shapes take no more than a few times what prose of their size takes; the whole table is
``python -m tests.hostile``, and with ``FACTCHECK_THOROUGH=1`` every reader gets 5 MB of each."""

from __future__ import annotations

import os

import pytest

from factcheck.model import Document, PositionMap, Problem
from factcheck.readers import SourceFile, read_file
from factcheck.reading import read as reading
from factcheck.reading.dates import read_times
from factcheck.reading.segment import density, segment
from tests.hostile.budget import BUDGET, checked, parsed, read
from tests.hostile.files import FORMATS
from tests.hostile.shapes import SHAPES
from tests.timing import cpu_seconds

_SIZE = 5_000
# A small text is measured less exactly than 5 MB, on which the budget holds.
_MOST = 2 * BUDGET
_BY_FORMAT = ("line ends", "table", "deep html")
_THOROUGH = os.environ.get("FACTCHECK_THOROUGH") == "1"


@pytest.fixture(autouse=True)
def _limit_in_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    """The share of figures that a large text may have, for these small ones too."""
    monkeypatch.setattr(density, "MOST_IN_A_SHORT_TEXT", _SIZE // density.CHARACTERS_A_FIGURE)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read_within_the_budget(shape: str) -> None:
    (cost,) = read(".txt", _SIZE, [shape])
    assert cost.ratio <= _MOST, cost


@pytest.mark.parametrize("suffix", [suffix for suffix in FORMATS if suffix != ".txt"])
def test_every_format_reads_its_worst_shapes_within_the_budget(suffix: str) -> None:
    over = [cost for cost in read(suffix, _SIZE, _BY_FORMAT) if cost.ratio > _MOST]
    assert not over


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_reader_by_itself_keeps_the_budget(suffix: str) -> None:
    """With ``FACTCHECK_THOROUGH=1`` 5 MB of every shape."""
    size, shapes = (5_000_000, list(SHAPES)) if _THOROUGH else (2 * _SIZE, _BY_FORMAT)
    costs = list(parsed(suffix, size, shapes))
    assert len(costs) == len(shapes)
    assert not [cost for cost in costs if cost.ratio > BUDGET]


def test_the_whole_check_keeps_the_budget() -> None:
    """With ``FACTCHECK_THOROUGH=1`` every shape."""
    shapes = list(SHAPES) if _THOROUGH else ["digits and spaces", "commas", "line ends"]
    costs = list(checked(".md", _SIZE, shapes))
    assert len(costs) == len(shapes)
    assert not [cost for cost in costs if cost.ratio > _MOST]


def test_a_dump_of_numbers_is_read_to_its_limit_and_that_is_said() -> None:
    text = "The pier has 14 lamps.\n\n" + "7 8\n" * _SIZE
    (document,) = (
        item for item in read_file(SourceFile.of_bytes("a.txt", text.encode())) if isinstance(item, Document)
    )
    found = reading(document)
    most = len(text) // density.CHARACTERS_A_FIGURE
    (problem,) = found.problems
    assert isinstance(problem, Problem)
    assert (problem.level, problem.code, problem.line) == ("error", "too-many-figures", 3 + (most - 1) // 2)
    assert found.claims[0].citation.quote == "14"
    assert len(found.claims) == most


def test_a_large_page_of_prose_has_no_limit() -> None:
    text = "The 12 ships of Lorvik carried 340 tonnes of salt in 1931.\n\n" * 4_000
    assert density.limit(text) is None


@pytest.mark.parametrize("piece", ["he sailed on Friday, ", "am 3. Mai 2020 und on Friday "])
def test_one_sentence_full_of_times_takes_time_in_proportion(piece: str) -> None:
    """Each time leans on the nearest verb, and a sentence may be as long as the text: 3,000 times and 3,000 verbs."""

    def seconds(size: int) -> float:
        text = (piece * (size // len(piece))).strip()
        document = Document("a", "a.txt", text, PositionMap.of_text(text), published="2024-05-03")
        passages = segment(document)
        return cpu_seconds(lambda: read_times(document, passages))

    seconds(1_000)
    assert seconds(64_000) <= 2 * 8 * max(seconds(8_000), 0.02)
