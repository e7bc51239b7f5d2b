"""The baseline: known conflicts by id and path, what makes one new again, and which entries are stale."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import UserError
from factcheck.store.baseline import Entry, apply, entries_of, load, parse, stale, text_of
from tests.store.conflicts import conflict

_SEATS = conflict("fc-1", "FC140", {"5 seats": [("docs/a.md", 4)], "9 seats": [("docs/b.md", 7)]})
_ROOMS = conflict("fc-2", "FC101", {"2 rooms": [("docs/a.md", 8)], "3 rooms": [("docs/a.md", 9)]})


def _relative(path: str) -> str:
    return path.removeprefix("docs/")


def test_what_is_written_is_read_and_makes_everything_known(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text_of(entries_of([_ROOMS, _SEATS], _relative)), encoding="utf-8")
    assert load(str(file)) == (
        Entry("fc-1", "a.md", "FC140", "seats"),
        Entry("fc-1", "b.md", "FC140", "seats"),
        Entry("fc-2", "a.md", "FC101", "seats"),
    )
    assert [known.status for known in apply([_SEATS, _ROOMS], load(str(file)), _relative)] == ["baseline"] * 2
    assert len(file.read_text(encoding="utf-8").splitlines()) == 5
    assert parse(text_of([]), "b.json") == ()


def test_lines_may_move_but_a_further_page_is_new() -> None:
    entries = entries_of([_SEATS], _relative)
    moved = conflict("fc-1", "FC140", {"5 seats": [("docs/a.md", 44)], "9 seats": [("docs/b.md", 70)]})
    wider = conflict("fc-1", "FC140", {"5 seats": [("docs/a.md", 4), ("docs/c.md", 1)], "9 seats": [("docs/b.md", 7)]})
    assert [each.status for each in apply([moved, wider, _ROOMS], entries, _relative)] == ["baseline", "new", "new"]


def test_waived_conflicts_stay_out() -> None:
    waived = replace(_SEATS, status="waived")
    assert entries_of([waived], _relative) == ()
    assert apply([waived], entries_of([_SEATS], _relative), _relative) == (waived,)


def test_stale_entries_are_those_of_conflicts_that_were_looked_for_and_not_found() -> None:
    entries = entries_of([_SEATS, _ROOMS], _relative)
    assert list(stale(entries, [_SEATS], _relative, lambda entry: True)) == [Entry("fc-2", "a.md", "FC101", "seats")]
    assert list(stale(entries, [], _relative, lambda entry: entry.path != "b.md")) == [
        Entry("fc-2", "a.md", "FC101", "seats")
    ]
    assert list(stale(entries, [], _relative, lambda entry: entry.rule != "FC101")) == list(entries[:2])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "b.json:1:2: not JSON"),
        ("[]", "b.json: not a baseline: no schema"),
        ('{"schema": "factcheck-baseline/1"}', "b.json: not a baseline: an entry needs id, path and rule"),
        ('{"schema": "factcheck-baseline/1", "entries": [{"id": "fc-1"}]}', "an entry needs id, path and rule"),
        ('{"schema": "factcheck-baseline/1", "entries": ["fc-1"]}', "an entry needs id, path and rule"),
    ],
)
def test_a_file_that_is_no_baseline(text: str, message: str) -> None:
    with pytest.raises(UserError) as caught:
        parse(text, "b.json")
    assert message in str(caught.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="make one with --update-baseline"):
        load(str(tmp_path / "none.json"))
    (tmp_path / "bytes.json").write_bytes(b"\xff")
    with pytest.raises(UserError, match="not UTF-8"):
        load(str(tmp_path / "bytes.json"))
