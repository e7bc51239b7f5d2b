"""What follows from some files and the program alone, kept so that the next run need not work it out again.

>>> derived(None, "a.json", "1", tuple[str, ...], lambda: ("worked out",))
('worked out',)
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from factcheck.store import cache_folder
from factcheck.store.reading_codec import codec, fingerprint
from factcheck.store.whole_file import refuse_link, write_whole

Value = TypeVar("Value")

RULES = "rules.json"


def derived(cache_dir: str | None, name: str, made_of: str, kind: Any, make: Callable[[], Value]) -> Value:
    """The value of the file ``name`` in the cache if it was ``made_of`` the same, else a fresh one, which is kept.

    ``kind`` is the type of the value, of which ``reading_codec`` must have a codec. Raises what ``make`` raises.
    """
    if cache_dir is None:
        return make()
    file, header = Path(cache_dir) / name, f"{made_of} {fingerprint(kind)}"
    try:
        refuse_link(file.parent)
        known, _, text = file.read_text(encoding="utf-8", errors="surrogatepass").partition("\n")
        if known == header:
            value: Value = codec(kind).from_json(text)
            return value
    except (OSError, ValueError):
        pass
    fresh = make()
    with suppress(OSError):
        cache_folder.make(file.parent)
        write_whole(file, [f"{header}\n", codec(kind).to_json(fresh)])
    return fresh
