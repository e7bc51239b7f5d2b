"""The command line as a process of its own: a quick start, a closed pipe, completion."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest

from tests.architecture.modules import ROOT

_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
_FACTCHECK = [sys.executable, "-m", "factcheck"]


def _cpu_seconds(*arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*_FACTCHECK, *arguments], check=True, capture_output=True, env=_ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_the_help_starts_quickly() -> None:
    """The best of several: the machine may be busy, and the first run may have to compile."""
    assert min(_cpu_seconds("--help") for _ in range(4)) < 0.15


@pytest.mark.usefixtures("pages")
def test_a_closed_pipe_is_survived() -> None:
    writer = subprocess.Popen(
        [*_FACTCHECK, "extract", "docs", "-f", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_ENVIRONMENT,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    errors = writer.stderr.read()
    writer.stderr.close()
    assert (writer.wait(60), errors) == (0, b"")


@pytest.mark.usefixtures("pages")
def test_progress_and_colour_are_for_terminals() -> None:
    done = subprocess.run([*_FACTCHECK, "check", "docs"], capture_output=True, env=_ENVIRONMENT, check=False)
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("factcheck exp", "explain"),
        ("factcheck check --format sar", "sarif"),
        ("factcheck check --select FC30", "FC303"),
    ],
)
def test_a_shell_completes(words: str, expected: str) -> None:
    asked = {"_FACTCHECK_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    done = subprocess.run(_FACTCHECK, capture_output=True, text=True, env=_ENVIRONMENT | asked, check=True)
    assert f"plain,{expected}" in done.stdout.splitlines()
