"""Generated files are what the program writes now; ``python -m tests.fresh --write`` makes them so."""

from __future__ import annotations

from tests import fresh


def test_generated_files_are_fresh() -> None:
    assert fresh.stale() == []


def test_every_block_of_the_readme_is_one_that_can_be_made() -> None:
    text = (fresh.ROOT / "README.md").read_text(encoding="utf-8")
    assert text.count("<!-- generated: ") == text.count("<!-- end -->") == len(fresh.BLOCKS)
    assert fresh.with_blocks(text.replace("1 conflict", "no conflict")) == text


def test_the_readme_gives_the_two_commands() -> None:
    lines = (fresh.ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    setup = "python3 -m venv .venv && .venv/bin/pip install"
    assert f"{setup} . && .venv/bin/factcheck check {fresh.SEEDS} --fail-on never" in lines
    assert f"{setup} '.[test]' && .venv/bin/python -m pytest" in lines
