"""Lines changed since a git revision, and the conflicts that touch one.

>>> ranges(["+++ b/limits.md", "@@ -3 +3,2 @@", "@@ -9,2 +9,0 @@"])
{'limits.md': ((3, 4),)}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.errors import UserError
from factcheck.model import Claim, Conflict, Position
from factcheck.store.git import git, without_filters

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
# Whatever the configuration says, the diff is of the files as they are, with paths from the top of the repository.
_COMPARED = ("--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--no-relative", "--ignore-submodules=all",
             "--src-prefix=a/", "--dst-prefix=b/")  # fmt: skip
_WHOLE_FILE = ((1, 1 << 60),)


@dataclass(frozen=True, slots=True)
class ChangedLines:
    """Ranges of changed lines (1-based, inclusive) by absolute path."""

    by_path: Mapping[str, tuple[tuple[int, int], ...]]

    def touch(self, claim: Claim) -> bool:
        """Whether the figure stands in a changed line."""
        ranges_there = self.by_path.get(str(Path(claim.citation.path).resolve()), ())
        return any(first <= claim.citation.end_line and claim.citation.line <= last for first, last in ranges_there)


def changed_lines(revision: str, folder: str = ".") -> ChangedLines:
    """What differs between the working tree and the point where it left ``revision``; files git does not know are new.

    Raises UserError when git is missing, ``folder`` is in no repository, or the revision is unknown.
    """
    top = Path(git(folder, "rev-parse", "--show-toplevel").rstrip("\n")).resolve()
    commit = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    base = _merge_base(folder, commit)
    compare = (*without_filters(str(top)), "diff", *_COMPARED)
    diff = git(str(top), *compare, "--unified=0", "--inter-hunk-context=0", base, "--")
    unlined = _without_lines(git(str(top), *compare, "--numstat", "-z", base, "--"))
    untracked = git(str(top), "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    found = {str(top / path): lines for path, lines in ranges(diff.split("\n")).items()}
    found.update({str(top / path): _WHOLE_FILE for path in (*untracked, *unlined) if path})
    return ChangedLines(found)


def ranges(diff: Iterable[str]) -> dict[str, tuple[tuple[int, int], ...]]:
    """The added lines of each file of a unified diff without context."""
    found: dict[str, list[tuple[int, int]]] = {}
    path, to_come = "", 0
    for line in diff:
        hunk = _HUNK.match(line)
        if to_come > 0 and line.startswith("+"):
            # A line of text, even if it looks like a header.
            to_come -= 1
        elif line.startswith("+++ "):
            path = _path_of(line[4:])
        elif hunk and path:
            start, to_come = int(hunk[1]), int(hunk[2] or 1)
            if to_come:
                found.setdefault(path, []).append((start, start + to_come - 1))
    return {path: tuple(lines) for path, lines in found.items()}


def _without_lines(numbers: str) -> list[str]:
    """The files of ``--numstat -z`` that git compares only as a whole: it counts no lines of theirs."""
    return [entry.removeprefix("-\t-\t") for entry in numbers.split("\0") if entry.startswith("-\t-\t")]


def only_changed(conflicts: Sequence[Conflict], changed: ChangedLines) -> tuple[Conflict, ...]:
    """The conflicts with a place in a changed line; that place and its side come first."""
    return tuple(_changed_first(conflict, changed) for conflict in conflicts if _touched(conflict.positions, changed))


def _touched(positions: Iterable[Position], changed: ChangedLines) -> bool:
    return any(changed.touch(claim) for position in positions for claim in position.claims)


def _changed_first(conflict: Conflict, changed: ChangedLines) -> Conflict:
    positions = [
        replace(position, claims=tuple(sorted(position.claims, key=lambda claim: not changed.touch(claim))))
        for position in conflict.positions
    ]
    positions.sort(key=lambda position: not _touched([position], changed))
    return replace(conflict, positions=tuple(positions))


def _merge_base(folder: str, commit: str) -> str:
    """Where this branch left the revision, so that what others added there meanwhile is not taken for ours."""
    try:
        return git(folder, "merge-base", commit, "HEAD").strip()
    except UserError:
        # Unrelated histories, a shallow clone, or no commit yet: the revision itself is all there is.
        return commit


def _path_of(name: str) -> str:
    """The path after ``b/``; git quotes names with control characters as C does. "" for a deleted file."""
    name = name.rstrip("\t")
    if name.startswith('"'):
        name = name[1:-1].encode("latin-1", "backslashreplace").decode("unicode_escape")
    return name[2:] if name.startswith("b/") else ""
