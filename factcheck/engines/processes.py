"""The engine that spreads the work over processes of this machine, in chunks, and keeps the order.

Workers are started afresh (spawned), so they share no state with this process; functions and items are pickled to
them and results back, which is safe because both ends are this program.

>>> list(map(len, [], jobs=2))
[]
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from factcheck.engines._calls import batched, call_all, keep_key, names_of
from factcheck.engines._collector import look_seldom
from factcheck.errors import StageError

Item = TypeVar("Item")
Group = TypeVar("Group")
Result = TypeVar("Result")

# Large enough that sending a chunk costs little beside the work, small enough that all workers end together.
CHUNK = 16
# Chunks that wait for each worker: none is ever idle, and memory stays bounded whatever the number of items.
AHEAD = 3


def map(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    stage: str = "working on",
    jobs: int = 2,
    chunk: int = CHUNK,
) -> Iterator[Result]:
    """``function(item)`` for every item, in order, computed by ``jobs`` processes.

    Raises StageError naming the item whose call failed, or, when a worker died (killed, out of memory), the chunk it
    may have died on.
    """
    with _pool(jobs) as pool:
        yield from _mapped(pool, function, items, stage, chunk, jobs * AHEAD)


@contextmanager
def parts(*, stage: str = "comparing", jobs: int = 2) -> Iterator[Callable[..., Iterator[Result]]]:
    """A function as ``map`` is, for few large items: the workers stay until the block ends, one item is sent at a time
    and one waits for each worker."""
    with _pool(jobs) as pool:
        yield lambda function, items: _mapped(pool, function, items, stage, 1, jobs * 2)


def group_map(
    function: Callable[[Group], Result],
    groups: Iterable[tuple[str, Group]],
    *,
    stage: str = "comparing",
    jobs: int = 2,
    chunk: int = CHUNK,
) -> Iterator[tuple[str, Result]]:
    """``(key, function(group))`` for every group, in order, computed by ``jobs`` processes."""
    return map(partial(keep_key, function), groups, stage=stage, jobs=jobs, chunk=chunk)


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin) as pool:
        try:
            yield pool
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _mapped(
    pool: ProcessPoolExecutor,
    function: Callable[[Item], Result],
    items: Iterable[Item],
    stage: str,
    chunk: int,
    ahead: int,
) -> Iterator[Result]:
    """The results in order; ``ahead`` batches of items are with the workers or wait for one."""
    batches, work = batched(items, chunk), partial(call_all, function, stage)
    waiting: deque[tuple[Future[list[Result]], str]] = deque()
    for batch in islice(batches, ahead):
        waiting.append((pool.submit(work, batch), names_of(batch)))
    while waiting:
        future, name = waiting.popleft()
        yield from _result(future, name, stage)
        for following in islice(batches, 1):
            waiting.append((pool.submit(work, following), names_of(following)))


def _begin() -> None:
    """Ctrl-C is for the process that started the workers, which stops them; they need not complain as well."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    look_seldom()


def _result(future: Future[list[Result]], name: str, stage: str) -> list[Result]:
    try:
        return future.result()
    except BrokenProcessPool as fault:
        raise StageError(stage, name, "a worker process died (killed, or out of memory)") from fault
