"""A conflict that is no error says what lowered it; a draft disputes with an archive, not with each of its pages."""

from dataclasses import replace

import pytest

from factcheck.comparing.compare import CompareOptions, compare
from factcheck.comparing.judge.severity import ONE_SIDED, PAST, UNSURE
from factcheck.model import Document, PositionMap
from factcheck.model.finding import MILDER
from factcheck.pipeline import read_passage
from factcheck.rulebook import rules_in_force

RULES = rules_in_force(())
SPAN = "The Lorvik bridge over the Halden is {} metres long and was built by the Brellin works."


def read(name, text, published=None):
    document = Document(name, name, text, PositionMap.of_text(text), published=published)
    return replace(read_passage(document), metadata=(("story", "one"),))


def found(texts, **options):
    readings = [read(name, *given) for name, given in texts.items()]
    return compare(readings, RULES, CompareOptions(**options)).conflicts


def doubts(conflict):
    return [reason.detail for reason in conflict.why if reason.step == MILDER]


def test_an_error_has_no_doubts():
    (conflict,) = found({"a": (SPAN.format(412),), "b": (SPAN.format(530),)}, group_by="story")
    assert conflict.severity == "error"
    assert doubts(conflict) == []


def test_an_undated_side_is_named_as_what_lowered_it():
    told = {
        "a": ("The Lorvik bridge, finished by the Brellin works, is 412 metres long.", "2023-05-03"),
        "b": (SPAN.format(530),),
    }
    (conflict,) = [c for c in found(told, group_by="story") if c.rule == "FC101"]
    assert conflict.severity != "error"
    assert ONE_SIDED in doubts(conflict)


def test_like_words_that_prove_little_are_named():
    told = {"a": ("The hall holds 412 visitors.",), "b": ("The hall in town holds 530 visitors.",)}
    (conflict,) = found(told, group_by="story")
    assert conflict.severity == "warning"
    assert "no name, identifier or second figure is on both sides" in doubts(conflict)
    assert {UNSURE, PAST}.isdisjoint(doubts(conflict))


@pytest.mark.parametrize("archive", [(530, 530), (530, 640)])
def test_a_draft_against_an_archive_is_as_severe_as_against_one_page(archive):
    told = {"draft": (SPAN.format(412),)} | {f"old{n}": (SPAN.format(value),) for n, value in enumerate(archive)}
    pages = frozenset(told) - {"draft"}
    (conflict,) = found(told, group_by="story", against=pages)
    assert conflict.severity == "error"
    assert len(conflict.positions) == len({412, *archive})
    assert doubts(conflict) == []


def test_three_pages_of_three_values_are_milder_and_say_so():
    told = {name: (SPAN.format(value),) for name, value in (("a", 412), ("b", 530), ("c", 640))}
    (conflict,) = found(told, group_by="story")
    assert conflict.severity == "warning"
    assert doubts(conflict) == ["more than two values stand against each other, as in a series of things"]


def test_three_heights_of_one_tower_are_no_series():
    tower = "The Lorvik tower on the Halden, built by the Brellin works, is {} metres high."
    told = {name: (tower.format(value),) for name, value in (("a", 142), ("b", 153), ("c", 164))}
    (conflict,) = found(told, group_by="story")
    assert (conflict.severity, len(conflict.positions), doubts(conflict)) == ("error", 3, [])
