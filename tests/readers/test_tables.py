"""Article tables: JSON Lines, CSV and Parquet, good and broken."""

import io
import json
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Document, Problem
from factcheck.readers import SourceFile, read_file, read_files
from tests.timing import cpu_seconds

ROWS = [
    {"id": "a", "text": "One ship, “Alma”.", "title": "Ships", "date": "2024-05-03", "group": "7", "desk": "harbour"},
    {"id": "b", "text": "Two\nships.", "url": "https://example.org/b", "source": "Courier"},
]


def read(content, path="t.jsonl"):
    return list(read_file(SourceFile.of_bytes(path, content)))


def lines(*rows):
    return "\n".join(json.dumps(row) if not isinstance(row, str) else row for row in rows).encode()


def as_parquet(rows):
    stream = io.BytesIO()
    columns = sorted({key for row in rows for key in row})
    table = pyarrow.table({key: [row.get(key) for row in rows] for key in columns})
    pyarrow.parquet.write_table(table, stream)
    return stream.getvalue()


def as_csv(rows, delimiter=","):
    columns = ["id", "text", "title", "date", "group", "desk", "url", "source"]
    quoted = [[f'"{row.get(key, "")}"' for key in columns] for row in rows]
    return "\r\n".join([delimiter.join(columns), *(delimiter.join(row) for row in quoted)]).encode()


@pytest.mark.parametrize(
    ("path", "content", "places"),
    [
        ("t.jsonl", lines(*ROWS), [1, 2]),
        ("t.parquet", as_parquet(ROWS), [1, 2]),
        ("t.csv", as_csv(ROWS), [2, 3]),
        ("t.tsv", as_csv(ROWS, "\t"), [2, 3]),
        ("t.csv", b"\xef\xbb\xbf" + as_csv(ROWS, ";"), [2, 3]),
    ],
)
def test_every_kind_of_table_gives_the_same_documents(path, content, places):
    first, second = read(content, path)
    assert (first.doc_id, first.path, first.text, first.title) == ("a", path, "One ship, “Alma”.", "Ships")
    assert (first.published, sorted(first.metadata)) == ("2024-05-03", [("desk", "harbour"), ("group", "7")])
    assert (second.text, second.url, second.source) == ("Two\nships.", "https://example.org/b", "Courier")
    assert second.published is None
    assert [document.position_map.locate(5) for document in (first, second)] == [(line, 1, None) for line in places]


def test_a_broken_json_line_says_what_was_wrong_and_the_others_are_read():
    items = read(lines(ROWS[0], '{"id": "x", "text": ', "[1]", "", '{"id": "y"}', ROWS[1]))
    assert [getattr(item, "code", item.doc_id) for item in items] == ["a", "broken-json", "broken-json", "no-text", "b"]
    assert [(item.line, item.detail) for item in items if isinstance(item, Problem)] == [
        (2, "Expecting value at column 21"),
        (3, "expected an object with id and text, not list"),
        (5, "the record has no text"),
    ]
    assert all(item.level == "error" for item in items if isinstance(item, Problem))


def test_hostile_json_is_a_problem():
    hostile = ["[" * 100_000, '{"id": ' + "9" * 5000 + ', "text": ""}', "\0"]
    assert [item.code for item in read(lines(*hostile))] == ["broken-json", "broken-json", "binary"]


def test_a_lone_surrogate_becomes_one_replacement_character():
    (document,) = read(b'{"id": "a", "text": "x\\ud800y"}')
    assert document.text == "x\ufffdy"


def test_a_date_that_is_none_is_a_note():
    problem, document = read(lines({"id": "a", "text": "", "date": "last May"}))
    assert (problem.level, problem.code, document.published) == ("note", "bad-date", None)


def test_a_record_without_an_id_gets_its_place_for_one():
    problem, document = read(lines({"text": "One."}))
    assert (problem.level, problem.code, document.doc_id) == ("note", "no-id", "t.jsonl:1")


def test_two_records_with_one_id_are_a_problem():
    items = list(read_files([SourceFile.of_bytes("t.jsonl", lines(ROWS[0], ROWS[0]))]))
    assert (items[1].code, items[1].line) == ("duplicate-id", 2)


def test_lines_in_another_encoding_are_read_with_a_note():
    items = read(lines(ROWS[0]) + b'\n{"id": "c", "text": "caf\xe9"}')
    assert [getattr(item, "code", item.doc_id) for item in items] == ["a", "not-utf-8", "c"]
    assert (items[1].line, items[2].text) == (2, "café")


def test_standard_input_is_json_lines(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines(*ROWS))))
    assert [document.doc_id for document in read_file(SourceFile("-"))] == ["a", "b"]


def test_records_come_one_at_a_time():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            row = b'{"id": "a", "text": "One."}\n'
            buffer[: len(row)] = row
            return len(row)

    class Stream(SourceFile):
        def open(self):
            return io.BufferedReader(Endless(), 64)

    documents = read_file(Stream("t.jsonl"))
    assert [next(documents).doc_id for _ in range(3)] == ["a", "a", "a"]


def test_csv_records_that_are_broken():
    content = b'id,text\na,one\nb,"two" more\nc,three,4\n\nd,"four ""big"" ones"\ne,"five\nf,six\n'
    assert [(getattr(item, "line", None), getattr(item, "text", "!")) for item in read(content, "t.csv")] == [
        *((None, "one"), (3, "!"), (4, "!"), (None, 'four "big" ones'), (7, "!"), (None, "six"))
    ]


def test_a_csv_without_a_text_column():
    (problem,) = read(b"id,texts\na,b\n", "t.csv")
    assert problem.detail == "no column 'text' (did you mean 'texts'?)"


def test_a_csv_field_may_be_long():
    (document,) = read(b"id,text\na," + b"x" * 300_000, "t.csv")
    assert len(document.text) == 300_000


def test_broken_parquet():
    assert [item.code for item in read(b"PAR1 no", "t.parquet")] == ["broken-parquet"]
    assert [item.code for item in read(as_parquet(ROWS)[:-20] + b"x" * 20, "t.parquet")] == ["broken-parquet"]
    (problem,) = read(as_parquet([{"id": "a", "body": "One."}]), "t.parquet")
    assert problem.detail == "no column 'text'"


@pytest.mark.parametrize("path", ["t.jsonl", "t.csv", "t.parquet"])
@settings(deadline=None)
@given(st.binary(max_size=120) | st.text(alphabet='{}[]",:\n\\id text1', max_size=60).map(str.encode))
def test_any_bytes_are_read_or_reported(path, content):
    assert all(isinstance(item, Document | Problem) for item in read(content, path))


@pytest.mark.parametrize("piece", ['"', '",', ",", '"\n', 'a,"b\n'])
def test_csv_time_is_linear_on_hostile_text(piece):
    content = b"id,text\n" + (piece * (200_000 // len(piece))).encode()
    assert cpu_seconds(lambda: read(content, "t.csv")) < 2


def test_parquet_that_ends_the_library_costs_only_its_file(tmp_path):
    """One byte of the footer is another: the library throws in C++ where nothing catches it."""
    broken = (Path(__file__).parents[1] / "fuzz/regressions/read_.parquet-ends-its-process").read_bytes()
    (tmp_path / "a.parquet").write_bytes(broken)
    (tmp_path / "b.parquet").write_bytes(as_parquet(ROWS))
    files = [SourceFile(name, tmp_path / name) for name in ("a.parquet", "b.parquet")]
    problem, *documents = (item for item in read_files(files) if getattr(item, "level", "") != "note")
    assert (problem.level, problem.code, problem.path) == ("error", "broken-parquet", "a.parquet")
    assert len(documents) == len(ROWS)


def test_values_of_parquet_are_what_they_were():
    """They pass through JSON on their way out of the process that reads them."""
    row = {"id": 7, "text": "One ship.", "Date": datetime(2024, 5, 3, 19), "day": date(2024, 5, 4), "desk": None,
           "share": float("nan"), "cost": Decimal("1.50"), "tags": ["b", "a"], "raw": b"x", "ok": True, "place":
           {"z": 1, "a": "Ö"}}  # fmt: skip
    (document,) = read(as_parquet([row]), "t.parquet")
    assert (document.doc_id, document.published) == ("7", "2024-05-03T19:00:00")
    assert dict(document.metadata) == {"day": "2024-05-04", "cost": "1.50", "tags": '["b", "a"]', "ok": "True",
                                       "place": '{"a": "Ö", "z": 1}'}  # fmt: skip


def test_a_text_of_parquet_that_is_none_is_an_error():
    (problem,) = read(as_parquet([{"id": "a", "text": 5}]), "t.parquet")
    assert (problem.level, problem.code, problem.line) == ("error", "no-text", 1)
