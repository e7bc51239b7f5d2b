"""Libraries that parse with C code run in a process of their own, with limits of CPU time and memory.

Nothing inside a process can stop such a library when it hangs, nor go on when it ends the process. What is run is a
script that reads its file from standard input and writes JSON, an object a line, to standard output. This file sets
the limits of that process and then runs the script; in there nothing else of the package can be imported.

>>> Limits.of(2_000_000)
Limits(seconds=40, memory=1500000000)
>>> str(Limits.of(0))
'30 s or 1,500 MB'
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from types import MappingProxyType
from typing import IO, Any, BinaryIO

# Threads and memory pools set address space aside for every core, which has nothing to do with the file.
_ONE_OF_EACH = MappingProxyType(
    {
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        "MALLOC_ARENA_MAX": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
)
_OUT_OF_MEMORY = 77
_SIGKILL, _SIGXCPU = -9, -24
# The clock stops what sleeps or where there are no limits for a process; a busy machine is given more of it.
_PATIENCE = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """CPU seconds and bytes of memory that reading one file may take."""

    seconds: int
    memory: int

    @classmethod
    def of(cls, size: int) -> Limits:
        """More for a larger file: a page of text takes some milliseconds and about as many kilobytes."""
        megabytes = size // 1_000_000
        return cls(seconds=30 + 5 * megabytes, memory=1_500_000_000 + 20_000_000 * max(0, megabytes - 2))

    def __str__(self) -> str:
        return f"{self.seconds} s or {self.memory // 1_000_000:,} MB"


class StoppedError(Exception):
    """The process did not come to its end: it reached a limit (``limited``), or the library ended it."""

    def __init__(self, limited: bool) -> None:
        super().__init__()
        self.limited = limited


def answers(script: Path, stream: BinaryIO, limits: Limits, *arguments: str) -> Iterator[dict[str, Any]]:
    """What the script says about a file, object by object. Raises StoppedError after what was said until then."""
    command = [sys.executable, "-I", __file__, str(limits.seconds), str(limits.memory), str(script), *arguments]
    environment = {**os.environ, **_ONE_OF_EACH}
    with (
        _with_a_number(stream) as file,
        subprocess.Popen(
            command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        ) as process,
    ):
        assert process.stdout is not None
        try:
            while (line := _line(process, process.stdout, limits)).endswith(b"\n"):
                yield json.loads(line)
            code = process.wait()
        finally:
            process.kill()
    if code:
        raise StoppedError(code in (_OUT_OF_MEMORY, _SIGKILL, _SIGXCPU))


def _line(process: subprocess.Popen[bytes], output: IO[bytes], limits: Limits) -> bytes:
    """The next line of what it says, for which it has so much time; how long its reader takes does not count."""
    clock = Timer(_PATIENCE * limits.seconds, process.kill)
    clock.daemon = True
    clock.start()
    try:
        return output.readline()
    finally:
        clock.cancel()


@contextmanager
def _with_a_number(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream as one that another process can read: a copy, if it is in memory."""
    if not isinstance(stream, io.BytesIO):
        yield stream
        return
    with TemporaryFile() as file:
        shutil.copyfileobj(stream, file)
        file.seek(0)
        yield file


def _limit(seconds: int, memory: int) -> None:
    """Let the operating system end this process when it has used so much; there is no such call on Windows."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _run(seconds: str, memory: str, script: str, *arguments: str) -> None:
    import runpy

    _limit(int(seconds), int(memory))
    sys.argv = [script, *arguments]
    try:
        runpy.run_path(script, run_name="__main__")
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)


if __name__ == "__main__":
    _run(*sys.argv[1:])
