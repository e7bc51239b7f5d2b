"""The engine for more than one machine: Dask distributed, on a cluster of its own or one that is there.

Batches of items go to the workers, a bounded number of them at a time, and results come back in order. A worker that
dies loses nothing: the scheduler gives its batches to another. Functions and items are pickled, so every worker needs
the same version of this program, which is asked before anything is sent. Needs the extra ``dask``.

>>> list(map(len, []))
[]
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from itertools import chain, islice
from logging import CRITICAL, getLogger
from types import ModuleType
from typing import Any, TypeVar
from warnings import catch_warnings, filterwarnings

from factcheck.engines._calls import batched, call_all, keep_key, names_of
from factcheck.engines._program import fingerprint
from factcheck.errors import StageError, UserError

Item = TypeVar("Item")
Group = TypeVar("Group")
Result = TypeVar("Result")

# As large a batch as costs a worker a tenth of a second or more: the scheduler spends about a millisecond on each.
CHUNK = 16
# Batches that wait for each thread of a worker, so that none is idle and memory stays bounded.
AHEAD = 3
# Seconds to wait for an answer of the scheduler, for a first worker, and before asking whether any worker is left.
_CONNECT, _WORKERS, _PATIENCE = 10, 30, 30


def map(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    stage: str = "working on",
    jobs: int = 2,
    scheduler: str = "",
    chunk: int = CHUNK,
) -> Iterator[Result]:
    """``function(item)`` for every item, in order, by ``jobs`` local workers or those of the ``scheduler``.

    Raises UserError when Dask is not installed or no scheduler answers at the address; StageError naming the item
    whose call failed, or when the scheduler or all workers went away.
    """
    batches = batched(items, chunk)
    first = list(islice(batches, 1))
    if first:
        with _connected(jobs, scheduler) as client:
            work = partial(call_all, function, stage)
            for results in _in_order(client, work, chain(first, batches), stage, AHEAD):
                yield from results


@contextmanager
def parts(*, stage: str = "comparing", jobs: int = 2, scheduler: str = "") -> Iterator[Callable[..., Iterator[Result]]]:
    """A function as ``map`` is, for few large items: one cluster until the block ends, one item is sent at a time."""

    def spread(function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        work = partial(call_all, function, stage)
        return chain.from_iterable(_in_order(client, work, batched(items, 1), stage, 2))

    with _connected(jobs, scheduler) as client, catch_warnings():
        # That an item is large is known.
        filterwarnings("ignore", "Sending large graph", UserWarning)
        yield spread


def group_map(
    function: Callable[[Group], Result],
    groups: Iterable[tuple[str, Group]],
    *,
    stage: str = "comparing",
    jobs: int = 2,
    scheduler: str = "",
    chunk: int = CHUNK,
) -> Iterator[tuple[str, Result]]:
    """``(key, function(group))`` for every group, in order; errors as of ``map``."""
    return map(partial(keep_key, function), groups, stage=stage, jobs=jobs, scheduler=scheduler, chunk=chunk)


def _in_order(
    client: Any, work: Callable[[list[Item]], list[Result]], batches: Iterator[list[Item]], stage: str, ahead: int
) -> Iterator[list[Result]]:
    """The results of the batches, each submitted when an earlier one has been taken: so many ``ahead`` a thread."""
    waiting: deque[tuple[Any, list[Item]]] = deque()
    room = 0
    for batch in batches:
        with _reaching(client, stage, batch):
            room = room or ahead * max(1, sum(client.nthreads().values()))
            waiting.append((client.submit(work, batch, pure=False), batch))
        if len(waiting) >= room:
            yield _result(client, *waiting.popleft(), stage)
    while waiting:
        yield _result(client, *waiting.popleft(), stage)


def _result(client: Any, future: Any, batch: list[Item], stage: str) -> list[Result]:
    killed = _distributed().KilledWorker
    while True:
        try:
            with _reaching(client, stage, batch):
                results: list[Result] = future.result(timeout=_PATIENCE)
                return results
        except TimeoutError:
            with _reaching(client, stage, batch):
                if not client.nthreads():
                    raise StageError(stage, names_of(batch), "no worker of the cluster is left") from None
        except killed as fault:
            cause = "the workers that had it died one after the other (killed, or out of memory)"
            raise StageError(stage, names_of(batch), cause) from fault


@contextmanager
def _reaching(client: Any, stage: str, batch: list[Item]) -> Iterator[None]:
    """Raises StageError when the scheduler is not there: a fault of the work itself, be it one of a file, comes as a
    StageError already, so that an OSError but the one of patience is the connection."""
    try:
        yield
    except (TimeoutError, StageError, UserError):
        raise
    except Exception as fault:
        # Dask has no type of its own for a message to a scheduler that is known to be gone.
        if isinstance(fault, CancelledError | OSError) or client.status in ("closing", "closed"):
            raise StageError(stage, names_of(batch), "the scheduler of the cluster went away") from fault
        raise


@contextmanager
def _connected(jobs: int, scheduler: str) -> Iterator[Any]:
    """A client of the cluster at that address, or of one started for this run and stopped after it."""
    distributed = _distributed()
    if scheduler:
        with _told_once(), _client(scheduler) as client:
            yield client
        return
    cluster = distributed.LocalCluster(
        n_workers=jobs,
        threads_per_worker=1,
        host="127.0.0.1",
        # Port 0 is any free one: no page is served, but the scheduler listens for health checks.
        dashboard_address="127.0.0.1:0",
        scheduler_kwargs={"dashboard": False},
        silence_logs="CRITICAL",
    )
    with cluster, distributed.Client(cluster, set_as_default=False) as client:
        yield client


@contextmanager
def _told_once() -> Iterator[None]:
    """Of a connection that is lost this program tells in one line: what the client logs of it is not shown as well."""
    log = getLogger("distributed.client")
    before = log.level
    log.setLevel(CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def _client(scheduler: str) -> Any:
    """A client of the scheduler at that address, whose workers run this version."""
    try:
        client = _distributed().Client(scheduler, timeout=_CONNECT, set_as_default=False)
        try:
            _check_workers(client, scheduler)
        except BaseException:
            client.close()
            raise
    except (OSError, ValueError) as fault:
        raise UserError(f"no scheduler answers at {scheduler!r}: {fault}") from fault
    return client


def _distributed() -> ModuleType:
    try:
        return import_module("distributed")
    except ImportError as fault:
        raise UserError("the engine 'dask' is not installed", hint="pip install factcheck-sources[dask]") from fault


def _check_workers(client: Any, scheduler: str) -> None:
    """At least one worker is there within half a minute, and all run this version: another may read differently."""
    try:
        client.wait_for_workers(1, timeout=_WORKERS)
    except TimeoutError as fault:
        raise UserError(f"the scheduler at {scheduler!r} has no workers") from fault
    here = fingerprint()
    for worker, there in sorted(client.run(fingerprint, on_error="return").items()):
        if there != here:
            raise UserError(f"the worker at {worker} does not run this version of factcheck ({there}, not {here})")
