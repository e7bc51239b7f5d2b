"""A content repository made for a test: real files, real git.

>>> page("Tunnel", "It is long.")
'# Tunnel\\n\\nIt is long.\\n'
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

_ALONE = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


def page(title: str, text: str) -> str:
    return f"# {title}\n\n{text}\n"


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository in ``folder``; ``environment`` goes to every git command."""

    folder: Path
    environment: dict[str, str]

    @classmethod
    def made_in(cls, folder: Path, **environment: str) -> Repository:
        made = cls(folder, {**os.environ, **_ALONE, **environment})
        made.git("init", "-q", "-b", "main")
        return made

    def git(self, *arguments: str) -> str:
        return self.tried(*arguments, check=True).stdout

    def tried(self, *arguments: str, check: bool = False) -> subprocess.CompletedProcess[str]:
        """A git command that may fail, with what it printed."""
        return subprocess.run(
            ["git", *arguments], cwd=self.folder, env=self.environment, check=check, capture_output=True, text=True
        )

    def write(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def commit(self, message: str) -> None:
        self.git("add", ".")
        self.git("commit", "-qm", message)
