"""The folder in which runs keep what the next run can use.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as root:
...     make(Path(root, "kept"))
...     Path(root, "kept", ".gitignore").read_text()
'*\\n'
"""

from __future__ import annotations

from pathlib import Path

from factcheck.store.whole_file import refuse_link


def make(folder: Path) -> None:
    """Make the folder if it is not there. Raises OSError where that is not possible, and for a symbolic link."""
    refuse_link(folder)
    if folder.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    # What is kept here is nobody's source: git is told so without an entry in the user's own file.
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
