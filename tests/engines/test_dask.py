"""The Dask engine on a real cluster: the answer of the serial engine, also when a worker is killed; clear errors."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import cached_reading, engines, pipeline
from factcheck.cached_reading import read_unit
from factcheck.engines import dask, serial
from factcheck.errors import StageError, UserError
from factcheck.model.problem import INTERNAL_ERROR
from factcheck.settings import Settings
from factcheck.writers import writer_for
from tests.bench.corpus import Corpus
from tests.bench.corpus.write import write
from tests.engines.clusters import Cluster, cluster

pytestmark = pytest.mark.needs_dask


def _square(number: int) -> int:
    return number * number


def _slowly(number: int) -> tuple[int, int]:
    time.sleep(0.01)
    return number, os.getpid()


def _fail_on_seven(number: int) -> int:
    return 1 // (number - 7)


def _refuse(number: int) -> int:
    raise UserError(f"no {number} here")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("dask")) as started:
        yield started


def test_a_cluster_gives_the_answer_of_the_serial_engine(running: Cluster) -> None:
    answers = list(dask.map(_square, range(500), scheduler=running.address, chunk=3))
    assert answers == list(serial.map(_square, range(500)))


def test_groups_keep_keys_and_their_order(running: Cluster) -> None:
    groups = [(f"key {n:02}", list(range(n))) for n in range(30)]
    answers = list(dask.group_map(sum, groups, scheduler=running.address, chunk=4))
    assert answers == list(serial.group_map(sum, groups))


def test_items_are_taken_as_workers_need_them(running: Cluster) -> None:
    taken = 0

    def count() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    results = dask.map(_square, count(), scheduler=running.address, chunk=10)
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    assert taken <= 10 * (dask.AHEAD * len(running.workers) + 1)


def test_a_fault_names_stage_and_item(running: Cluster) -> None:
    engine = engines.choose("dask", 2, running.address)
    with pytest.raises(StageError, match="while reading 7: ZeroDivisionError"):
        list(engine.map(_fail_on_seven, range(20), stage="reading"))
    with pytest.raises(StageError, match="while comparing seven: ZeroDivisionError"):
        list(engine.group_map(_fail_on_seven, [("six", 6), ("seven", 7)]))


def test_a_mistake_of_the_user_stays_one(running: Cluster) -> None:
    with pytest.raises(UserError, match="no 3 here"):
        list(dask.map(_refuse, [3], scheduler=running.address))


def test_a_cluster_of_its_own_is_started_and_stopped() -> None:
    results = list(dask.map(_slowly, range(8), jobs=2, chunk=1))
    assert [number for number, _ in results] == list(range(8))
    pids = {pid for _, pid in results}
    assert os.getpid() not in pids
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)


def test_a_check_on_the_cluster_gives_the_bytes_of_a_serial_one(running: Cluster, tmp_path: Path) -> None:
    tables = [str(table) for table in write(Corpus(seed=5, documents=40), tmp_path).tables]
    serially = Settings(jobs=1, cache_dir=None)
    spread = replace(serially, engine="dask", scheduler=running.address)
    write_json = writer_for("json").write
    assert write_json(pipeline.check(tables, spread)) == write_json(pipeline.check(tables, serially))


def test_a_worker_killed_while_it_works_loses_nothing(tmp_path: Path) -> None:
    with cluster(tmp_path) as started:
        results = dask.map(_slowly, range(200), scheduler=started.address, chunk=2)
        answers, killed = [next(results)], None
        for answer in results:
            answers.append(answer)
            if killed is None and len({pid for _, pid in answers}) == 2:
                killed = started.worker_with(answer[1])
                killed.kill()
        assert killed is not None
        assert [number for number, _ in answers] == list(range(200))
        assert answers[-1][1] not in (killed.pid, os.getpid())


def test_a_run_after_the_scheduler_went_away_reads_only_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = [str(table) for table in write(Corpus(seed=5, documents=300), tmp_path).tables]
    kept = Settings(jobs=1, cache_dir=str(tmp_path / "cache"))
    with cluster(tmp_path) as started:

        def watch(stage: str, done: int, total: int) -> None:
            if stage == "reading" and done == 60:
                started.scheduler.kill()

        broken = pipeline.check(tables, replace(kept, engine="dask", scheduler=started.address), watch)
    faults = [problem for problem in broken.problems if problem.code == INTERNAL_ERROR]
    assert any("the scheduler of the cluster went away" in fault.detail for fault in faults)
    read: list[object] = []
    monkeypatch.setattr(cached_reading, "read_unit", lambda unit: read.append(unit) or read_unit(unit))
    again = pipeline.check(tables, kept)
    assert 0 < len(read) <= 300 - 60
    assert again == pipeline.check(tables, replace(kept, cache_dir=None))


def test_a_scheduler_that_goes_away_is_a_clear_error(tmp_path: Path) -> None:
    with cluster(tmp_path, workers=1) as started:
        results = dask.map(_slowly, range(400), scheduler=started.address, chunk=2, stage="reading")
        assert next(results)[0] == 0
        started.scheduler.kill()
        with pytest.raises(StageError, match=r"while reading \d+ … \d+: the scheduler of the cluster went away"):
            list(results)


def test_a_cluster_without_workers_is_a_mistake_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask, "_WORKERS", 0.2)
    with cluster(tmp_path, workers=0) as started, pytest.raises(UserError, match="has no workers"):
        list(dask.map(_square, [1], scheduler=started.address))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://x"])
def test_an_address_where_nobody_answers(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask, "_CONNECT", 0.5)
    with pytest.raises(UserError, match="no scheduler answers at"):
        list(dask.map(_square, [1], scheduler=address))


def test_without_dask_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(UserError, match=r"not installed.*factcheck-sources\[dask\]"):
        list(dask.map(_square, [1]))
