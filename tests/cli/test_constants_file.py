"""A constants file from the command line to the report."""

from __future__ import annotations

from pathlib import Path

from tests.cli.pages import CommandLine

CONSTANTS = "- id: area\n  says: Varennia has an area of 60,000 square kilometres.\n"


def _write(folder: Path, constants: str) -> None:
    (folder / "one.md").write_text("Tollmark controls about 20% of Varennia.\n", encoding="utf-8")
    (folder / "two.md").write_text("Tollmark controls 25,000 square kilometres of Varennia.\n", encoding="utf-8")
    (folder / "constants.yaml").write_text(constants, encoding="utf-8")


def test_a_share_contradicts_an_absolute_figure(pages: Path, run: CommandLine) -> None:
    _write(pages, CONSTANTS)
    assert run("check", "one.md", "two.md").code == 0
    told = run("check", "one.md", "two.md", "--constants", "constants.yaml", "--fail-on", "warning")
    assert told.code == 1
    assert "FC510" in told.out
    assert "about 20% of 60,000 square kilometres = 10,800 to 13,200 square kilometers" in told.out


def test_the_configuration_names_the_file(pages: Path, run: CommandLine) -> None:
    _write(pages, CONSTANTS)
    (pages / "factcheck.toml").write_text('constants = "constants.yaml"\n', encoding="utf-8")
    assert "FC510" in run("check", "one.md", "two.md").out
    assert "constants.yaml" in run("check", "--show-config").out


def test_a_mistake_in_it_is_the_users(pages: Path, run: CommandLine) -> None:
    _write(pages, "- id: area\n  sayz: Varennia has an area of 60,000 square kilometres.\n")
    wrong = run("check", "one.md", "two.md", "--constants", "constants.yaml")
    assert (wrong.code, "constants.yaml:2:3: unknown key 'sayz' (did you mean 'says'?)" in wrong.err) == (2, True)
