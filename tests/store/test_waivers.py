"""Waiver files: what they mean, what is wrong with them, and that nothing in them gets lost."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UserError
from factcheck.store import waivers
from factcheck.store.waivers import Waiver
from tests.writers.reports import share_conflict, toll_conflict

TOLL_PATHS = ("coast/sinking.md", "herald/ferry.txt", "herald/inquiry.txt")


def same(path: str) -> str:
    return path


def toll_waivers(*paths: str, **fields: object) -> tuple[Waiver, ...]:
    return tuple(Waiver(toll_conflict().id, path, **fields) for path in paths)  # type: ignore[arg-type]


def test_a_conflict_is_waived_when_every_place_is() -> None:
    marked = waivers.apply([toll_conflict(), share_conflict()], toll_waivers(*TOLL_PATHS, reason="rescue count"), same)
    assert [(each.status, each.reason) for each in marked] == [("waived", "rescue count"), ("new", "")]


def test_a_further_page_with_a_waived_conflict_is_new() -> None:
    (marked,) = waivers.apply([toll_conflict()], toll_waivers(*TOLL_PATHS[:2]), same)
    assert marked.status == "new"


def test_paths_are_compared_as_the_file_keeps_them() -> None:
    known = toll_waivers(*(path.upper() for path in TOLL_PATHS))
    (marked,) = waivers.apply([toll_conflict()], known, str.upper)
    assert marked.status == "waived"


@pytest.mark.parametrize("mark", ["real-conflict", "note"])
def test_a_mark_that_only_records_waives_nothing(mark: str) -> None:
    (marked,) = waivers.apply([toll_conflict()], toll_waivers(*TOLL_PATHS, mark=mark), same)
    assert marked.status == "new"


def test_a_waiver_holds_through_its_last_day() -> None:
    last = date(2031, 5, 1)
    known = toll_waivers(*TOLL_PATHS, expires=last)
    statuses = [waivers.apply([toll_conflict()], known, same, day)[0].status for day in (last, date(2031, 5, 2), None)]
    assert statuses == ["waived", "new", "waived"]
    assert list(waivers.expired(known, last)) == []
    assert list(waivers.expired(known, date(2031, 5, 2))) == list(known)


def test_waivers_nobody_needs_are_stale() -> None:
    known = (*toll_waivers("coast/sinking.md", "gone.md"), Waiver("fc-other", "coast/sinking.md"))
    assert list(waivers.stale(known, [toll_conflict()], same)) == [known[1], known[2]]
    assert list(waivers.stale(known, [toll_conflict()], same, lambda waiver: waiver.path != "gone.md")) == [known[2]]


def test_every_mistake_is_reported_with_place_and_caret() -> None:
    text = (
        "waivers:\n  - id: fc-1\n    path: a.md\n    reson: x\n  - path: b.md\n    mark: acepted\n"
        "  - {id: fc-2, path: c.md, expires: soon}\n"
    )
    with pytest.raises(UserError) as caught:
        waivers.parse(text, "w.yaml")
    assert str(caught.value).splitlines() == [
        "w.yaml:4:12: unknown key 'reson' (did you mean 'reason'?)",
        "      reson: x",
        "             ^",
        "w.yaml:5:5: a waiver needs id",
        "    - path: b.md",
        "      ^",
        "w.yaml:6:11: unknown mark 'acepted' (did you mean 'accepted'?)",
        "      mark: acepted",
        "            ^",
        "w.yaml:7:37: not a day: 'soon' (write it as 2031-12-31)",
        "    - {id: fc-2, path: c.md, expires: soon}",
        "                                      ^",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("waivers: [", "w.yaml:1:1"),
        ("waivers: 3\n", "expected a list"),
        ("- a\n", "expected keys and values"),
        ("wavers: []\n", "unknown key 'wavers' (known: waivers)"),
        ("waivers:\n  - id: fc-1\n    path: [a]\n", "path is not a plain value"),
        ("waivers:\n  - id: fc-1\n    id: fc-2\n    path: a\n", "w.yaml:3:"),
    ],
)
def test_a_file_that_is_no_list_of_waivers_is_the_users_mistake(text: str, says: str) -> None:
    with pytest.raises(UserError) as caught:
        waivers.parse(text, "w.yaml")
    assert says.split(":1:1")[0] in str(caught.value)


def test_an_empty_file_has_no_waivers() -> None:
    assert waivers.parse("", "w.yaml") == waivers.parse("# none yet\n", "w.yaml") == ()
    assert waivers.parse("waivers: []\n", "w.yaml") == waivers.parse("waivers:\n", "w.yaml") == ()


def test_a_missing_file_is_the_users_mistake() -> None:
    with pytest.raises(UserError, match="cannot read the waivers"):
        waivers.load("no/such/file.yaml")


def test_merging_keeps_what_people_wrote() -> None:
    text = (
        '# ours\nwaivers:\n  # the ferry\n  - id: "fc-1"   # quoted\n    path: a.md\n    reason: old\n'
        "    expires: 2031-01-01\n"
    )
    merged = waivers.merged_text(text, [Waiver("fc-2", "b.md"), Waiver("fc-1", "a.md", "not-same-fact", "new")])
    assert merged == (
        '# ours\nwaivers:\n  # the ferry\n  - id: "fc-1"   # quoted\n    path: a.md\n    reason: new\n'
        "    mark: not-same-fact\n  - id: fc-2\n    path: b.md\n    mark: accepted\n    reason: \"\"\n"
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "waivers: []\n", "# none yet\nwaivers:\n"])
def test_merging_into_nothing(text: str) -> None:
    added = toll_waivers("a.md", expires=date(2031, 5, 1), reason="a: b # c")
    assert waivers.parse(waivers.merged_text(text, added), "w.yaml") == added
    assert waivers.parse(waivers.merged_text(text, added), "w.yaml")[0].expires == date(2031, 5, 1)


words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)
marks = st.sampled_from(["accepted", "not-same-fact", "real-conflict", "note"])
days = st.none() | st.dates()


@settings(deadline=None)
@given(st.lists(st.builds(Waiver, words, words, marks, words | st.just(""), days), unique_by=lambda w: (w.id, w.path)))
def test_whatever_is_written_is_read_back(given_waivers: list[Waiver]) -> None:
    read = waivers.parse(waivers.merged_text("", given_waivers), "w.yaml")
    assert [(w, w.expires) for w in read] == [(w, w.expires) for w in sorted(given_waivers)]
    again = waivers.merged_text(waivers.merged_text("", given_waivers), given_waivers)
    assert waivers.parse(again, "w.yaml") == read
