"""What a report says in words of its own: intervals, evidence, what would settle it, coverage, pictures."""

import json
from dataclasses import replace
from datetime import date

import pytest

from factcheck.model import Conflict, DayInterval, Interval, Quantity, Reason, TimeInterval
from factcheck.model.finding import MILDER
from factcheck.writers import json as json_report
from factcheck.writers import junit, markdown, text
from factcheck.writers.coverage import not_compared_line
from factcheck.writers.evidence import difference_of, evidence_of, line_of, milder_of, why_line
from factcheck.writers.explain import explain_conflict
from factcheck.writers.layout import PLAIN
from factcheck.writers.page_data import page_data
from factcheck.writers.plotting import plot_of
from factcheck.writers.settling import settling
from factcheck.writers.shape import cards_of
from factcheck.writers.wording import days_words, interval_words, number_words
from tests.writers.reports import (
    arithmetic_conflict,
    citation,
    claim,
    date_conflict,
    harbour_report,
    position,
    share_conflict,
    toll_conflict,
)

CARDS = cards_of(harbour_report().documents)


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval.point(18), "18 km"),
        (Interval(17, 19), "17 to 19 km"),
        (Interval(17, 19, True, True), "over 17 to under 19 km"),
        (Interval.above(20, inclusive=True), "at least 20 km"),
        (Interval.below(7), "under 7 km"),
        (Interval.below(7, inclusive=True), "at most 7 km"),
        (Interval(None, None), "any value"),
    ],
)
def test_intervals_in_words(interval: Interval, words: str) -> None:
    assert interval_words(interval, "km") == words


@pytest.mark.parametrize(
    ("number", "words"), [(0.0, "0"), (-0.0, "0"), (1e21, "1e+21"), (2e-9, "2e-09"), (1234.5, "1,234.5")]
)
def test_numbers_in_words(number: float, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2031, 5, 1), date(2031, 5, 1), "2031-05-01"),
        (date(2031, 5, 1), None, "from 2031-05-01"),
        (None, date(2031, 5, 1), "until 2031-05-01"),
        (None, None, ""),
    ],
)
def test_days_in_words(start: date | None, end: date | None, words: str) -> None:
    assert days_words(DayInterval(start, end)) == words


def test_the_strongest_evidence_is_said_first() -> None:
    reasons = [Reason(name, "x", weight) for name, weight in (("a", 1), ("b", 9), ("c", -2), ("d", -8), ("e", 4))]
    assert line_of(reasons, 2) == "b: x; e: x"
    assert line_of([]) == ""


def test_plain_words_go_before_steps_and_little_against_is_not_told() -> None:
    reasons = [Reason("near", "x", 14), Reason("verb", "x", 6, "same", "both say “sink”")]
    for weight, against in ((-5, ""), (-6, "; against it: days apart")):
        told = (*reasons, Reason("time", "x", weight, "days_apart", "days apart"))
        assert line_of(told) == f"both say “sink”{against}"


def test_of_features_that_say_much_the_same_the_stronger_is_told() -> None:
    told = [
        Reason("near", "x", 14, "identical", "like words around the figures"),
        Reason("context", "x", 26, "identical", "like sentences"),
        Reason("closeness", "x", 8, "near", "the values are close"),
    ]
    assert line_of(told) == "like sentences; the values are close"


def test_of_a_computed_side_the_rule_is_said() -> None:
    cards = {card.id: card for card in harbour_report().rules}
    assert why_line(arithmetic_conflict(), cards) == cards[arithmetic_conflict().rule].summary
    assert why_line(toll_conflict(), cards) == "both are about deaths; both name Lorvik; both hold at one time"


def test_the_verdict_is_no_evidence() -> None:
    assert [reason.step for reason in evidence_of(toll_conflict())] == ["measure", "subject", "time"]
    assert difference_of(toll_conflict()) == "29 people against 41 people"
    assert difference_of(share_conflict()) == "17 to 19 percent against over 20 percent"


def attributed() -> Conflict:
    places = [
        claim(
            citation(path, 1, f"Ada Brook counted {number} seals.", number), Quantity("count", *[Interval.point(n)] * 2)
        )
        for path, number, n in (("herald/ferry.txt", "40", 40.0), ("coast/sinking.md", "55", 55.0))
    ]
    named = [replace(each, frame=replace(each.frame, attribution="Ada Brook")) for each in places]
    sides = tuple(position(each.citation.quote, each) for each in named)
    return Conflict("fc-0000aaaa", "FC101", "error", "contradiction", 0.9, "seals", "", sides, ())


def limits() -> Conflict:
    """Two limits on undated pages."""
    sides = [
        position(each.text, replace(each.claims[0], role="limit", frame=replace(each.claims[0].frame, attribution="")))
        for each in attributed().positions
    ]
    return replace(attributed(), positions=tuple(sides))


@pytest.mark.parametrize(
    ("conflict", "words"),
    [
        (toll_conflict(), "The coast guard's final list of passengers."),
        (share_conflict(), "When Coast Daily was written: it gives no date."),
        (arithmetic_conflict(), "Which of the figures in the sum was copied wrongly."),
        (date_conflict(), "Which of the figures is the newer one."),
        (attributed(), "What Ada Brook said in their own words."),
        (limits(), "The thing itself: its setting, contract or price list."),
    ],
)
def test_what_would_settle_it(conflict: Conflict, words: str) -> None:
    assert settling(conflict, CARDS) == words


def test_what_was_not_compared_is_said_most_first() -> None:
    assert not_compared_line(harbour_report().coverage) == (
        "Not compared: 12 another place, 3 no time. Files skipped: 2 .png."
    )


def test_values_in_two_units_share_an_axis_where_a_factor_is_known() -> None:
    sides = [
        position(
            text, claim(citation(path, 1, f"It is {text}.", text), Quantity("measure", *[Interval.point(n)] * 2, unit))
        )
        for path, text, n, unit in (("a.md", "19 km", 19.0, "kilometer"), ("b.md", "14 miles", 14.0, "mile"))
    ]
    conflict = replace(share_conflict(), positions=tuple(sides))
    assert plot_of(conflict, {}) is None
    plot = plot_of(replace(conflict, factors={"kilometer": 1.0, "mile": 1.609344}), {})
    assert plot is not None
    assert plot["unit"] == "kilometers"
    assert [row["stated"][0] for row in plot["rows"]] == [19.0, pytest.approx(22.530816)]


def test_a_time_without_days_is_not_drawn() -> None:
    friday = TimeInterval("date", "XXXX-WXX-5", anchor="none")
    sides = tuple(
        position("Friday", claim(citation(path, 1, "On Friday.", "Friday"), friday)) for path in ("a.md", "b.md")
    )
    assert plot_of(replace(date_conflict(), positions=sides), {}) is None


def test_explain_shows_the_ladder_up_to_the_rung_that_held() -> None:
    text = explain_conflict(toll_conflict(), harbour_report())
    assert (
        "  did not hold: values overlap\n  did not hold: gap at most 2 %\n  held: otherwise: 12 people apart\n" in text
    )
    assert "   +5.2  together" in text
    unknown = replace(toll_conflict(), why=(Reason("judged", "some other rung"),))
    assert "did not hold" not in explain_conflict(unknown, harbour_report())


def test_what_lowered_a_severity_is_told_in_every_report_that_tells_why():
    """Evidence and what lowered the severity are two things; an error was lowered by nothing."""
    (conflict, *_) = harbour_report().conflicts
    doubts = (Reason(MILDER, "it is known of only one side when it holds"), Reason(MILDER, "<b> few words"))
    milder = replace(conflict, severity="note", why=(*conflict.why, *doubts))
    words = "it is known of only one side when it holds; <b> few words"
    assert milder_of(milder) == {"only a note": words}
    assert milder_of(conflict) == milder_of(replace(milder, severity="error")) == {}
    assert evidence_of(milder) == evidence_of(conflict)
    report = replace(harbour_report(), conflicts=(milder,))
    assert "= only a note: it is known" in text.write(report)
    assert f"* **Only a note:** {words.replace('<b>', '&lt;b&gt;')}" in markdown.write(report)
    assert "only a note: it is known" in junit.write(report)
    assert "Only a note: it is known" in explain_conflict(milder)
    assert page_data(report, PLAIN)["conflicts"][0]["milder"] == [["Only a note", words]]
    told = json.loads(json_report.write(report))["conflicts"][0]["why"]
    assert {"step": "milder", "detail": "<b> few words", "weight": 0.0} in told
