"""Advisories on disk are held against the locks; without any, the check says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.supply import advisories
from tests.supply.locks import DEVELOPMENT, pins

_LOCKED = pins(DEVELOPMENT.read_text("utf-8"))


def _record(events: list[dict[str, str]], name: str = "pandas", **further: object) -> dict[str, object]:
    affected = {"package": {"ecosystem": "PyPI", "name": name}, "ranges": [{"type": "ECOSYSTEM", "events": events}]}
    return {"id": "X-1", "summary": "reads too much", "affected": [affected], **further}


@pytest.mark.parametrize(
    ("events", "version", "concerned"),
    [
        ([{"introduced": "0"}], "3.1.1", True),
        ([{"introduced": "0"}, {"fixed": "3.1.1"}], "3.1.1", False),
        ([{"introduced": "0"}, {"fixed": "3.1.2"}], "3.1.1", True),
        ([{"introduced": "3.2"}], "3.1.1", False),
        ([{"introduced": "3.0"}, {"last_affected": "3.1.1"}], "3.1.1", True),
        ([{"introduced": "3.0"}, {"last_affected": "3.1.0"}], "3.1.1", False),
        ([{"fixed": "2.0"}, {"introduced": "0"}, {"introduced": "3.1"}, {"fixed": "3.2"}], "3.1.1", True),
        ([{"introduced": "0", "fixed": "2.0"}, {"introduced": "3.10"}], "3.9", False),
        ([{"introduced": "a strange one"}], "1", True),
    ],
)
def test_ranges_are_those_of_the_format(events: list[dict[str, str]], version: str, concerned: bool) -> None:
    assert bool(list(advisories.found({"pandas": version}, [_record(events)]))) is concerned


def test_versions_may_be_listed_and_advisories_withdrawn() -> None:
    listed = {
        "id": "X-2",
        "affected": [{"package": {"ecosystem": "PyPI", "name": "pandas"}, "versions": ["3.0", "3.1"]}],
    }
    assert [each[2] for each in advisories.found({"pandas": "3.1"}, [listed])] == ["X-2"]
    assert not list(advisories.found({"pandas": "3.2"}, [listed]))
    assert not list(advisories.found({"pandas": "3.1"}, [{**listed, "withdrawn": "2026-01-01T00:00:00Z"}]))
    other = _record([{"introduced": "0"}])
    other["affected"][0]["package"]["ecosystem"] = "npm"  # type: ignore[index]
    assert not list(advisories.found({"pandas": "3.1"}, [other]))


def test_a_folder_of_records_is_held_against_the_locks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "vulns/pandas").mkdir(parents=True)
    fixed = _record([{"introduced": "0"}, {"fixed": "0.1"}])
    (tmp_path / "fixed.json").write_text(json.dumps(fixed), encoding="utf-8")
    (tmp_path / "other.json").write_text(json.dumps(_record([{"introduced": "0"}], "no-such")), encoding="utf-8")
    (tmp_path / "broken.json").write_text('{"name": "pandas"', encoding="utf-8")
    assert advisories.main([str(tmp_path)]) == 0
    assert "1 advisories on packages of this project; 0 concern" in capsys.readouterr().out
    (tmp_path / "vulns/pandas/X-3.yaml").write_text(
        "id: X-3\naffected:\n- package:\n    ecosystem: PyPI\n    name: Pandas\n  ranges:\n"
        '  - type: ECOSYSTEM\n    events:\n    - introduced: "0"\n',
        encoding="utf-8",
    )
    assert advisories.main([str(tmp_path)]) == 1
    assert f"development.txt: pandas {_LOCKED['pandas']}: X-3" in capsys.readouterr().out


def test_without_a_folder_it_says_that_nothing_was_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ADVISORIES", raising=False)
    assert advisories.main([]) == 0
    assert capsys.readouterr().out == "skipped: no folder of advisories was given; nothing was checked\n"
    monkeypatch.setenv("ADVISORIES", str(tmp_path))
    assert advisories.main([]) == 2
    assert "no advisory" in capsys.readouterr().out
