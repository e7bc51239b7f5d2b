"""Suppressions: which block a comment means, in every format with comments, and what that takes out of a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Reading, Suppression
from factcheck.store.suppressions import apply, find, unused
from tests.store.conflicts import conflict
from tests.timing import cpu_seconds
from tests.writers.reports import card


def _blocks(text: str, suffix: str) -> list[tuple[int, int]]:
    return [(found.first, found.last) for found in find(text, suffix)]


@pytest.mark.parametrize(
    ("suffix", "text", "block"),
    [
        (".md", "<!-- factcheck: ignore[FC140] why -->\nUp to 5 seats,\nat least.\n\nUp to 9.\n", (2, 3)),
        (".md", "<!-- factcheck: ignore[FC140] why -->\n\n\nUp to 5 seats.", (4, 4)),
        (".md", "One.\n\n<!--factcheck:ignore[FC140]why-->\r\n\r\nUp to 5.\r\n\r\nUp to 9.", (5, 5)),
        (".md", "Up to 5 seats. <!-- factcheck: ignore[FC140] why -->\nUp to 9 seats.\n", (1, 1)),
        (".md", "| plan | seats | <!-- factcheck: ignore[FC140] why -->\n|---|---|\n", (1, 1)),
        (".mdx", "{/* factcheck: ignore[FC140] why */}\nUp to 5 seats.\n", (2, 2)),
        (".rst", "Limits\n======\n\n.. factcheck: ignore[FC140] why\n\nUp to 5 seats.\n\nUp to 9.\n", (6, 6)),
        (".adoc", "// factcheck: ignore[FC140] why\nUp to 5 seats.\n", (2, 2)),
        (".html", "<!-- factcheck: ignore[FC140] why -->\n<p>Up to\n5 seats.</p>\n<p>Up to 9.</p>", (2, 3)),
        (".html", "<ul>\n<!-- factcheck: ignore[FC140] why -->\n<li>5 <b>seats</b>\n<li>9 seats\n</ul>", (3, 4)),
        (".htm", "<div><!-- factcheck: ignore[FC140] why --><br><p>5\n</p></div>", (1, 2)),
        (".html", "<!-- factcheck: ignore[FC140] why --><p>never closed\n\n<i>5", (1, 3)),
    ],
)
def test_the_next_block(suffix: str, text: str, block: tuple[int, int]) -> None:
    (found,) = find(text, suffix)
    assert (found.rules, found.reason) == (("FC140",), "why")
    assert (found.first, found.last) == block


def test_several_comments_may_stand_before_one_block() -> None:
    text = "<!-- factcheck: ignore[FC1, FC201] one -->\n<!-- factcheck: ignore[FC3] two -->\nUp to 5.\n"
    assert [(found.rules, found.first) for found in find(text, ".md")] == [(("FC1", "FC201"), 3), (("FC3",), 3)]


def test_brackets_without_a_rule_mean_every_rule() -> None:
    (found,) = find("<!-- factcheck: ignore[] a quotation -->\nUp to 5.\n", ".md")
    assert found.covers("FC999", 2)


def test_a_comment_at_the_end_covers_nothing() -> None:
    (found,) = find("Up to 5.\n\n<!-- factcheck: ignore[FC1] why -->\n", ".md")
    assert not any(found.covers("FC101", line) for line in range(6))


def test_what_is_only_shown_or_has_no_comments_is_none() -> None:
    comment = "<!-- factcheck: ignore[FC1] why -->\nUp to 5.\n"
    assert find(f"```html\n{comment}```\n", ".md") == ()
    assert [found.line for found in find(f"~~~~\n~~~\n{comment}~~~~\n\n{comment}", ".md")] == [7]
    assert find(comment, ".txt") == find(comment, ".jsonl") == ()
    assert find("<!-- factcheck: ignore the next line -->\nUp to 5.\n", ".md") == ()


@pytest.mark.parametrize("suffix", [".md", ".mdx", ".html", ".rst", ".adoc"])
@pytest.mark.parametrize(
    "shape", ["<!-- factcheck: ignore[", "factcheck: ignore[a] ", "<p>", "<!-- factcheck:", "]-->\n"]
)
def test_time_is_linear(suffix: str, shape: str) -> None:
    text = "factcheck:" + shape * (200_000 // len(shape))
    assert cpu_seconds(lambda: find(text, suffix)) < 2


def _page(path: str, *suppressions: Suppression) -> Reading:
    return replace(card(path, ""), suppressions=suppressions)


_SEATS = conflict("fc-1", "FC140", {"5 seats": [("a.md", 4), ("c.md", 2)], "9 seats": [("b.md", 7)]})


@pytest.mark.parametrize(
    ("suppressed", "status"),
    [
        ([("b.md", 7)], "waived"),
        ([("a.md", 4)], "new"),
        ([("a.md", 4), ("c.md", 2)], "waived"),
        ([("a.md", 4), ("b.md", 7)], "waived"),
        ([("b.md", 8)], "new"),
    ],
)
def test_either_side_is_enough_but_a_further_page_is_not_covered(
    suppressed: list[tuple[str, int]], status: str
) -> None:
    pages = [_page(path, Suppression(("FC14",), "old plan", 1, line, line)) for path, line in suppressed]
    (settled,), _ = apply([_SEATS], pages)
    assert settled.status == status
    assert settled.reason == ("old plan" if status == "waived" else "")


def test_another_rule_is_not_covered() -> None:
    (settled,), used = apply([_SEATS], [_page("b.md", Suppression(("FC2",), "why", 1, 7, 7))])
    assert settled == _SEATS
    assert used == frozenset()


def test_what_is_not_used_is_told() -> None:
    used_one = Suppression(("FC140",), "why", 6, 7, 7)
    unused_one = Suppression(("FC140",), "why", 1, 2, 2)
    not_run = Suppression(("FC3",), "why", 3, 4, 4)
    unexplained = Suppression(("FC140",), "", 5, 7, 7)
    page = _page("b.md", used_one, unused_one, not_run, unexplained)
    _, used = apply([_SEATS], [page])
    told = list(unused([page], used, lambda rules: rules != ("FC3",)))
    assert [(problem.line, problem.code, problem.level) for problem in told] == [
        (1, "unused-suppression", "note"),
        (5, "suppression-without-reason", "note"),
    ]
