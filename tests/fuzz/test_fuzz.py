"""A short run of every fuzz target, and every input that once failed. The long one is ``python -m tests.fuzz``."""

from __future__ import annotations

from random import Random

import pytest

from tests.fuzz.__main__ import spoilt
from tests.fuzz.inputs import FOLDER, regressions
from tests.fuzz.targets import TARGETS

_RUNS = 25
_IN_A_PROCESS_OF_THEIR_OWN = ("read .pdf", "read .parquet")


@pytest.mark.parametrize("target", TARGETS)
def test_a_short_run(target: str) -> None:
    random = Random(target)
    for _ in range(2 if target in _IN_A_PROCESS_OF_THEIR_OWN else _RUNS):
        content = spoilt(random, target)
        assert TARGETS[target](content) is None, content


@pytest.mark.parametrize("name", sorted(file.name for file in FOLDER.glob("*-*")))
def test_what_once_failed(name: str) -> None:
    target = next(target for target in TARGETS if FOLDER / name in regressions(target))
    assert TARGETS[target]((FOLDER / name).read_bytes()) is None
