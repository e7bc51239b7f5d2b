"""How far a long run has come, on standard error and only on a terminal; and how long its stages took.

>>> with Progress.on_terminal(wanted=False) as progress:
...     progress("reading", 3, 10)
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
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


class Stopwatch:
    """Seconds by stage, in the order in which the stages began; a stage lasts until the next one begins.

    >>> ticks = iter([0.0, 1.5, 4.0, 4.5])
    >>> watch = Stopwatch(lambda: next(ticks))
    >>> watch.start("reading"), watch.start("comparing"), watch.start("reading")
    (None, None, None)
    >>> watch.times()
    {'reading': 2.0, 'comparing': 2.5}
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._stage, self._since = "", 0.0
        self._seconds: dict[str, float] = {}
        self._totals: dict[str, int] = {}

    def start(self, stage: str) -> None:
        now = self._clock()
        if self._stage:
            self._seconds[self._stage] += now - self._since
        self._seconds.setdefault(stage, 0.0)
        self._stage, self._since = stage, now

    def over(self, progress: Callable[[str, int, int], None]) -> Callable[[str, int, int], None]:
        """The same progress, listened to."""

        def told(stage: str, done: int, total: int) -> None:
            if stage != self._stage:
                self.start(stage)
            if total:
                self._totals[stage] = total
            progress(stage, done, total)

        return told

    def total(self, stage: str) -> int:
        """How many files or rows the stage had to do; 0 if it never said."""
        return self._totals.get(stage, 0)

    def times(self) -> dict[str, float]:
        """Ends the last stage."""
        if self._stage:
            self._seconds[self._stage] += self._clock() - self._since
            self._stage = ""
        return dict(self._seconds)
