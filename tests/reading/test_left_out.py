"""What is left out of a document is counted and shown: nothing is lost silently."""

from __future__ import annotations

from factcheck.pipeline import check
from factcheck.readers import SourceFile, read_file
from factcheck.reading import read
from factcheck.settings import Settings

PAGE = b"""<html><body><nav><a>Home</a></nav><article><h1>The pier</h1><p>By Ada Moss</p>
<p>The pier of Lorvik was built in 1931 and is 180 metres long.</p>
<table><tr><th>Berth</th><th>Code</th></tr><tr><td>North</td><td>4100</td></tr></table></article>
<footer><p>Call 555 0199.</p></footer></body></html>"""


def test_page_furniture_and_labels_are_counted():
    (document,) = read_file(SourceFile.of_bytes("a.html", PAGE))
    assert dict(read(document).skipped) == {
        "page furniture: menus, teasers, forms, credits": 2,
        "a label or name, no value": 1,
    }


def test_a_page_without_either_has_nothing_left_out():
    (document,) = read_file(SourceFile.of_bytes("a.md", b"The pier is 180 metres long.\n"))
    assert read(document).skipped == ()


def test_coverage_shows_what_was_left_out(tmp_path):
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_bytes(PAGE)
    report = check([str(tmp_path)], Settings(cache_dir=None))
    assert report.coverage.not_compared["page furniture: menus, teasers, forms, credits"] == 4
    assert report.coverage.not_compared["a label or name, no value"] == 2


def test_a_number_that_a_name_always_carries_is_no_figure():
    text = b'---\ntitle: "Halden 365 plans"\n---\n\nHalden 365 plans have 12 seats.\n\nGet Halden 365 now.\n'
    (document,) = read_file(SourceFile.of_bytes("a.md", text))
    assert [claim.citation.quote for claim in read(document).claims] == ["12"]
