"""Finding the word before a figure takes time in proportion to the sentence, which may be one endless word."""

from __future__ import annotations

import pytest

from factcheck.comparing.naming import names_something
from tests.timing import cpu_seconds


@pytest.mark.parametrize("piece", ["1,", "a ", "<sup>", "an   ", "the same", "(x) ", "Lorvik"])
def test_a_sentence_of_one_word_takes_time_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        sentence = piece * (size // len(piece))
        return cpu_seconds(lambda: names_something(sentence + "5", len(sentence), "5", ("Lorvik Pier",)))

    assert seconds(64_000) <= 2 * 8 * max(seconds(8_000), 0.005)


def test_the_word_before_a_figure_is_whole() -> None:
    assert names_something("the Halden (Suite) 5", 19, "5", ("Halden Suite",))
    assert not names_something("the Halden pre-Suite 5", 21, "5", ("Halden Suite",))
    assert not names_something(f"the {'x' * 90}Suite 5", 100, "5", ("Halden Suite",))
