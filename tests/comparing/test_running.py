import pytest

from factcheck.comparing.holder import described
from factcheck.comparing.running import is_over, is_running, runs_on
from factcheck.comparing.vague import is_vague
from tests.comparing.claims import claim, count


@pytest.mark.parametrize(
    ("sentence", "measure", "runs"),
    [
        ("The fire killed 41 people.", "deaths", True),
        ("The fever of 1931 killed 900 people.", "deaths", False),
        ("So far 30 pilots have signed.", "pilot", True),
        ("The town has confirmed 30 cases.", "case", True),
        ("The town has promised 30 beds.", "bed", False),
        ("The hangar holds 30 planes.", "plane", False),
    ],
)
def test_what_goes_on_being_counted_while_a_story_runs(sentence, measure, runs):
    found = claim("30", count(30, 30), sentence=sentence, measure=measure)
    assert is_running(found, 2024) is runs


def test_a_year_of_the_past_ends_a_count_and_this_year_does_not():
    assert is_over("In 1957 the fever killed 900 people.", 2009)
    assert not is_over("In 2009 the fever killed 900 people.", 2009)
    assert not is_over("In 1957 the fever killed 900 people.", None)


@pytest.mark.parametrize(("quote", "vague"), [("Dozens", True), ("many thousands", True), ("two dozen", False)])
def test_a_vague_word_is_no_figure(quote, vague):
    assert is_vague(quote) is vague


@pytest.mark.parametrize(
    ("sentence", "quote", "who"),
    [
        ("A 4-year-old boy fell off the pier.", "4-year-old", "boy"),
        ("A 4-year-old Tarvik girl fell.", "4-year-old", "girl"),
        ("The 4-year-old fell.", "4-year-old", ""),
    ],
)
def test_whom_an_age_describes(sentence, quote, who):
    assert described(sentence, quote) == who


def test_a_sentence_of_a_hundred_figures_is_searched_once() -> None:
    """Before, every claim of it searched the whole sentence: the time of a row of figures went into that."""
    sentence = "So far " + "7 " * 100 + "pilots have signed."
    runs_on.cache_clear()
    found = [claim("7", count(7, 7), at=7 + 2 * at, sentence=sentence) for at in range(100)]
    assert all(is_running(each, 2024) for each in found)
    assert runs_on.cache_info().misses == 1
