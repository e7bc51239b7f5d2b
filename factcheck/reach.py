"""How far a configuration reaches that nobody named: to the files of its own tree, and no further.

A ``factcheck.toml`` found from the working folder upward may have come with the pages of a stranger. What it names is
read and quoted, written, or, for a scheduler, trusted to run code.

>>> within(Path("/srv/pages/facts.yaml"), Path("/srv/pages"))
True
>>> within(Path("/srv/pages/../../etc/passwd"), Path("/srv/pages")), within(Path("/srv/.git/config"), Path("/srv"))
(False, False)
"""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import UserError

_GIT = ".git"
_HINT = "name it on the command line, or the configuration with --config"


def tree_of(folder: Path) -> Path:
    """The git repository the folder lies in, else the folder itself; absolute."""
    start = folder.resolve()
    return next((candidate for candidate in (start, *start.parents) if (candidate / _GIT).exists()), start)


def within(path: Path, tree: Path) -> bool:
    """Whether the path lies in the tree once every link is followed. Git's own files are no part of a tree."""
    real = path.resolve()
    return real.is_relative_to(tree) and _GIT not in real.relative_to(tree).parts


def require_within(path: Path, tree: Path) -> None:
    """Raises UserError, naming the path, where it leads out of the tree."""
    if not within(path, tree):
        what = "a symbolic link out of its folder is not followed" if path.is_symlink() else f"it is not below {tree}"
        raise UserError(what, path=path.as_posix(), hint=_HINT)
