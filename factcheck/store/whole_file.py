"""Files that are written whole: there is the old one or the new one, never half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(target: Path, pieces: Iterable[str | bytes | memoryview], *, durable: bool = True) -> None:
    """Write through a temporary file beside the target, text as UTF-8, and move it into place.

    What is not ``durable`` may be lost with the power; then its check sum must tell.
    Raises OSError when the folder is missing or not writable, or the disk is full; the target then is as it was.
    """
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
        temporary = Path(file.name)
        try:
            for piece in pieces:
                file.write(piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece)
            file.flush()
            if durable:
                os.fsync(file.fileno())
            temporary.chmod(_mode(target))
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def refuse_link(path: Path) -> None:
    """Raises OSError where the state of a run would go through a symbolic link, which may lead anywhere: the folder
    may have come with the files of a stranger."""
    if path.is_symlink():
        raise OSError(errno.ELOOP, "it is a symbolic link")


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, or what the process would give a new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
