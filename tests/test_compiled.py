"""What the compiled build names is there; without a compiler it is skipped (``python -m tests.compiled`` builds it)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests import compiled
from tests.fresh import ROOT


def _named() -> dict[str, str]:
    """The table of hatch_build.py, which needs hatchling to be imported."""
    for node in ast.parse((ROOT / "hatch_build.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "COMPILED":
            return ast.literal_eval(node.value)
    raise AssertionError("hatch_build.py has no table COMPILED")


def test_every_compiled_module_is_there() -> None:
    files = [ROOT / "factcheck" / folder / f"{name}.py" for folder, names in _named().items() for name in names.split()]
    assert len(files) > 50
    assert [file for file in files if not file.is_file()] == []


def test_packages_stay_plain() -> None:
    """Their functions are what measurements wrap, and what a run imports first."""
    assert not any("__init__" in names for names in _named().values())


def test_without_a_compiler_it_says_so_and_passes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CC", "no-such-compiler-anywhere")
    monkeypatch.setattr(compiled, "built", lambda folder: pytest.fail("it went on to build"))
    assert compiled.main() == 0
    assert capsys.readouterr().out.startswith("skipped: no C compiler here (no-such-compiler-anywhere)")


def test_a_byte_that_differs_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def answer(program: Path, arguments: list[str]) -> tuple[int, bytes]:
        return 0, b"other" if program.name == "compiled" and arguments[0] == "extract" else b"same"

    monkeypatch.setattr(compiled, "answer", answer)
    monkeypatch.setattr(compiled, "CORPUS", compiled.Corpus(seed=7, documents=1))
    found = list(compiled.differences(tmp_path / "plain", tmp_path / "compiled", tmp_path))
    assert len(found) == 4
    assert all(each.startswith("extract --format jsonl --no-cache --jobs") for each in found)
