"""The locks pin and hash everything, name no place to fetch it from, and hold what the project asks for."""

from __future__ import annotations

import re

import pytest
from packaging.utils import canonicalize_name

from tests.supply import environments
from tests.supply.locks import DEVELOPMENT, LOWEST, entries, mistakes, pins, required


def test_everything_is_pinned_with_hashes_and_nothing_else_is_said() -> None:
    text = DEVELOPMENT.read_text("utf-8")
    assert len(list(entries(text))) > 60
    lines = [line for line in text.splitlines() if not re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line)]
    assert all(re.fullmatch(r"[a-z0-9][\w.-]*==[\w.+!-]+( ; [^\\]+)?( \\)?", line) for line in lines)


def test_the_locks_hold_what_the_project_asks_for_and_every_licence_is_known() -> None:
    assert list(mistakes()) == []


def test_no_lock_names_a_place() -> None:
    for file in (DEVELOPMENT, LOWEST):
        assert not re.search(r"https?:|file:|--index|--find-links|/home|/root", file.read_text("utf-8"))


def test_users_get_ranges_and_developers_pins() -> None:
    assert all({clause.operator for clause in each.specifier} == {">="} for each in required())
    assert {canonicalize_name(each.name) for each in required("lsp")} <= set(pins(LOWEST.read_text("utf-8")))


def test_there_is_an_environment_for_every_python_and_the_lowest_versions(capsys: pytest.CaptureFixture[str]) -> None:
    assert environments.NAMES[:2] == ("3.11", "3.12")
    assert environments.NAMES[-1] == "lowest"
    with pytest.raises(SystemExit):
        environments.main(["environments", "2.7"])
    assert "no such environment: 2.7" in capsys.readouterr().err
