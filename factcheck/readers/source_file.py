"""One file to read, with what ``sources.yaml`` says about it.

>>> file = SourceFile.of_bytes("notes/a.txt", b"Ten ships sailed.")
>>> (file.suffix, file.read_bytes())
('.txt', b'Ten ships sailed.')
"""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import BinaryIO

STANDARD_INPUT = "-"
MOST_BYTES = 100_000_000
"""A page that is read as a whole; tables are read record by record and have no such limit."""
_TABLES = frozenset({".jsonl", ".ndjson", ".csv", ".tsv", ".parquet"})


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about a file. It goes before anything the file says about itself; "" and None: not said.

    ``scope`` and ``metadata`` are (key, value) pairs; ``flags`` may hold ``history`` and ``example``.
    """

    title: str = ""
    url: str = ""
    source: str = ""
    published: str | None = None
    scope: tuple[tuple[str, str], ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. ``path`` is as given on the command line, with ``/``; ``absolute`` None means ``content``."""

    path: str
    absolute: Path | None = None
    content: bytes = field(default=b"", repr=False)
    given: Given = field(default_factory=Given)

    @classmethod
    def of_bytes(cls, path: str, content: bytes, given: Given | None = None) -> SourceFile:
        """A file that is already in memory."""
        return cls(path=path, content=content, given=given or Given())

    @property
    def suffix(self) -> str:
        """The suffix that picks the reader, in lower case. Standard input is JSON Lines."""
        return ".jsonl" if self.path == STANDARD_INPUT else PurePosixPath(self.path).suffix.lower()

    @property
    def is_table(self) -> bool:
        """Whether its rows are documents of their own, to be read one by one."""
        return self.suffix in _TABLES

    def read_bytes(self) -> bytes:
        """The whole content. Raises OSError when the file cannot be read, or is too large for a page."""
        if self.absolute is not None:
            return _whole(self.absolute)
        with self.open() as stream:
            content = stream.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise _too_large()
        return content

    def open(self) -> BinaryIO:
        """The content as a stream, for tables that are read record by record. Raises OSError.

        What is no regular file (a pipe, a device) may never end, and gives its content only once: it is refused.
        """
        if self.absolute is not None:
            _size(self.absolute)
            return self.absolute.open("rb")
        if self.path == STANDARD_INPUT and not self.content:
            import sys

            return sys.stdin.buffer
        return BytesIO(self.content)


def _whole(path: Path) -> bytes:
    if _size(path) > MOST_BYTES:
        raise _too_large()
    # Without a buffer in between, which would be as large as the largest page that is read.
    with path.open("rb", buffering=0) as stream:
        return stream.read()


def _size(path: Path) -> int:
    """In bytes. Raises OSError for what is no regular file."""
    found = path.stat()
    if not S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is no regular file")
    return found.st_size


def _too_large() -> OSError:
    return OSError(errno.EFBIG, f"it has more than {MOST_BYTES // 1_000_000} MB, which is no page")
