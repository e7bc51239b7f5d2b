"""Where the work runs: one module per engine, each with ``map`` over items and ``group_map`` over keyed groups.

Every engine gives the same results in the same order; only time and memory differ.

>>> list(choose("local", jobs=1).map(str.upper, ["a", "b"]))
['A', 'B']
"""

from __future__ import annotations

import os
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import TypeVar

from factcheck.engines._collector import look_seldom as look_seldom
from factcheck.engines._collector import looking_seldom as looking_seldom
from factcheck.errors import UserError, did_you_mean

Item = TypeVar("Item")
Group = TypeVar("Group")
Result = TypeVar("Result")

LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine module with the number of jobs (and, for a cluster, the scheduler's address) it is to use.

    Functions and items must be picklable: a function of a module, or ``functools.partial`` of one.
    """

    module: ModuleType
    jobs: int
    scheduler: str = ""

    @property
    def name(self) -> str:
        return self.module.__name__.rpartition(".")[2]

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, stage: str = "working on"
    ) -> Iterator[Result]:
        """``function(item)`` for every item, in the order of the items.

        Raises StageError naming the item (its ``doc_id``, ``path`` or itself) whose call failed.
        """
        results: Iterator[Result] = self.module.map(function, items, stage=stage, **self._options())
        return results

    def group_map(
        self, function: Callable[[Group], Result], groups: Iterable[tuple[str, Group]], *, stage: str = "comparing"
    ) -> Iterator[tuple[str, Result]]:
        """``(key, function(group))`` for every keyed group, in order. Raises StageError as ``map`` does."""
        results: Iterator[tuple[str, Result]] = self.module.group_map(function, groups, stage=stage, **self._options())
        return results

    @contextmanager
    def parts(self, *, stage: str = "comparing") -> Iterator[Callable[..., Iterator[Result]]]:
        """A function as ``map`` is, for few large items and several stages: one item is sent at a time, and the same
        workers stay until the block ends."""
        with self.module.parts(stage=stage, **self._options()) as spread:
            yield spread

    def _options(self) -> dict[str, object]:
        return {"jobs": self.jobs, "scheduler": self.scheduler} if self.scheduler else {"jobs": self.jobs}


def choose(engine: str = LOCAL, jobs: int = 0, scheduler: str = "", *, items: int | None = None) -> Engine:
    """The engine of that name with that many jobs; 0 jobs means one for each core this process may use.

    ``local`` is the serial engine for one job, or when there are too few ``items`` to pay for starting processes,
    and the process pool otherwise. Raises UserError for an unknown engine.
    """
    if jobs < 0:
        raise UserError(f"the number of jobs cannot be negative: {jobs}")
    wanted = min(jobs or available_cores(), _most_jobs())
    if engine == LOCAL:
        few = items is not None and items < _WORTH_A_POOL
        engine = "serial" if wanted == 1 or few else "processes"
    elif engine not in (known := names()):
        raise UserError(f"unknown engine {engine!r}", hint=did_you_mean(engine, [LOCAL, *known]))
    return Engine(import_module(f"factcheck.engines.{engine}"), wanted, scheduler)


def names() -> tuple[str, ...]:
    """The engines there are: every public module of this folder."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


def available_cores() -> int:
    """Cores this process may run on (not those of the machine, which a container may not have)."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _most_jobs() -> int:
    """More processes only cost memory, and a configuration may ask for any number; Windows can wait for 61."""
    return 61 if sys.platform == "win32" else max(64, available_cores())


# Two workers need about half a second to start; reading one page takes a few milliseconds.
_WORTH_A_POOL = 64
