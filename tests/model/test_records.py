"""The small records: omissions, units in words, suppressions, problems, citations, days and spans."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Citation, DayInterval, Document, PositionMap, Problem, Span
from factcheck.model.omission import pieces, stand_in, visible
from factcheck.model.problem import INTERNAL_ERROR, internal_error
from factcheck.model.quantity import units_in_words
from factcheck.model.suppression import Suppression


@pytest.mark.parametrize(
    ("omitted", "read"),
    [
        ("**", ""), ("](limits.md)", ""), ("&gt;", ">"), ("&nbsp;", " "), ("&#x35;", "5"), ("<br>", " "), ("<p>", " "),
        ("<b>", ""), ("</strong>", ""), ("<SPAN class=x>", ""), ("<sup>", "^"), ("<SUP>", "^"), ("</sup>", ""),
        ("</SUP>", ""), ("<!-- a -->", " "), ("{{< x >}}", " "), ("$$", " "), ("![x](y)", " "), ("a\nb", " "), ("", ""),
    ],
)  # fmt: skip
def test_what_an_omitted_stretch_is_read_as(omitted: str, read: str) -> None:
    assert stand_in(omitted) == read


def test_the_pieces_of_a_span_cover_it_once() -> None:
    gaps = [Span(0, 2), Span(4, 6), Span(6, 7), Span(9, 30), Span(31, 40)]
    assert list(pieces(Span(1, 12), gaps)) == [
        (Span(1, 2), True), (Span(2, 4), False), (Span(4, 6), True), (Span(6, 7), True), (Span(7, 9), False),
        (Span(9, 12), True),
    ]  # fmt: skip
    assert list(pieces(Span(3, 5), [])) == [(Span(3, 5), False)]
    assert list(pieces(Span(3, 3), [Span(3, 3)])) == []
    assert list(pieces(Span(3, 9), [Span(1, 3), Span(5, 5), Span(6, 8)])) == [
        (Span(3, 6), False), (Span(6, 8), True), (Span(8, 9), False),
    ]  # fmt: skip


def test_what_is_visible_is_on_one_line() -> None:
    text = "It holds  **5**\n of &lt;10"
    assert visible(text, Span(0, len(text)), [Span(10, 12), Span(13, 15), Span(20, 24)]) == "It holds 5 of <10"
    assert visible(text, Span(3, 13), [Span(10, 12)]) == "holds 5"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("kilometer", "kilometers"), ("degree_Celsius", "degrees Celsius"), ("barrel per day", "barrels per day"),
        ("foot", "feet"), ("inch", "inches"), ("century", "centuries"), ("hertz", "hertz"), ("percent", "percent"),
        ("USD", "USD"), ("percentage_point", "percentage points"), ("square kilometer", "square kilometers"),
        ("foot per second", "feet per second"), ("siemens", "siemens"),
        ("USD per barrel per day", "USD per barrel per day"),
        ("m3", "m3"), ("", ""), ("degree", "degrees"),
    ],
)  # fmt: skip
def test_units_are_named_for_a_reader(unit: str, words: str) -> None:
    assert units_in_words(unit) == words


def test_a_suppression_covers_its_block_and_its_rules() -> None:
    found = Suppression(("FC14", "FC2"), "renamed", line=3, first=4, last=6)
    assert [found.covers("FC140", line) for line in (3, 4, 6, 7)] == [False, True, True, False]
    assert [found.covers(rule, 5) for rule in ("FC201", "FC101", "FC1")] == [True, False, False]


def test_an_internal_error_names_document_stage_and_line_of_code() -> None:
    try:
        raise KeyError("the\nship")
    except KeyError as fault:
        problem = internal_error("a.md", fault)
        other = internal_error("b.md", fault, "comparing")
    line = fault_line()
    assert problem == Problem("a.md", "a.md", 0, "error", INTERNAL_ERROR,

        f"internal error while reading a.md: KeyError: 'the\\nship' (test_records.py:{line})")  # fmt: skip
    assert other.detail.startswith("internal error while comparing b.md: KeyError")
    assert internal_error("a.md", ValueError("x")).detail == "internal error while reading a.md: ValueError: x"
    assert INTERNAL_ERROR == "internal-error"


def fault_line() -> int:
    """The line of this file that raises the KeyError."""
    from pathlib import Path

    lines = Path(__file__).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.strip() == 'raise KeyError("the\\nship")')


def test_a_citation_knows_its_quote_sentence_and_places() -> None:
    text = "One.\nThe pier has 14\nlamps. End."
    document = Document("id", "a.md", text, PositionMap(PositionMap.of_text(text).line_starts, pages=(0, 5)))
    cited = Citation.at(document, Span(18, 26), Span(5, 27), before="One.", after="End.")
    assert cited == Citation("id", "a.md", Span(18, 26), "14\nlamps", "The pier has 14\nlamps.", Span(5, 27),
                             2, 14, 3, 6, 2, "One.", "End.")  # fmt: skip
    assert Citation.at(document, Span(0, 3), Span(0, 4)).before == ""
    assert Citation.at(document, Span(0, 3), Span(0, 4)).after == ""


def test_spans_shift_hold_and_touch() -> None:
    assert Span(2, 5).shifted(3) == Span(5, 8)
    assert [Span(2, 5).contains(Span(*each)) for each in ((2, 5), (1, 5), (2, 6), (3, 4))] == [True, False, False, True]
    assert [Span(2, 5).overlaps(Span(*each)) for each in ((5, 6), (0, 2), (4, 6), (0, 3))] == [False, False, True, True]


def test_days_at_the_edge_are_shared_and_held() -> None:
    day = date(2022, 2, 1)
    month, one = DayInterval(day, date(2022, 2, 28)), DayInterval(day, day)
    last = DayInterval(date(2022, 2, 28), date(2022, 3, 9))
    assert month.overlaps(one)
    assert one.overlaps(month)
    assert month.overlaps(last)
    assert last.overlaps(month)
    assert month.contains(one)
    assert month.contains(month)
    assert not month.contains(last)
    assert not last.contains(month)
    assert not month.contains(DayInterval(None, day))
    assert not month.contains(DayInterval(day, None))
    assert DayInterval(None, None).contains(month)
    assert DayInterval(None, day).contains(DayInterval(None, day))
    assert not DayInterval(None, day).contains(month)
