"""What the last comparison found of every pair, kept beside the readings; the next run looks up what has not changed.

>>> load(None, "rules of today", [])
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from factcheck.store.whole_file import refuse_link, write_whole

FILE = "comparison.arrow"
_CHECK_BYTES = 16


def identity(version: str, *decided_by: object) -> str:
    """A name for everything but the documents that decides what a comparison finds: the program, rules, options."""
    digest = blake2b(digest_size=_CHECK_BYTES)
    for part in (version, *map(repr, decided_by)):
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded) + encoded)
    return digest.hexdigest()


def save(cache_dir: str | None, made_by: str, content: bytes | memoryview) -> None:
    """Keep a comparison that ``made_by`` names; where it cannot be written, the next one starts from nothing."""
    if cache_dir is None:
        return
    with suppress(OSError):
        refuse_link(Path(cache_dir))
        write_whole(Path(cache_dir) / FILE, [f"{made_by}\n", _check(content), content], durable=False)


def load(cache_dir: str | None, made_by: str, notices: list[str]) -> memoryview | None:
    """The comparison that is kept, if the same rules and options made it; ``notices`` is told of a damaged one."""
    if cache_dir is None:
        return None
    try:
        refuse_link(Path(cache_dir))
        data = memoryview((Path(cache_dir) / FILE).read_bytes())
    except OSError:
        return None
    header = f"{made_by}\n".encode()
    if data[: len(header)] != header:
        return None
    check, content = data[len(header) : len(header) + _CHECK_BYTES], data[len(header) + _CHECK_BYTES :]
    if check != _check(content):
        notices.append("the comparison in the cache was damaged and is made anew")
        return None
    return content


def _check(content: bytes | memoryview) -> bytes:
    return blake2b(content, digest_size=_CHECK_BYTES).digest()
