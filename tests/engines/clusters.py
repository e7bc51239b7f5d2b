"""A real Dask cluster for tests: a scheduler and workers, each a process of its own, on the loopback interface."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_START_SECONDS = 60


@dataclass(frozen=True)
class Cluster:
    address: str
    scheduler: subprocess.Popen[bytes]
    workers: tuple[subprocess.Popen[bytes], ...]

    def worker_with(self, pid: int) -> subprocess.Popen[bytes]:
        return next(worker for worker in self.workers if worker.pid == pid)


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A scheduler and so many workers of one thread, which import what this process can import."""
    file = folder / "scheduler.json"
    started = [_start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))]
    try:
        address = _address(file, started[0])
        options = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1", "--local-directory", str(folder))
        started += [_start("dask_worker", address, *options) for _ in range(workers)]
        yield Cluster(address, started[0], tuple(started[1:]))
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def _start(module: str, *options: str) -> subprocess.Popen[bytes]:
    path = os.pathsep.join([str(Path.cwd()), *filter(None, sys.path)])
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{module}", "--no-dashboard", *options],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _address(file: Path, scheduler: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and scheduler.poll() is None:
        try:
            return str(json.loads(file.read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError):
            time.sleep(0.02)
    raise AssertionError("the scheduler did not start")
