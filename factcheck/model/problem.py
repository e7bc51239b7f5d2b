"""What could not be read or done, with its place; never an exception.

>>> Problem("a.md", "a.md", 3, "note", "bad-front-matter", "front matter is not a mapping").level
'note'
"""

from __future__ import annotations

from dataclasses import dataclass
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
