"""Small files that unpack, nest or draw without end stop at a stated limit, with a Problem that names it."""

from __future__ import annotations

import io
import os
import zlib
from pathlib import Path

import pyarrow
import pytest
from pyarrow.parquet import write_table

from factcheck.model import Document, Problem
from factcheck.readers import SourceFile, jsonl, parquet, pdf_pages, read_file, source_file
from factcheck.readers.confined import Limits
from factcheck.readers.html import MOST_TAGS
from tests.hostile.files import docx_of, pdf_of, zipped

_FORM = "/Type /XObject /Subtype /Form /BBox [0 0 600 800]"


def _read(path: str, content: bytes) -> list[Document | Problem]:
    return list(read_file(SourceFile.of_bytes(path, content)))


def _problem(path: str, content: bytes) -> Problem:
    (problem,) = _read(path, content)
    assert isinstance(problem, Problem)
    assert problem.level == "error"
    return problem


def _text(path: str, content: bytes) -> str:
    (document,) = _read(path, content)
    assert isinstance(document, Document)
    return document.text


def test_word_xml_that_unpacks_to_much_is_not_opened() -> None:
    problem = _problem("a.docx", docx_of("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 1_600_000))
    assert (problem.code, problem.detail) == ("too-large", "its XML unpacks to 54 MB; more than 50 MB is no article")


def test_an_archive_of_a_strange_ratio_is_not_opened() -> None:
    problem = _problem("a.docx", zipped({"word/media/a.png": b"\0" * 12_000_000}))
    assert "more than 200 times its size" in problem.detail


def test_an_archive_of_many_members_is_not_opened() -> None:
    problem = _problem("a.docx", zipped({f"a/{number}": "" for number in range(10_001)}))
    assert problem.detail == "it holds 10,001 files; more than 10,000 are no article"


def test_a_cell_over_millions_of_columns_is_one_cell() -> None:
    cell = '<w:tcPr><w:gridSpan w:val="900000000"/></w:tcPr><w:p><w:r><w:t>5 km</w:t></w:r></w:p>'
    assert _text("a.docx", docx_of(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>")) == "5 km"


def test_a_cell_merged_over_thousands_of_rows_is_read_once() -> None:
    row = "<w:tr><w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p><w:r><w:t>5 km</w:t></w:r></w:p></w:tc></w:tr>"
    table = row.format(' w:val="restart"') + row.format("") * 3_000
    assert _text("a.docx", docx_of(f"<w:tbl>{table}</w:tbl>")).split() == ["5", "km"]


def test_tables_in_cells_lose_no_word() -> None:
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>12 lamps</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    depth = 20
    table = "<w:tbl><w:tr><w:tc>" * depth + inner + "</w:tc></w:tr></w:tbl>" * depth
    assert _text("a.docx", docx_of(table)) == "12 lamps"


def test_xml_nested_without_end_is_a_problem() -> None:
    depth = 100_000
    assert _problem("a.docx", docx_of("<w:sdt>" * depth + "</w:sdt>" * depth)).code == "broken-docx"


def test_xml_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The 77 keys", encoding="utf-8")
    prolog = f'<!DOCTYPE d [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    assert "77" not in _text("a.docx", docx_of("<w:p><w:r><w:t>x &a; y</w:t></w:r></w:p>", prolog))
    grown = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    laughs = f'<!DOCTYPE d [<!ENTITY e0 "5 km">{grown}]>'
    assert all(len(getattr(item, "text", "")) < 100 for item in
               _read("a.docx", docx_of("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", laughs)))  # fmt: skip


def test_members_of_an_archive_are_never_written_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert _problem("a.docx", zipped({"../../escaped.txt": "x", "/tmp/escaped.txt": "x"})).code == "broken-docx"
    assert list(tmp_path.parent.rglob("escaped.txt")) == []


@pytest.fixture
def _tight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a bomb meets within a second of CPU time."""
    monkeypatch.setattr(Limits, "of", classmethod(lambda cls, size: cls(seconds=1, memory=600_000_000)))


@pytest.mark.usefixtures("_tight")
def test_a_pdf_that_draws_itself_over_and_over_is_stopped() -> None:
    forms = {f"{_FORM} /Resources << /XObject << /N {number + 4} 0 R >> >>": b"/N Do " * 10 for number in range(9)}
    problem = _problem("a.pdf", pdf_of([b"/N Do"], {**forms, _FORM: b"BT (5) Tj ET"}, "/XObject << /N 3 0 R >>"))
    assert problem.code == "too-large"
    assert problem.detail == "its pages ask for more than 1 s or 600 MB to be drawn"


@pytest.mark.usefixtures("_tight")
def test_a_pdf_stream_that_unpacks_to_gigabytes_is_stopped() -> None:
    packed = zlib.compress(zlib.compress(b" " * 700_000_000, 1), 9)
    stream = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%b\nendstream" % (len(packed), packed)
    bomb = pdf_of([b""]).replace(b"<<  /Length 0 >>\nstream\n\nendstream", stream)
    assert len(bomb) < 20_000
    assert {item.code for item in _read("a.pdf", bomb) if isinstance(item, Problem)} <= {"too-large", "no-text"}


def test_a_pdf_of_many_pages_is_read_to_the_limit() -> None:
    pages = [b"BT /F1 9 Tf 30 700 Td (Pier 7 has 12 lamps.) Tj ET"] * 5_003
    problem, document = _read("a.pdf", pdf_of(pages))
    assert isinstance(problem, Problem)
    assert (problem.level, problem.code) == ("error", "too-large")
    assert problem.detail == f"only the first {pdf_pages.MOST_PAGES} pages were read"
    assert isinstance(document, Document)


def _table(rows: int, text: str) -> bytes:
    stream = io.BytesIO()
    column = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * rows, pyarrow.int32()), pyarrow.array([text]))
    write_table(pyarrow.table({"text": column}), stream, compression="zstd")
    return stream.getvalue()


def test_a_table_of_more_rows_than_bytes_is_not_read() -> None:
    content = _table(200_000, "x")
    assert len(content) < 10_000
    problem = _problem("a.parquet", content)
    assert (problem.code, "200,000 rows" in problem.detail) == ("too-large", True)


def test_a_table_of_one_long_text_in_every_row_is_read_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "MOST_TEXT", 2_000_000)
    *read, problem = (
        item for item in _read("a.parquet", _table(60, "x" * 90_000)) if getattr(item, "level", "") != "note"
    )
    assert len(read) == 22
    assert isinstance(problem, Problem)
    assert (problem.level, problem.code) == ("error", "too-large")
    assert "row 23 and those after it were not read" in problem.detail


def test_a_page_beyond_the_size_limit_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_file, "MOST_BYTES", 1_000_000)
    (tmp_path / "a.md").write_bytes(b"x" * 1_000_001)
    (problem,) = read_file(SourceFile("a.md", tmp_path / "a.md"))
    assert isinstance(problem, Problem)
    assert problem.detail == "cannot be read: it has more than 1 MB, which is no page"


def test_a_page_of_more_tags_than_any_page_has_is_not_read() -> None:
    few, many = (b"<p>The mill has 5 doors.</p>" + b"<p>" * tags for tags in (10, MOST_TAGS))
    assert "5 doors" in _text("a.html", few)
    problem = _problem("a.html", many)
    assert (problem.code, problem.detail) == ("too-large", "it has more than 1,000,000 tags")


def test_a_line_beyond_the_size_limit_costs_itself_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MOST_LINE", 1_000)
    lines = ['{"id": "a", "text": "One ship."}', '{"id": "b", "text": "' + "x" * 5_000 + '"}',
             '{"id": "c", "text": "Two ships."}']  # fmt: skip
    one, problem, two = _read("a.jsonl", "\n".join(lines).encode())
    assert isinstance(problem, Problem)
    assert (problem.code, problem.line) == ("too-large", 2)
    assert [getattr(item, "doc_id", "") for item in (one, two)] == ["a", "c"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    (problem,) = read_file(SourceFile("a.md", tmp_path / "a.md"))
    assert isinstance(problem, Problem)
    assert problem.detail == "cannot be read: it is no regular file"
