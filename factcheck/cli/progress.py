"""How far a long run has come, on standard error and only on a terminal.

>>> with Progress.on_terminal(wanted=False) as progress:
...     progress("reading", 3, 10)
"""

from __future__ import annotations

import sys
import time
from types import TracebackType

# Short runs print nothing, and the line is not redrawn more often than an eye can follow.
_SILENT_SECONDS = 1.0
_REDRAW_SECONDS = 0.1


class Progress:
    """Called as ``progress(stage, done, total)``; ``total`` is 0 while not known. The line is wiped at the end."""

    def __init__(self, visible: bool) -> None:
        self._visible = visible
        self._due = time.monotonic() + _SILENT_SECONDS
        self._drawn = False

    @classmethod
    def on_terminal(cls, *, wanted: bool) -> Progress:
        return cls(wanted and sys.stderr.isatty())

    def __call__(self, stage: str, done: int, total: int = 0) -> None:
        if not self._visible or time.monotonic() < self._due:
            return
        share = f" {done:,}/{total:,} ({done * 100 // total} %)" if total else ""
        sys.stderr.write(f"\r\x1b[2K{stage}{share} …")
        sys.stderr.flush()
        self._drawn = True
        self._due = time.monotonic() + _REDRAW_SECONDS

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
