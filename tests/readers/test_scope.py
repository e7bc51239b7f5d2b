"""What path, title and front matter say a page is about, and what kind of page it is."""

import pytest

from factcheck.readers.scope import page_flags, placed, scope_of


@pytest.mark.parametrize(
    ("path", "title", "values", "expected"),
    [
        ("docs/v1.18/en/limits.md", "Limits", {}, {"version": "1.18", "language": "en"}),
        ("docs/version-2.x/limits.md", "Limits", {}, {"version": "2.x"}),
        ("whats-new-version-1.8.md", "News", {}, {"version": "1.8"}),
        ("docs/limits.md", "Limits of version 3.2", {}, {"version": "3.2"}),
        ("docs/windows/limits.md", "Limits", {}, {"platform": "windows"}),
        (
            "docs/v1/limits.md",
            "Limits",
            {"version": "2", "product": "Alma Server"},
            {"version": "2", "product": "Alma Server"},
        ),
        ("api/pump-v1.md", "Pump", {}, {}),
        ("api/pump-v1.2.md", "Pump", {}, {"version": "1.2"}),
        ("docs/2021/limits.md", "Limits in 2021", {}, {}),
        ("docs/it/limits-2021-03.md", "Limits", {}, {}),
    ],
)
def test_scope(path, title, values, expected):
    assert dict(scope_of(path, title, values)) == expected


@pytest.mark.parametrize(
    ("path", "title", "expected"),
    [
        ("blog/2021-03-02-alma.md", "Alma 2.1", {"history"}),
        ("docs/release-notes/2.1.md", "Alma 2.1", {"history"}),
        ("docs/CHANGELOG.md", "", {"history"}),
        ("docs/whats-new.md", "", {"history"}),
        ("docs/limits.md", "What's new in Alma", {"history"}),
        ("docs/tutorials/first-pump.md", "", {"example"}),
        ("docs/pump.md", "Tutorial: the first pump", {"example"}),
        ("case-studies/lorvik/index.html", "Lorvik", {"history"}),
        ("docs/limits.md", "Limits", set()),
        ("docs/releasing-pumps.md", "Exchange a pump", set()),
        ("docs/newsroom-seats.md", "Seats", set()),
        ("docs/pump-post-service.md", "After the service", set()),
        ("docs/document-history.md", "", {"history"}),
        ("docs/browser-versions.md", "Browsers", set()),
        ("news/2021/pier.md", "", {"history"}),
    ],
)
def test_page_kinds(path, title, expected):
    assert page_flags(path, title, {}) == expected


def test_the_users_patterns_name_folders():
    patterns = ["docs/{version}/**", "*/{lang}/**", "{product}/**/*.md"]
    assert dict(placed("docs/2.1/guides/limits.md", patterns)) == {
        "version": "2.1",
        "language": "2.1",
        "product": "docs",
    }
    assert placed("other.md", patterns) == ()
