"""Peak memory of a process and all it started, from /proc: shared pages are counted once (proportional set size).

>>> import os
>>> peak = Peak(os.getpid())
>>> peak.sample() > 1_000_000
True
"""

from __future__ import annotations

from pathlib import Path

_PROC = Path("/proc")


class Peak:
    """The largest of the samples taken so far, in bytes."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self.bytes = 0

    def sample(self) -> int:
        """The memory in use now, 0 once the process is gone."""
        now = sum(map(_proportional, _family(self._pid)))
        self.bytes = max(self.bytes, now)
        return now


def _family(pid: int) -> list[int]:
    """The process and its descendants."""
    found, open_ = [], [pid]
    while open_:
        found.append(open_.pop())
        for children in (_PROC / str(found[-1]) / "task").glob("*/children"):
            open_ += map(int, _text(children).split())
    return found


def _proportional(pid: int) -> int:
    for line in _text(_PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _text(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""
