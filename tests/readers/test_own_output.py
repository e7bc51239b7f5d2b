"""Reports and tables of claims that lie among the pages are recognised by how they begin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.readers import SourceFile, read_file
from factcheck.readers.own_output import HEADS, is_own_output
from factcheck.writers import Layout, writer_for_suffix
from factcheck.writers.claims import claims_writer_for_suffix
from factcheck.writers.markdown import write_rest
from tests.writers.reports import harbour_report


@pytest.mark.parametrize("suffix", sorted(HEADS))
def test_what_the_writers_write_is_left_out_with_a_note(suffix: str) -> None:
    written = writer_for_suffix(f"r{suffix}").write(harbour_report())
    file = SourceFile.of_bytes(f"r{suffix}", written.encode() if isinstance(written, str) else written)
    (problem,) = read_file(file)
    assert (getattr(problem, "level", ""), getattr(problem, "code", "")) == ("note", "own-output")


def test_the_side_file_and_tables_of_claims_are_left_out() -> None:
    rest = write_rest(harbour_report(), Layout(max_conflicts=1))
    assert is_own_output(SourceFile.of_bytes("r.rest.md", rest.encode()))
    claims = [claim for each in harbour_report().conflicts for position in each.positions for claim in position.claims]
    reading = replace(harbour_report().documents[0], claims=tuple(claims[:1]))
    for name in ("c.csv", "c.jsonl"):
        text = "".join(
            piece if isinstance(piece, str) else piece.decode()
            for piece in claims_writer_for_suffix(name).write_claims([reading])
        )
        assert is_own_output(SourceFile.of_bytes(name, text.encode()))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonl", '{"id": "fc-1", "text": "The pier is 90 m long."}\n'),
        ("a.html", "<!doctype html><p>The pier is 90 m long."),
        ("a.csv", "id,text\n1,The pier is 90 m long.\n"),
        ("a.txt", "# Consistency report\n"),
        ("-", '{"id": "fc-1", "quote": "x", "text": "The pier is 90 m long."}\n'),
    ],
)
def test_pages_and_articles_stay(name: str, text: str) -> None:
    assert not is_own_output(SourceFile.of_bytes(name, text.encode()))
