"""Patterns of the settings say what the pages of a folder are about."""

from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.settings import Settings

PAGE = "# Pools\n\nThe Alma server keeps at most {} open connections.\n"


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    for version, limit in (("v1", 40), ("v2", 65)):
        (tmp_path / "docs" / version).mkdir(parents=True)
        (tmp_path / "docs" / version / "pools.md").write_text(PAGE.format(limit), encoding="utf-8")
    return tmp_path


def read(folder: Path, scopes: tuple[str, ...]) -> list[dict[str, str]]:
    settings = Settings(cache_dir=None, jobs=1, scopes=scopes, root=str(folder))
    return [dict(reading.scope) for reading in pipeline.extract([str(folder / "docs")], settings).readings]


def test_a_folder_in_braces_names_the_version(versions):
    assert [scope["version"] for scope in read(versions, ("docs/{version}/**",))] == ["v1", "v2"]


def test_pages_of_two_editions_do_not_contradict_each_other(versions):
    settings = Settings(cache_dir=None, jobs=1, scopes=("docs/{edition}/**",), root=str(versions))
    assert pipeline.check([str(versions / "docs")], settings).conflicts == ()


def test_a_pattern_that_fits_no_page_says_nothing(versions):
    assert all("edition" not in scope for scope in read(versions, ("handbook/{edition}/**",)))
