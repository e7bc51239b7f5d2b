"""Reasons to doubt a verdict, one by one: how many levels each lowers it, and which pairs may be no error at all."""

import pytest

from factcheck.comparing.judge.severity import doubts, highest, lowered
from tests.rulebook.specimens import pair_table

PUBLISHED = {"published": 25_993_440.0}


def levels(left, right, **extra):
    return doubts(pair_table([(left, right)]).assign(**extra)).tolist()


def top(left, right, **extra):
    return highest(pair_table([(left, right)]).assign(**extra)).tolist()


@pytest.mark.parametrize(
    ("severity", "by", "expected"),
    [("error", 0, "error"), ("error", 1, "warning"), ("warning", 1, "note"), ("note", 1, "note"), ("error", 9, "note")],
)
def test_a_severity_falls_to_a_note_and_no_further(severity, by, expected):
    assert lowered(severity, by) == expected


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({}, 0),
        ({"confidence": 0.9}, 0),
        ({"confidence": 0.89}, 1),
        ({"confidence": 0.3}, 1),
        ({"confidence": 0.3, "certain": True}, 0),
        ({"confidence": 0.3, "certain": False}, 1),
    ],
)
def test_a_low_confidence_is_one_level_unless_one_sentence_is_told_twice(extra, expected):
    assert levels({}, {}, **extra) == [expected]


@pytest.mark.parametrize(
    ("left", "right", "confidence", "expected"),
    [
        (PUBLISHED, PUBLISHED, 0.79, 2),
        (PUBLISHED, PUBLISHED, 0.8, 1),
        (PUBLISHED, {}, 0.79, 1),
        ({}, PUBLISHED, 0.79, 1),
        (PUBLISHED, PUBLISHED | {"doc": "a.txt"}, 0.79, 1),
        (PUBLISHED | {"kind": "age"}, PUBLISHED | {"kind": "age"}, 0.79, 1),
        (PUBLISHED | {"kind": "age"}, PUBLISHED, 0.79, 2),
        (PUBLISHED, PUBLISHED | {"kind": "age"}, 0.79, 2),
        (PUBLISHED | {"measure": "height"}, PUBLISHED | {"measure": "height"}, 0.79, 1),
        (PUBLISHED | {"measure": "height"}, PUBLISHED | {"measure": "deaths"}, 0.79, 2),
    ],
)
def test_two_articles_that_are_hardly_one_event_lose_a_second_level(left, right, confidence, expected):
    assert levels(left, right, confidence=confidence) == [expected]


@pytest.mark.parametrize(
    ("left", "right", "extra", "expected"),
    [
        ({"dated": True}, {}, {}, 1),
        ({}, {"dated": True}, {}, 1),
        ({"dated": True}, {"dated": True}, {}, 0),
        ({"dated": True}, {"doc": "a.txt"}, {}, 0),
        ({"dated": True}, {}, {"certain": True}, 0),
        ({"dated": True}, {}, {"confidence": 0.5}, 2),
        ({"history": True}, {}, {}, 1),
        ({}, {"history": True}, {}, 1),
        ({"history": True}, {"history": True}, {}, 1),
        ({"history": True}, {}, {"certain": True}, 1),
        ({"history": True}, {}, {"recorded": True}, 0),
        ({"history": True}, {}, {"recorded": False}, 1),
        ({"history": True, "dated": True}, {}, {}, 1),
        ({"history": True, "dated": True}, {}, {"recorded": True}, 1),
    ],
)
def test_one_undated_side_or_a_page_of_history_is_one_level(left, right, extra, expected):
    assert levels(left, right, **extra) == [expected]


RUNNING = {"running": True, "dated": True}
DATED = {"dated": True}


@pytest.mark.parametrize(
    ("left", "right", "extra", "expected"),
    [
        ({}, {}, {}, 0),
        ({}, {}, {"doubtful": True}, 1),
        ({}, {}, {"doubtful": False}, 0),
        (RUNNING, DATED, {}, 1),
        (DATED, RUNNING, {}, 1),
        (RUNNING, RUNNING, {}, 1),
        (RUNNING, DATED, {"doubtful": True}, 1),
        (RUNNING, {}, {}, 0),
        (RUNNING, {}, {"doubtful": True}, 1),
        ({}, RUNNING, {}, 0),
        (RUNNING, DATED | {"doc": "a.txt"}, {}, 0),
        (RUNNING | {"settled": True}, DATED, {}, 0),
        (RUNNING, DATED | {"settled": True}, {}, 0),
        (RUNNING | {"restates": True}, DATED, {}, 1),
        (RUNNING, DATED | {"restates": True}, {}, 1),
        (RUNNING | {"restates": True}, DATED | {"restates": True}, {}, 0),
        (RUNNING, DATED, {"reprinted": True}, 0),
        (RUNNING, DATED, {"reprinted": False}, 1),
    ],
)
def test_running_figures_and_doubtful_words_are_no_error(left, right, extra, expected):
    assert top(left, right, **extra) == [expected]
    assert top(right | {"doc": "a.txt"}, left | {"doc": right.get("doc", "b.txt")}, **extra) == [expected]


def test_a_table_without_the_columns_has_no_doubts():
    pairs = pair_table([({}, {}), (RUNNING, DATED)])
    assert doubts(pairs).tolist() == [0, 0]
    assert highest(pairs[["left_doc", "right_doc"]]).tolist() == [0, 0]


def test_flags_of_any_type_are_read_as_flags():
    """Tables that were put together hold their flags as plain objects."""
    pairs = pair_table([({"history": True}, {"history": True}), ({"dated": True}, {}), (RUNNING, DATED), ({}, {})])
    told = pairs.assign(confidence=0.95, certain=False, recorded=False, doubtful=False, reprinted=False)
    assert doubts(told.astype(object)).tolist() == doubts(told).tolist() == [1, 1, 0, 0]
    assert highest(told.astype(object)).tolist() == highest(told).tolist() == [0, 0, 1, 0]
    assert doubts(told.astype(object)).dtype == "int64"
    assert doubts(told.iloc[:0]).dtype == highest(told.iloc[:0]).dtype == "int64"
