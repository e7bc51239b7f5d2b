"""Rules come back from the cache as they were loaded, until a file or the program changes."""

from __future__ import annotations

from pathlib import Path

from factcheck.rulebook import Rule, rules_in_force
from factcheck.store.derived import derived


def _never() -> tuple[Rule, ...]:
    raise AssertionError("nothing has changed")


def test_rules_come_back_as_they_were(tmp_path: Path) -> None:
    rules = rules_in_force()
    kind = tuple[Rule, ...]
    assert derived(str(tmp_path), "rules.json", "1", kind, lambda: rules) == rules
    again = derived(str(tmp_path), "rules.json", "1", kind, _never)
    assert again == rules
    assert repr(again) == repr(rules)


def test_a_change_or_damage_makes_them_anew(tmp_path: Path) -> None:
    kind = tuple[str, ...]
    derived(str(tmp_path), "a.json", "1", kind, lambda: ("old",))
    assert derived(str(tmp_path), "a.json", "2", kind, lambda: ("new",)) == ("new",)
    file = tmp_path / "a.json"
    file.write_text(file.read_text(encoding="utf-8")[:-3], encoding="utf-8")
    assert derived(str(tmp_path), "a.json", "2", kind, lambda: ("newer",)) == ("newer",)
