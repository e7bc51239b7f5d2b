"""Lexicon files: YAML lists of entries, each with examples of its own.

>>> all(entry["examples"] for entry in entries("en/hedges.yaml"))
True
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from factcheck.lexicon.parsed import parsed


@cache
def entries(name: str) -> tuple[Mapping[str, Any], ...]:
    """The entries of ``factcheck/lexicon/<name>``, in the order of the file. Treat them as read-only.

    Raises FileNotFoundError for an unknown name, ValueError if the file is not a list of mappings that all carry
    ``examples``: a lexicon is part of the program, so its mistakes are internal errors.
    """
    loaded = parsed(files("factcheck.lexicon").joinpath(name))
    if not isinstance(loaded, list) or not all(isinstance(entry, dict) for entry in loaded):
        raise ValueError(f"lexicon {name}: not a list of mappings")
    for entry in loaded:
        if not entry.get("examples"):
            raise ValueError(f"lexicon {name}: an entry without examples: {entry!r}")
    return tuple(loaded)


@cache
def version() -> str:
    """A hash of all lexicon files: part of the key under which readings are cached."""
    digest = blake2b(digest_size=8)
    folder = files("factcheck.lexicon").joinpath("en")
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".yaml"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
