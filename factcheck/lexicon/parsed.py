"""YAML files of the program, parsed once: the result stands as JSON beside Python's own bytecode.

Parsing all lexicon files takes most of a second, reading them back as JSON a few hundredths. As with bytecode, what
cannot be written is parsed again, and ``PYTHONDONTWRITEBYTECODE`` and ``PYTHONPYCACHEPREFIX`` hold here as well.

>>> from importlib.resources import files
>>> type(parsed(files("factcheck.lexicon").joinpath("en/hedges.yaml"))).__name__
'list'
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from hashlib import blake2b
from importlib.resources.abc import Traversable
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any


def parsed(file: Traversable) -> Any:
    """The YAML file as plain lists, maps and scalars.

    Raises FileNotFoundError for a file that is not there, ruamel.yaml's YAMLError for what is not YAML.
    """
    content = file.read_bytes()
    kept = _kept(file)
    mark = blake2b(content, digest_size=16).hexdigest()
    if kept is not None and (known := _load(kept, mark)) is not None:
        return known[0]
    from ruamel.yaml import YAML

    fresh = YAML(typ="safe", pure=True).load(content.decode("utf-8"))
    if kept is not None and not sys.dont_write_bytecode:
        _save(kept, mark, fresh)
    return fresh


def _kept(file: Traversable) -> Path | None:
    """Where the parsed form is kept; None for a file inside an archive."""
    if not isinstance(file, Path) or sys.implementation.cache_tag is None:
        return None
    return Path(cache_from_source(str(file))).with_name(f"{file.name}.json")


def _load(kept: Path, mark: str) -> tuple[Any] | None:
    """What is kept, if it was made from the same bytes."""
    try:
        made_from, _, text = kept.read_text(encoding="utf-8").partition("\n")
        return (json.loads(text),) if made_from == mark else None
    except (OSError, ValueError):
        return None


def _save(kept: Path, mark: str, value: Any) -> None:
    """Keep a value that JSON gives back as it is; where nothing can be written, nothing is kept."""
    with suppress(OSError, TypeError, ValueError):
        text = json.dumps(value, ensure_ascii=False)
        if json.loads(text) != value:
            return
        kept.parent.mkdir(exist_ok=True)
        # Several processes may start at once: each writes a file of its own and moves it into place.
        scratch = kept.with_name(f"{kept.name}.{os.getpid()}")
        scratch.write_text(f"{mark}\n{text}", encoding="utf-8")
        scratch.replace(kept)
