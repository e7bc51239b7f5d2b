"""Fixtures for tests of the whole program: a folder of ``pages`` to work in, and ``run``, its command line there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.pages import CommandLine, write_pages


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with pages below ``docs``."""
    write_pages(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)
