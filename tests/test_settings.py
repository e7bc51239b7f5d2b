"""Settings: which file counts, what each mistake is answered with, where every value came from."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck.configuration import OPTIONS, commented_example
from factcheck.errors import CombinedUserError, UserError
from factcheck.settings import PathSettings, Settings


def _write(folder: Path, text: str, name: str = "factcheck.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_everything_is_default(tmp_path: Path) -> None:
    settings, origins = Settings.load(start=str(tmp_path))
    assert settings == Settings(root=str(tmp_path), cache_dir=str(tmp_path / ".factcheck"))
    assert set(origins.values()) == {"default"}


def test_the_nearest_file_upward_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, 'fail-on = "note"\n')
    _write(tmp_path / "site", '[project]\nname = "x"\n', "pyproject.toml")
    (tmp_path / "site/docs").mkdir()
    monkeypatch.chdir(tmp_path)
    settings, origins = Settings.load(start="site/docs")
    assert settings.fail_on == "note"
    assert origins["fail_on"] == "factcheck.toml:1"
    _write(tmp_path / "site", "# ours\n[tool.factcheck]\nmax-conflicts = 3\n", "pyproject.toml")
    settings, origins = Settings.load(start="site/docs")
    assert (settings.fail_on, settings.max_conflicts) == ("error", 3)
    assert origins["max_conflicts"] == "site/pyproject.toml:3"


def test_the_command_line_wins(tmp_path: Path) -> None:
    file = _write(tmp_path, 'select = ["FC1"]\njobs = 1\n')
    settings, origins = Settings.load(str(file), overrides={"select": ("FC2",), "jobs": None, "ignore": ()})
    assert (settings.select, settings.jobs) == (("FC2",), 1)
    assert (origins["select"], origins["jobs"], origins["ignore"]) == ("command line", f"{file}:2", "default")


def test_a_baseline_and_waivers_beside_the_configuration_are_found(tmp_path: Path) -> None:
    file = _write(tmp_path, 'waivers = "ours.yaml"\n')
    _write(tmp_path, "", "factcheck-baseline.json")
    _write(tmp_path, "", "factcheck-waivers.yaml")
    settings, origins = Settings.load(str(file), overrides={"baseline": None})
    assert (settings.baseline, settings.waivers) == (
        str(tmp_path / "factcheck-baseline.json"),
        str(tmp_path / "ours.yaml"),
    )
    assert origins["baseline"] == "found beside the configuration"
    assert origins["waivers"] == f"{file}:1"
    assert Settings.load(str(file), overrides={"baseline": "mine.json"})[0].baseline == "mine.json"


def test_paths_of_the_file_are_joined_to_its_folder(tmp_path: Path) -> None:
    file = _write(tmp_path / "a", 'baseline = "known.json"\nagainst = ["old"]\ncache-dir = "cache"\n')
    settings, _ = Settings.load(str(file))
    assert settings.baseline == str(tmp_path / "a/known.json")
    assert settings.against == (str(tmp_path / "a/old"),)
    assert settings.cache_dir == str(tmp_path / "a/cache")


def test_a_cache_can_be_refused_in_the_file(tmp_path: Path) -> None:
    assert Settings.load(str(_write(tmp_path, "cache-dir = false\n")))[0].cache_dir is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('fail_on = "error"', "{file}:1: unknown key 'fail_on' (did you mean 'fail-on'?)"),
        (
            '\nfail-on = "eror"',
            "{file}:2: fail-on: expected one of error, warning, note, never (did you mean 'error'?)",
        ),
        ("jobs = -1", "{file}:1: jobs: expected a whole number, 0 or more"),
        ("jobs = true", "{file}:1: jobs: expected a whole number, 0 or more"),
        ("keep-going = 1", "{file}:1: keep-going: expected true or false"),
        ("select = [1]", "{file}:1: select: expected a list of strings"),
        (
            '[severity]\nFC101 = "note"\nFC110 = "fatal"',
            "{file}:3: severity: FC110: expected one of error, warning, note, off",
        ),
        ('[[paths]]\nmatch = "a/**"\nignores = []', "{file}:3: paths: unknown key 'ignores' (did you mean 'ignore'?)"),
        ('[[paths]]\nignore = ["FC1"]', '{file}:1: paths: an entry needs match = ["glob", …]'),
        ("paths = 3", "{file}:1: paths: expected tables [[paths]]"),
    ],
)
def test_a_mistake_is_answered_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    file = _write(tmp_path, text)
    with pytest.raises(UserError) as caught:
        Settings.load(str(file))
    first, source, caret = str(caught.value).split("\n")
    place, _, said = first.partition(": ")
    assert f"{place.rpartition(':')[0]}: {said}" == message.format(file=file)
    assert source.strip() in text.split("\n")
    assert caret.strip() == "^"
    assert source[len(caret) - 1].isalpha()


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    with pytest.raises(CombinedUserError) as caught:
        Settings.load(str(_write(tmp_path, "selct = []\njobs = 'two'\n")))
    assert [error.line for error in caught.value.errors] == [1, 2]


def test_a_file_that_is_not_toml_shows_the_line(tmp_path: Path) -> None:
    file = _write(tmp_path, 'jobs = 1\nselect = ["FC1"\nignore = []\n')
    with pytest.raises(UserError) as caught:
        Settings.load(str(file))
    assert str(caught.value).startswith(f"{file}:3:")
    assert "ignore = []\n" in str(caught.value)
    assert str(caught.value).endswith("^")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot read the configuration: No such file"):
        Settings.load(str(tmp_path / "none.toml"))
    (tmp_path / "factcheck.toml").write_bytes(b"a = '\xff'")
    with pytest.raises(UserError, match="not UTF-8"):
        Settings.load(start=str(tmp_path))
    with pytest.raises(UserError, match=r"no \[tool\.factcheck\] table"):
        Settings.load(str(_write(tmp_path, "", "pyproject.toml")))


def test_the_commented_example_sets_every_key_once_uncommented(tmp_path: Path) -> None:
    lines = [line.removeprefix("# ") for line in commented_example() if " = " in line or line.startswith("# [")]
    text = "\n".join(lines)
    assert set(tomllib.loads(text)) == {option.key for option in OPTIONS}
    settings, _ = Settings.load(str(_write(tmp_path, text)))
    assert settings.scope_of(str(tmp_path / "docs/v1/limits.md")) == (("version", "1"),)
    _write(tmp_path, "\n".join(commented_example()))
    assert Settings.load(start=str(tmp_path))[0] == Settings(root=str(tmp_path), cache_dir=str(tmp_path / ".factcheck"))


def test_rules_are_selected_and_ignored_by_id_and_prefix() -> None:
    blog = PathSettings(("blog/*",), ignore=("FC14",))
    settings = Settings(select=("FC1", "FC201"), ignore=("FC110",), paths=(blog,))
    wanted = {rule for rule in ("FC101", "FC110", "FC140", "FC201", "FC210") if settings.wants(rule, "a.md")}
    assert wanted == {"FC101", "FC140", "FC201"}
    assert not settings.wants("FC140", "blog/a.md")


def test_the_longest_prefix_decides_the_severity_and_a_path_wins_a_tie() -> None:
    blog = PathSettings(("blog/*",), severity=(("FC1", "off"), ("FC140", "warning")))
    settings = Settings(severity=(("FC1", "note"), ("FC140", "error")), paths=(blog,))
    assert settings.severity_of("FC101", "a.md") == "note"
    assert settings.severity_of("FC140", "a.md") == "error"
    assert settings.severity_of("FC101", "blog/a.md") == "off"
    assert settings.severity_of("FC140", "blog/a.md") == "warning"
    assert settings.severity_of("FC201", "blog/a.md") is None
