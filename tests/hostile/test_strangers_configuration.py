"""A configuration that was only found reads, writes and connects to nothing beyond its own tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import UserError
from factcheck.reach import tree_of, within
from factcheck.settings import Settings
from tests.cli.pages import CommandLine

_SECRET = "TOKEN=swordfish = = ["


@pytest.fixture
def outside(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder beyond the pages, with a file that no report may quote."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret").write_text(_SECRET, encoding="utf-8")
    return folder


@pytest.mark.parametrize("key", ["facts", "baseline", "waivers", "against", "rules", "cache-dir"])
@pytest.mark.parametrize("way", ["absolute", "upward", "link"])
def test_no_key_leads_out_of_the_tree(pages: Path, outside: Path, run: CommandLine, key: str, way: str) -> None:
    (pages / "link").symlink_to(outside)
    place = {"absolute": str(outside / "secret"), "upward": f"../{outside.name}/secret", "link": "link/secret"}[way]
    value = f'["{place}"]' if key in ("against", "rules") else f'"{place}"'
    (pages / "factcheck.toml").write_text(f"jobs = 1\n{key} = {value}\n", encoding="utf-8")
    ran = run("check", "docs")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"factcheck: factcheck.toml:2:1: {key}: ")
    assert "name it on the command line, or this file with --config" in ran.err
    assert "swordfish" not in ran.err
    assert sorted(file.name for file in outside.iterdir()) == ["secret"]


@pytest.mark.parametrize("name", ["factcheck.toml", "factcheck-waivers.yaml", "factcheck-baseline.json"])
def test_a_file_of_the_usual_name_that_is_a_link_is_not_quoted(
    pages: Path, outside: Path, run: CommandLine, name: str
) -> None:
    (pages / name).symlink_to(outside / "secret")
    ran = run("check", "docs")
    assert ran.code == 2
    assert f"{name}: a symbolic link out of its folder is not followed" in ran.err
    assert "swordfish" not in ran.err + ran.out


def test_a_project_file_that_is_a_link_is_nobodys_project(pages: Path, outside: Path, run: CommandLine) -> None:
    (pages / "pyproject.toml").symlink_to(outside / "secret")
    ran = run("check", "docs", "--no-cache")
    assert ran.code == 1
    assert "swordfish" not in ran.err + ran.out


def test_a_rule_that_is_a_link_is_not_quoted(pages: Path, outside: Path, run: CommandLine) -> None:
    (pages / "pack").mkdir()
    (pages / "pack/a.yaml").symlink_to(outside / "secret")
    ran = run("check", "docs", "--rules", "pack")
    assert ran.code == 2
    assert "a.yaml: a symbolic link out of its folder is not followed" in ran.err
    assert "swordfish" not in ran.err


def test_a_scheduler_is_only_named_by_the_user(pages: Path, run: CommandLine) -> None:
    (pages / "factcheck.toml").write_text('engine = "dask"\nscheduler = "tcp://192.0.2.1:8786"\n', encoding="utf-8")
    ran = run("check", "docs")
    assert ran.code == 2
    assert "factcheck.toml:2:1: scheduler: a scheduler can run code here" in ran.err
    assert Settings.load("factcheck.toml")[0].scheduler == "tcp://192.0.2.1:8786"


def test_who_names_the_file_means_what_it_says(pages: Path, outside: Path) -> None:
    (pages / "factcheck.toml").write_text(f'facts = "{outside}/facts.yaml"\ncache-dir = "../kept"\n', encoding="utf-8")
    with pytest.raises(UserError, match=r"facts: .*is not below(.|\n)*cache-dir: .*is not below"):
        Settings.load()
    settings, _ = Settings.load("factcheck.toml")
    assert (settings.facts, settings.cache_dir) == (f"{outside}/facts.yaml", "../kept")


def test_a_repository_is_one_tree_without_the_files_of_git(pages: Path) -> None:
    (pages / ".git").mkdir()
    (pages / ".git/config").write_text(_SECRET, encoding="utf-8")
    (pages / "docs/factcheck.toml").write_text('against = ["../archive"]\nfacts = "../.git/config"\n', encoding="utf-8")
    with pytest.raises(UserError, match="facts: ") as refused:
        Settings.load(start="docs")
    assert "against" not in str(refused.value).split("\n")[0]
    assert tree_of(pages / "docs") == pages.resolve()
    assert not within(pages / "docs/../../x", pages.resolve())


def test_no_number_of_processes_is_too_many(pages: Path, run: CommandLine) -> None:
    (pages / "factcheck.toml").write_text(f"jobs = {10**30}\n", encoding="utf-8")
    for number in range(70):
        (pages / f"docs/{number}.md").write_text(f"The pier of Este {number} has 5 lamps.\n", encoding="utf-8")
    ran = run("check", "docs", "--fail-on", "never", "--no-cache")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    "line",
    [
        f'include = ["{"*a" * 12}b"]',
        f'exclude = ["{"**/" * 12}b"]',
        f'scopes = ["docs/{"*a" * 12}b"]',
        f'scopes = ["{"{a}{b}" * 6}"]',
        'scopes = ["{a}/{a}/x"]',
        'scopes = ["{1}/x"]',
        f'[[paths]]\nmatch = ["{"*a" * 12}b"]',
    ],
)
def test_patterns_cannot_hang_the_walk_nor_end_it(pages: Path, run: CommandLine, line: str) -> None:
    (pages / "docs" / ("a" * 200 + ".md")).write_text("Nothing.", encoding="utf-8")
    (pages / "factcheck.toml").write_text(line + "\n", encoding="utf-8")
    ran = run("check", "docs")
    assert (ran.code, ran.out) == (2, "")
    assert "too many wildcards" in ran.err or "a name in braces is a word" in ran.err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("factcheck.toml", "jobs = " + "9" * 5_000),
        ("factcheck.toml", "jobs = " + "[" * 5_000),
        ("factcheck-baseline.json", '{"schema": ' + "9" * 5_000 + "}"),
        ("factcheck-waivers.yaml", "[" * 5_000),
        ("factcheck-waivers.yaml", "{a: " * 5_000),
        ("facts.yaml", "a: " + "9" * 5_000),
        ("facts.yaml", "a: !!int x"),
        ("facts.yaml", "a: !!bool x"),
    ],
)
def test_numbers_and_nesting_without_end_are_a_mistake_of_the_file(
    pages: Path, run: CommandLine, name: str, text: str
) -> None:
    (pages / name).write_text(text, encoding="utf-8")
    ran = run("check", "docs", *(["--facts", name] if name == "facts.yaml" else []))
    assert (ran.code, ran.out) == (2, "")
    assert name in ran.err
    assert "Traceback" not in ran.err
