"""Which program made a reading: its version and a hash of the code and lexicon that read.

>>> version() == version()
True
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from factcheck import __version__

# Everything that decides what a file's reading is, and nothing that only compares or writes.
READING = ("lexicon", "model", "readers", "reading")
# The same for what comparing finds.
COMPARING = ("lexicon", "model", "rulebook", "comparing")


@cache
def version(parts: tuple[str, ...] = READING) -> str:
    """The program's version and a hash of its reading half (or of other ``parts``), so that no change of a pattern or a
    lexicon entry is ever answered from the cache."""
    digest = blake2b(digest_size=8)
    for part in parts:
        _add(digest, files("factcheck").joinpath(part))
    return f"{__version__}+{digest.hexdigest()}"


def _add(digest: blake2b, node: Traversable) -> None:
    if node.is_dir():
        for inner in sorted(node.iterdir(), key=lambda each: each.name):
            _add(digest, inner)
    elif node.name.endswith((".py", ".yaml")):
        content = node.read_bytes()
        digest.update(f"{node.name}:{len(content)}:".encode() + content)
