"""The last comparison is found by the run that would find the same, and damage costs a notice."""

from __future__ import annotations

from pathlib import Path

from factcheck.store.last_comparison import FILE, identity, load, save


def test_what_was_saved_is_loaded_by_the_same_rules_only(tmp_path: Path) -> None:
    made_by = identity("1", None, ("rules",))
    save(str(tmp_path), made_by, b"columns")
    notices: list[str] = []
    assert load(str(tmp_path), made_by, notices) == b"columns"
    assert load(str(tmp_path), identity("1", "group", ("rules",)), notices) is None
    assert notices == []


def test_a_damaged_one_is_told_and_left(tmp_path: Path) -> None:
    made_by = identity("1")
    save(str(tmp_path), made_by, b"columns")
    content = bytearray((tmp_path / FILE).read_bytes())
    content[-2] ^= 1
    (tmp_path / FILE).write_bytes(content)
    notices: list[str] = []
    assert load(str(tmp_path), made_by, notices) is None
    assert notices == ["the comparison in the cache was damaged and is made anew"]


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    save(None, "1", b"columns")
    save(str(tmp_path / "gone"), "1", b"columns")
    assert load(None, "1", []) is None
    assert load(str(tmp_path / "gone"), "1", []) is None
