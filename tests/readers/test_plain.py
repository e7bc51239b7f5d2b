"""Plain text files, good and broken."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, Problem
from factcheck.readers import SourceFile, read_file, read_files
from factcheck.readers.source_file import Given


def read(content, path="a.txt", **given):
    return list(read_file(SourceFile.of_bytes(path, content, Given(**given))))


def test_the_text_is_the_file_with_its_line_ends():
    (document,) = read(b"One\r\ntwo\rthree", title="T", published="2024-05-03")
    assert (document.doc_id, document.text, document.title) == ("a.txt", "One\r\ntwo\rthree", "T")
    assert document.position_map.locate(9) == (3, 1, None)


def test_a_byte_order_mark_is_no_text():
    assert read(b"\xef\xbb\xbfTen")[0].text == "Ten"
    assert read("Ten".encode("utf-16"))[0].text == "Ten"


def test_mixed_encodings_lose_nothing_and_leave_a_note():
    problem, document = read("café 20 €\n".encode() + b"caf\xe9 20 \x80\r\nend \x81")
    assert document.text == "café 20 €\ncafé 20 €\r\nend \x81"
    assert (problem.level, problem.code, problem.line) == ("note", "not-utf-8", 2)


def test_bytes_that_are_no_text_are_an_error():
    problem, _ = read(b"\x89PNG\0\0")
    assert (problem.level, problem.code) == ("error", "binary")


def test_an_unreadable_file_is_a_problem(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    (problem,) = read_file(SourceFile("gone.txt", tmp_path / "gone.txt"))
    assert (problem.level, problem.code, problem.path) == ("error", "unreadable", "gone.txt")
    assert [item.code for item in read_file(SourceFile("folder.txt", tmp_path / "folder.txt"))] == ["unreadable"]


def test_two_documents_with_one_id_are_a_problem():
    file = SourceFile.of_bytes("a.txt", b"One.")
    document, problem = read_files([file, file])
    assert isinstance(document, Document)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.level) == ("duplicate-id", "error")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_reported(content):
    items = read(content)
    assert all(isinstance(item, Document | Problem) for item in items)
    assert len([item for item in items if isinstance(item, Document)]) == 1
