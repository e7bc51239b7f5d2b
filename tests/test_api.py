"""The Python interface, and its page, whose examples are run."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

import factcheck
from factcheck.errors import UserError
from factcheck.model import Document, PositionMap
from factcheck.settings import Settings
from tests.architecture.modules import ROOT
from tests.cli.pages import write_pages


def test_the_examples_of_the_page() -> None:
    results = doctest.testfile(
        str(ROOT / "docs/python-api.md"), module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8"
    )
    assert results.attempted > 5
    assert results.failed == 0


def test_paths_and_documents_give_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pages(tmp_path)
    monkeypatch.chdir(tmp_path)
    documents = factcheck.read("docs")
    assert [document.doc_id for document in documents] == ["docs/coast.md", "docs/harbour.md", "docs/herald.md"]
    by_path, by_document = factcheck.check(["docs"]), factcheck.check(documents)
    assert by_path.conflicts == by_document.conflicts
    assert len(by_path.conflicts) == 1
    assert factcheck.extract(Path("docs")).equals(factcheck.extract(iter(documents)))
    assert not (tmp_path / ".factcheck").exists(), "a library leaves nothing behind"


def test_what_could_not_be_read_goes_along(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"id": "1", "text": "Ten ships."}\n{\n', encoding="utf-8")
    documents = factcheck.read(tmp_path)
    assert [problem.line for problem in documents.problems] == [2]
    assert factcheck.check(documents).problems == factcheck.check(tmp_path).problems == documents.problems


def test_mistakes_raise() -> None:
    with pytest.raises(UserError, match="nowhere"):
        factcheck.check("nowhere")
    with pytest.raises(UserError, match="unknown engine"):
        factcheck.check([], Settings(engine="dusk"))
    with pytest.raises(TypeError, match="not both"):
        factcheck.check([Document("a", "a", "", PositionMap()), "docs"])


def test_two_documents_with_one_id_are_a_problem() -> None:
    twice = [Document("a", "a", f"{n} ships sailed.", PositionMap.of_text("")) for n in (3, 4)]
    report = factcheck.check(twice)
    assert (report.coverage.documents, [problem.code for problem in report.problems]) == (1, ["duplicate-id"])
