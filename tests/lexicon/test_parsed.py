"""Parsed lexicon files are kept beside the bytecode, and never believed when the YAML has changed."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from factcheck.lexicon.parsed import parsed

TEXT = "- word: ferry\n  counts: {1: one, 2: two}\n"


@pytest.fixture(autouse=True)
def _kept_files_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)


def _file(folder: Path, text: str) -> Path:
    file = folder / "words.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def _kept(folder: Path) -> list[Path]:
    return list((folder / "__pycache__").glob("*"))


def test_every_lexicon_file_comes_back_from_json_as_it_was_parsed() -> None:
    for file in sorted(files("factcheck.lexicon").joinpath("en").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".yaml"):
            parsed(file)
            assert parsed(file) == YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8")), file.name


def test_what_is_kept_is_read_instead_of_the_yaml(tmp_path: Path) -> None:
    file = _file(tmp_path, "- word: ferry\n")
    assert parsed(file) == [{"word": "ferry"}]
    (kept,) = _kept(tmp_path)
    kept.write_text(kept.read_text(encoding="utf-8").replace("ferry", "barge"), encoding="utf-8")
    assert parsed(file) == [{"word": "barge"}]


def test_an_edited_file_is_parsed_again(tmp_path: Path) -> None:
    parsed(_file(tmp_path, "- word: ferry\n"))
    assert parsed(_file(tmp_path, "- word: barge\n")) == [{"word": "barge"}]


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"0123\n[", b"no newline"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    file = _file(tmp_path, "- word: ferry\n")
    parsed(file)
    (kept,) = _kept(tmp_path)
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert parsed(file) == [{"word": "ferry"}]
    assert kept.read_bytes() == whole


def test_what_json_would_change_is_not_kept(tmp_path: Path) -> None:
    assert parsed(_file(tmp_path, TEXT)) == [{"word": "ferry", "counts": {1: "one", 2: "two"}}]
    assert _kept(tmp_path) == []


def test_nothing_is_written_where_no_bytecode_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    parsed(_file(tmp_path, "- word: ferry\n"))
    assert _kept(tmp_path) == []
