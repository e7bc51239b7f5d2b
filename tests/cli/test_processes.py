"""The command line as a process of its own: a quick start, a closed pipe, bytes that no locale changes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

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
def test_no_locale_time_zone_or_hash_seed_changes_a_byte(pages: Path) -> None:
    (pages / "docs/coast.md").write_text("# Älva\n\nThe ferry Älva sank on 3 May 2023, killing 41 people.\n", "utf-8")

    def output(**environment: str) -> bytes:
        command = [*_FACTCHECK, "check", "docs", "--no-cache", "--fail-on", "never"]
        return subprocess.run(command, check=True, capture_output=True, env=_ENVIRONMENT | environment).stdout

    plain = output(LC_ALL="C", TZ="UTC", PYTHONHASHSEED="1")
    assert plain == output(LC_ALL="C.UTF-8", TZ="Pacific/Auckland", PYTHONHASHSEED="2", COLUMNS="40")


@pytest.mark.usefixtures("pages")
def test_progress_and_colour_are_for_terminals() -> None:
    done = subprocess.run([*_FACTCHECK, "check", "docs"], capture_output=True, env=_ENVIRONMENT, check=False)
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


@pytest.mark.usefixtures("pages")
def test_two_runs_at_once_share_the_cache() -> None:
    command = [*_FACTCHECK, "check", "docs", "--fail-on", "never"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_ENVIRONMENT) for _ in "ab"]
    (one, one_said), (two, two_said) = [process.communicate(timeout=120) for process in both]
    assert one == two != b""
    assert one_said == two_said == b""


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
