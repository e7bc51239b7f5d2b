"""The collector of cycles is told to look seldom by the program, and by nobody else."""

from __future__ import annotations

import gc
import subprocess
import sys

from factcheck.engines._collector import RECORDS

TOLD = "import gc; {}; print(gc.get_threshold()[0])"


def _threshold(done: str) -> int:
    ran = subprocess.run([sys.executable, "-c", TOLD.format(done)], capture_output=True, text=True, check=True)
    return int(ran.stdout.splitlines()[-1])


def test_the_program_asks_for_it_and_the_package_does_not():
    usual = _threshold("pass")
    assert _threshold("import sys; sys.argv[1:] = ['--version']; from factcheck.cli import main; main()") == RECORDS
    assert _threshold("import factcheck.cli, factcheck.engines.processes") == usual


def test_workers_ask_for_it():
    from factcheck.engines import processes

    assert list(processes.map(_own, ["a"], jobs=1)) == [RECORDS]


def _own(_: str) -> int:
    return gc.get_threshold()[0]
