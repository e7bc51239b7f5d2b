"""Changed lines, from real git repositories; the side in them comes first."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from factcheck.errors import UserError
from factcheck.model import Conflict
from factcheck.store.changed_lines import changed_lines, only_changed, ranges
from tests.store.conflicts import conflict

_WHO = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=os.environ | _WHO)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two committed pages of nine lines each, the working folder inside the repository."""
    _git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "docs").mkdir()
    for name in ("a.md", "b ü.md"):
        (tmp_path / "docs" / name).write_text("".join(f"line {n}\n" for n in range(1, 10)), encoding="utf-8")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "pages")
    monkeypatch.chdir(tmp_path / "docs")
    return tmp_path


def _edit(file: Path, line: int, text: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[line - 1] = text
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


_SEATS = conflict("fc-1", "FC140", {"5 seats": [("b ü.md", 2), ("a.md", 1)], "9 seats": [("a.md", 4), ("a.md", 5)]})


def _kept(*conflicts: Conflict, since: str = "main") -> tuple[Conflict, ...]:
    return only_changed(conflicts, changed_lines(since))


def test_without_a_change_nothing_is_kept(repository: Path) -> None:
    assert _kept(_SEATS) == ()


def test_the_changed_side_comes_first(repository: Path) -> None:
    _edit(repository / "docs/a.md", 5, "Up to 9 seats.")
    (kept,) = _kept(_SEATS)
    assert [position.text for position in kept.positions] == ["9 seats", "5 seats"]
    assert [claim.citation.line for claim in kept.positions[0].claims] == [5, 4]
    assert kept.id == _SEATS.id


def test_names_that_git_quotes_and_staged_changes(repository: Path) -> None:
    _edit(repository / "docs/b ü.md", 2, "Up to 5 seats.")
    _git(repository, "add", ".")
    assert len(_kept(_SEATS)) == 1


def test_a_file_git_does_not_know_is_changed_throughout(repository: Path) -> None:
    (repository / "docs/new.md").write_text("Up to 5 seats.\n" * 9, encoding="utf-8")
    fresh = conflict("fc-2", "FC140", {"5 seats": [("new.md", 9)], "9 seats": [("a.md", 4)]})
    assert [kept.id for kept in _kept(_SEATS, fresh)] == ["fc-2"]


def test_what_others_changed_since_is_not_ours(repository: Path) -> None:
    _git(repository, "checkout", "-qb", "change")
    _edit(repository / "docs/b ü.md", 9, "ours")
    _git(repository, "commit", "-qam", "ours")
    _git(repository, "checkout", "-q", "main")
    _edit(repository / "docs/a.md", 4, "theirs")
    _git(repository, "commit", "-qam", "theirs")
    _git(repository, "checkout", "-q", "change")
    assert _kept(_SEATS) == ()


def test_a_file_git_compares_only_as_a_whole_is_changed_throughout(repository: Path) -> None:
    """Bytes that are no text, and a text whose attributes say so."""
    (repository / "docs/scan.pdf").write_bytes(b"%PDF\0\1")
    (repository / ".gitattributes").write_text("docs/a.md -diff\n", encoding="utf-8")
    _git(repository, "add", ".")
    _git(repository, "commit", "-qm", "a scan")
    (repository / "docs/scan.pdf").write_bytes(b"%PDF\0\2")
    _edit(repository / "docs/a.md", 9, "Up to 5 seats.")
    changed = changed_lines("main").by_path
    assert {Path(path).name: ranges_there[0][1] > 1_000 for path, ranges_there in changed.items()} == {
        "scan.pdf": True,
        "a.md": True,
    }


def test_nothing_that_the_repository_configures_is_run(repository: Path) -> None:
    """A monitor, a hook, a filter and a converter, each of which would leave a file; the change is found without."""
    ran = repository / ".git/ran"
    program = f"touch '{ran}'; cat"
    (repository / ".gitattributes").write_text("*.md filter=ours diff=ours\n", encoding="utf-8")
    for name in ("core.fsmonitor", "filter.ours.clean", "diff.ours.textconv", "diff.ours.command", "diff.external"):
        _git(repository, "config", name, program)
    hook = repository / ".git/hooks/post-index-change"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch '{ran}'\n", encoding="utf-8")
    hook.chmod(0o755)
    _edit(repository / "docs/a.md", 5, "Up to 9 seats.")
    (repository / "docs/b ü.md").touch()
    assert len(_kept(_SEATS)) == 1
    assert not ran.exists()
    subprocess.run(["git", "-C", str(repository), "diff"], check=False, capture_output=True)
    assert ran.exists(), "git would have"


def test_nothing_is_fetched_that_a_partial_clone_left_out(repository: Path, tmp_path: Path) -> None:
    fetched = tmp_path / "fetched"
    for name, value in (
        ("core.repositoryformatversion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", f"ext::touch {fetched}"),
        ("protocol.ext.allow", "always"),
    ):
        _git(repository, "config", name, value)
    _edit(repository / "docs/a.md", 5, "Up to 9 seats.")
    blob = subprocess.run(
        ["git", "-C", str(repository), "rev-parse", "main:docs/a.md"], check=True, capture_output=True, text=True
    ).stdout.strip()
    (repository / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(UserError, match="--changed-since: "):
        changed_lines("main")
    assert not fetched.exists()
    subprocess.run(["git", "-C", str(repository), "diff"], check=False, capture_output=True)
    assert fetched.exists(), "git would have"


def test_a_filter_that_cannot_be_switched_off_is_not_run(repository: Path) -> None:
    _git(repository, "config", "filter.a=b.clean", "false")
    with pytest.raises(UserError, match="configures a filter 'a=b', which is not run"):
        changed_lines("main")


def test_mistakes(repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match="--changed-since: unknown revision mian"):
        changed_lines("mian")
    with pytest.raises(UserError, match="--changed-since: unknown revision --help"):
        changed_lines("--help")
    with pytest.raises(UserError, match="--changed-since: not a git repository"):
        changed_lines("main", str(tmp_path_factory.mktemp("elsewhere")))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UserError, match="needs git"):
        changed_lines("main")


def test_added_lines_that_look_like_headers_are_text() -> None:
    diff = [
        "--- a/a.md", "+++ b/a.md", "@@ -1,0 +2,2 @@", "+++ b/other.md", "+@@ -1 +9 @@",
        "@@ -8 +10 @@ x", "-old", "+new",
        "--- a/gone.md", "+++ /dev/null", "@@ -1,3 +0,0 @@", "-a", "-b", "-c",
        "--- /dev/null", '+++ "b/tab\\there.md"', "@@ -0,0 +1 @@", "+x",
    ]  # fmt: skip
    assert ranges(diff) == {"a.md": ((2, 3), (10, 10)), "tab\there.md": ((1, 1),)}
