"""Every engine gives the same results in the same order, and says where a fault happened."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from factcheck import engines
from factcheck.engines import processes, serial
from factcheck.errors import StageError, UserError


def _square(number: int) -> int:
    return number * number


def _fail_on_seven(number: int) -> int:
    return 1 // (number - 7)


def _die_on_seven(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _refuse(number: int) -> int:
    raise UserError(f"no {number} here")


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_map_gives_the_same_results_in_the_same_order(jobs: int) -> None:
    expected = list(serial.map(_square, range(50)))
    assert list(processes.map(_square, range(50), jobs=jobs, chunk=4)) == expected == [n * n for n in range(50)]


def test_group_map_keeps_keys_and_their_order() -> None:
    groups = [(f"key {n:02}", list(range(n))) for n in range(30)]
    expected = list(serial.group_map(sum, groups))
    assert list(processes.group_map(sum, groups, jobs=2)) == expected
    assert expected[4] == ("key 04", 6)


def test_items_are_taken_as_workers_need_them() -> None:
    taken = 0

    def count() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    results = processes.map(_square, count(), jobs=1, chunk=10)
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    assert taken <= 10 * (processes.AHEAD + 1)


@pytest.mark.parametrize("engine", ["serial", "processes"])
def test_a_fault_names_stage_and_item(engine: str) -> None:
    with pytest.raises(StageError, match="while reading 7: ZeroDivisionError"):
        list(engines.choose(engine, 2).map(_fail_on_seven, range(20), stage="reading"))
    with pytest.raises(StageError, match="while comparing seven: ZeroDivisionError"):
        list(engines.choose(engine, 2).group_map(_fail_on_seven, [("six", 6), ("seven", 7)]))


@pytest.mark.parametrize("engine", ["serial", "processes"])
def test_a_mistake_of_the_user_stays_one(engine: str) -> None:
    with pytest.raises(UserError, match="no 3 here"):
        list(engines.choose(engine, 2).map(_refuse, [3]))


def test_a_killed_worker_is_an_error_with_the_place() -> None:
    with pytest.raises(StageError, match=r"while reading 6 … 8: a worker process died"):
        list(processes.map(_die_on_seven, range(9), jobs=1, chunk=3, stage="reading"))


def test_choosing() -> None:
    assert engines.choose("local", 1).name == "serial"
    assert engines.choose("local", 3).name == "processes"
    assert engines.choose("local", 3, items=2).name == "serial"
    assert engines.choose("local", 0).jobs == engines.available_cores() >= 1
    with pytest.raises(UserError, match=r"unknown engine 'serail'.*'serial'"):
        engines.choose("serail")
    with pytest.raises(UserError, match="negative"):
        engines.choose("local", -1)


def test_every_module_of_the_folder_is_an_engine() -> None:
    assert {"serial", "processes"} <= set(engines.names())
