"""What could not be read or done, with its place; never an exception.

>>> Problem("a.md", "a.md", 3, "note", "bad-front-matter", "front matter is not a mapping").level
'note'
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from traceback import extract_tb
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """``level`` is "error" when text was lost, "note" when only metadata was. ``line`` is 1-based, 0 if unknown."""

    doc_id: str
    path: str
    line: int
    level: Literal["error", "note"]
    code: str
    detail: str


INTERNAL_ERROR = "internal-error"
"""The code of a problem that is the program's fault and not the document's."""


def internal_error(path: str, fault: Exception, stage: str = "reading") -> Problem:
    """A fault of the program as a problem of the document it happened on, with the line of code."""
    steps = extract_tb(fault.__traceback__)
    place = f" ({PurePath(steps[-1].filename).name}:{steps[-1].lineno})" if steps else ""
    detail = " ".join(f"internal error while {stage} {path}: {type(fault).__name__}: {fault}{place}".split())
    return Problem(path, path, 0, "error", INTERNAL_ERROR, detail)
