"""Reviews read back: ticked boxes of a report and marks saved from the page become waivers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UserError
from factcheck.store import accept, waivers
from factcheck.store.waivers import Waiver
from factcheck.writers import markdown
from tests.writers.reports import harbour_report, share_conflict, toll_conflict

REPORT = markdown.write(harbour_report())


def ticked(box: str, after: str, report: str = REPORT) -> str:
    """The report with the first such box after a text ticked."""
    at = report.index(f"- [ ] {box}", report.index(after))
    return report[:at] + report[at:].replace("[ ]", "[x]", 1)


def test_a_report_nobody_touched_has_no_marks() -> None:
    assert accept.read_review(REPORT, "report.md") == ()


def test_a_ticked_box_covers_every_place_of_its_conflict() -> None:
    marks = accept.read_review(ticked("not the same fact", "deaths in"), "report.md")
    assert {(mark.id, mark.path, mark.mark) for mark in marks} == {
        ("fc-0a1b2c3d", path, "not-same-fact")
        for path in ("coast/sinking.md", "herald/ferry.txt", "herald/inquiry.txt")
    }


def test_reason_and_expiry_stand_behind_the_box() -> None:
    text = ticked("accepted: …", "share of").replace(
        "[x] accepted: …", "[X]  accepted: two ways to count (until 2031-06-30)"
    )
    marks = accept.read_review(text, "report.md")
    assert {(mark.mark, mark.reason, mark.expires) for mark in marks} == {
        ("accepted", "two ways to count", date(2031, 6, 30))
    }


def test_an_untouched_placeholder_is_no_reason() -> None:
    marks = accept.read_review(ticked("accepted: …", "share of"), "report.md")
    assert {mark.reason for mark in marks} == {""}


def test_boxes_mean_what_the_page_means_by_them() -> None:
    for box, mark in (("same fact, real conflict", "real-conflict"), ("not the same fact", "not-same-fact")):
        marks = accept.read_review(ticked(box, "share of"), "report.md")
        assert {each.mark for each in marks} == {mark}
        status = waivers.apply([share_conflict()], marks, str)[0].status
        assert status == ("new" if mark == "real-conflict" else "waived")


def test_a_real_conflict_lifts_an_older_waiver() -> None:
    old = accept.read_review(ticked("accepted: …", "share of"), "report.md")
    new = accept.read_review(ticked("same fact, real conflict", "share of"), "report.md")
    text = accept.accepted_text(accept.accepted_text("", old, str), new, str)
    assert waivers.apply([share_conflict()], waivers.parse(text, "w.yaml"), str)[0].status == "new"


def test_a_round_trip_through_report_and_waiver_file_loses_nothing() -> None:
    text = ticked("accepted: …", "deaths in").replace(
        "[x] accepted: …", "[x] accepted: rescue count, final list pending"
    )
    marks = accept.read_review(text, "report.md")
    read = waivers.parse(accept.accepted_text("# kept\n", marks, str), "w.yaml")
    assert read == tuple(sorted(marks))
    (marked,) = waivers.apply([toll_conflict()], read, str)
    assert (marked.status, marked.reason) == ("waived", "rescue count, final list pending")


def test_mistakes_are_reported_together() -> None:
    text = (
        "- [x] accepted: of nothing\n"
        '<!-- factcheck: {"id": "fc-1", "paths": ["a.md"]} -->\n- [x] accepted\n- [x] not the same fact\n'
        '<!-- factcheck: {"id": } -->\n'
        '<!-- factcheck: {"id": "fc-2", "paths": ["a.md"]} -->\n- [x] accepted: x (until 2031-02-30)\n'
    )
    with pytest.raises(UserError) as caught:
        accept.read_review(text, "report.md")
    messages = [line for line in str(caught.value).splitlines() if line.startswith("report.md")]
    assert messages == [
        "report.md:1:1: no conflict belongs to this box: its comment is missing",
        "report.md:4:1: two boxes of fc-1 are ticked",
        "report.md:5:1: this comment was changed and can no longer be read",
        "report.md:7:1: not a day: '2031-02-30'",
    ]


def test_boxes_of_other_lists_are_left_alone() -> None:
    assert accept.read_review("- [x] acceptedly\n- [x] buy bread\n", "report.md") == ()


def test_marks_on_unknown_conflicts_are_found() -> None:
    marks = accept.read_review(ticked("not the same fact", "deaths in"), "report.md")
    assert list(accept.unknown(marks, [toll_conflict().id])) == []
    assert list(accept.unknown(marks, ["fc-other"])) == list(marks)


def test_a_saved_file_of_marks_is_read_as_it_is() -> None:
    text = 'waivers:\n  - id: "fc-1"\n    path: "a.md"\n    mark: note\n    reason: "look again"\n'
    assert accept.read_review(text, "marks.yaml") == (Waiver("fc-1", "a.md", "note", "look again"),)


def test_a_missing_report_is_the_users_mistake() -> None:
    with pytest.raises(UserError, match="cannot read the report"):
        accept.load_review("no/such/report.md")


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        marks = accept.read_review(text, "report.md")
    except UserError:
        return
    assert all(mark.id and mark.path for mark in marks)
