"""Running git in a repository that may be a stranger's: nothing of its own configuration is started or fetched.

Git would run a file system monitor, hooks, filters and converters that ``.git/config`` names, and fetch what a partial
clone has left out. The user's own configuration, outside the repository, still counts.

>>> neutral_filters("local\\nfilter.lfs.clean\\nfilter.x.y.process\\nglobal\\nfilter.z.clean".split())
('lfs', 'x.y')
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator

from factcheck.errors import UserError

_PLAIN = (
    "--no-pager", "--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}", "-c", "core.quotePath=false", "-c", "safe.bareRepository=explicit",
)  # fmt: skip
# Of all protocols only one that there is not: no configuration is above this list.
_ENVIRONMENT = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
_FILTER = re.compile(r"filter\.(.+)\.(?:clean|process)")
_OF_THE_REPOSITORY = frozenset(("local", "worktree"))
# Git reads "-c name=value" up to the first "=".
_NAME = re.compile(r"[^=\n]+")


def git(folder: str, *arguments: str) -> str:
    """What git prints. Raises UserError when it is missing or fails, with what it said first."""
    done = _run(folder, arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        unknown = "unknown revision " + arguments[-1].removesuffix("^{commit}")
        raise UserError(f"--changed-since: {said[0].removeprefix('fatal: ') if said else unknown}")
    return done.stdout.decode("utf-8", "surrogateescape")


def without_filters(folder: str) -> tuple[str, ...]:
    """Options that switch off the content filters which the repository's own configuration names.

    Raises UserError for one that no option can switch off.
    """
    asked = ("config", "--null", "--show-scope", "--name-only", "--get-regexp", r"^filter\..*\.(clean|process)$")
    words = _run(folder, asked).stdout.decode("utf-8", "surrogateescape").split("\0")
    options: list[str] = []
    for name in neutral_filters(words):
        if not _NAME.fullmatch(name):
            raise UserError(f"--changed-since: the repository configures a filter {name!r}, which is not run")
        for setting in ("clean=", "process=", "required=false"):
            options += ("-c", f"filter.{name}.{setting}")
    return tuple(options)


def neutral_filters(words: Iterable[str]) -> tuple[str, ...]:
    """The names of the filters, from scopes each followed by the names of settings, that the repository configures."""
    return tuple(dict.fromkeys(_named(words)))


def _named(words: Iterable[str]) -> Iterator[str]:
    scope = ""
    for word in words:
        found = _FILTER.fullmatch(word)
        if found is None:
            scope = word
        elif scope in _OF_THE_REPOSITORY:
            yield found[1]


def _run(folder: str, arguments: Iterable[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", *_PLAIN, "-C", folder, *arguments],
            capture_output=True, check=False, stdin=subprocess.DEVNULL, env={**os.environ, **_ENVIRONMENT},
        )  # fmt: skip
    except OSError as fault:
        raise UserError(f"--changed-since needs git: {fault.strerror}") from fault
