"""Claims of many documents on disk instead of in memory, for the time of a run.

>>> spill = Spill()
>>> first, second = spill.put(b"41 people"), spill.put(b"29 people")
>>> first(), second()
(b'41 people', b'29 people')
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from threading import Lock


class Spill:
    """A file without a name, which goes when nobody needs what is in it any more."""

    def __init__(self) -> None:
        # It is open for as long as something that was put into it can be asked for, which no block can say.
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115
        self._end = 0
        self._lock = Lock()

    def put(self, content: bytes) -> Callable[[], bytes]:
        """What gives the content again. Where the disk is full it stays in memory."""
        with self._lock:
            start = self._end
            try:
                self._file.seek(start)
                written = self._file.write(content)
            except OSError:
                return lambda: content
            if written != len(content):
                return lambda: content
            self._end = start + len(content)
        return partial(self._get, start, len(content))

    def _get(self, start: int, length: int) -> bytes:
        with self._lock:
            self._file.seek(start)
            return self._file.read(length)
