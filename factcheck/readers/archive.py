"""What an archive may unpack to before it is opened: a few kilobytes can hold gigabytes.

>>> from zipfile import ZipInfo
>>> info = ZipInfo("word/document.xml")
>>> info.file_size = 90_000_000
>>> require_article([info], 90_000)
Traceback (most recent call last):
    ...
factcheck.readers.archive.TooLargeError: its XML unpacks to 90 MB; more than 50 MB is no article
"""

from __future__ import annotations

from collections.abc import Sequence
from zipfile import ZipInfo

MOST_MEMBERS = 10_000
MOST_XML = 50_000_000
"""Bytes of XML, which takes ten times as much memory once it is parsed. A thousand pages of text are 10 MB."""
MOST_UNPACKED = 500_000_000
"""Bytes of all members, pictures too."""
MOST_RATIO = 200
"""How many times its size an archive of more than ``LEAST_SUSPECT`` bytes may unpack to; XML of text is 5 to 30."""
LEAST_SUSPECT = 10_000_000


class TooLargeError(Exception):
    """An archive beyond a limit; the message says which."""


def require_article(members: Sequence[ZipInfo], size: int) -> None:
    """Raises TooLargeError when the archive of ``size`` bytes would unpack to more than an article holds."""
    unpacked = sum(member.file_size for member in members)
    xml = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    if len(members) > MOST_MEMBERS:
        raise TooLargeError(f"it holds {len(members):,} files; more than {MOST_MEMBERS:,} are no article")
    if unpacked > MOST_UNPACKED:
        raise TooLargeError(f"it unpacks to {_mb(unpacked)}; more than {_mb(MOST_UNPACKED)} is no article")
    if xml > MOST_XML:
        raise TooLargeError(f"its XML unpacks to {_mb(xml)}; more than {_mb(MOST_XML)} is no article")
    if unpacked > LEAST_SUSPECT and unpacked > MOST_RATIO * size:
        raise TooLargeError(f"it unpacks to {_mb(unpacked)}, more than {MOST_RATIO} times its size")


def _mb(size: int) -> str:
    return f"{size // 1_000_000:,} MB"
