"""``python -m tests.fuzz [TARGET ...] [--seconds N]``: run targets until they fail or the time is over.

With atheris installed inputs are chosen by the branches they reach; without it they are seeds that are cut, joined and
spoilt at random. An input that fails is kept in ``tests/fuzz/regressions``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, gettempdir

from tests.fuzz.inputs import PIECES, keep, seeds

# The input that is being run, for a library of C code may end the process that runs it.
_RUNNING = "running"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", nargs="*")
    parser.add_argument("--seconds", type=float, default=600, help="CPU seconds for each target")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.child:
        return _by_branches(asked.target[0], asked.seconds)
    from tests.fuzz.targets import TARGETS

    failed = 0
    for target in asked.target or TARGETS:
        failed += _run(target, asked.seconds)
    return min(failed, 1)


def _run(target: str, seconds: float) -> int:
    if find_spec("atheris"):
        command = [sys.executable, "-m", "tests.fuzz", "--child", target, "--seconds", str(seconds)]
        with TemporaryDirectory() as folder:  # the child ends without putting away what it makes
            environment = {**os.environ, "TMPDIR": folder}
            done = subprocess.run(
                command, stderr=subprocess.PIPE, text=True, errors="replace", check=False, env=environment
            )
            running = Path(folder, _RUNNING)
            if done.returncode and "kept in" not in done.stderr and running.exists():
                print(f"ended its process: kept in {keep(target, running.read_bytes())}")
        last = [line for line in done.stderr.splitlines() if line.startswith(("#", "Done", "stat::"))][-1:]
        print(f"{target:15} {'failed' if done.returncode else 'passed'}: {' '.join(last)}", flush=True)
        if done.returncode:
            print(done.stderr[-3_000:])
        return int(done.returncode != 0)
    count = _at_random(target, seconds)
    print(f"{target:15} passed: {count:,} runs", flush=True)
    return 0


def _used() -> float:
    """CPU seconds of this process and those it started."""
    return sum(os.times()[:4])


def _at_random(target: str, seconds: float) -> int:
    from tests.fuzz.targets import TARGETS

    random, count, start = Random(1), 0, _used()
    while _used() - start < seconds:
        content = spoilt(random, target)
        try:
            TARGETS[target](content)
        except Exception:
            print(f"kept in {keep(target, content)}")
            raise
        count += 1
    return count


def spoilt(random: Random, target: str) -> bytes:
    """A seed with pieces put in, cut out and doubled."""
    content = bytearray(random.choice(seeds(target)))
    for _ in range(random.randint(0, 8)):
        at, end = sorted(random.randint(0, len(content)) for _ in "ab")
        match random.randint(0, 4):
            case 0:
                del content[at : min(end, at + 40)]
            case 1:
                content[at:at] = random.choice(PIECES) * random.randint(1, 4)
            case 2:
                content[at:at] = content[at : min(end, at + 80)]
            case 3 if content:
                content[at - 1] = random.randrange(256)
            case _:
                content[at:end] = random.choice(PIECES)
    return bytes(content[:4_000])


def _by_branches(target: str, seconds: float) -> int:
    import atheris

    with atheris.instrument_imports(include=["factcheck"]):
        from tests.fuzz.targets import TARGETS

    run, count, start = TARGETS[target], 0, _used()
    running = Path(gettempdir(), _RUNNING)

    def one(content: bytes) -> None:
        # libFuzzer only knows the clock on the wall, which says nothing on a busy machine.
        nonlocal count
        if _used() - start > seconds:
            print(f"Done {count:,} inputs in {seconds:g} CPU seconds", file=sys.stderr, flush=True)
            os._exit(0)
        count += 1
        running.write_bytes(content)
        try:
            run(content)
        except Exception:
            print(f"kept in {keep(target, content)}", file=sys.stderr)
            raise

    with TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(target)):
            Path(folder, str(number)).write_bytes(seed)
        words = Path(folder + ".words")
        words.write_text("".join(f'"{"".join(f"{chr(92)}x{byte:02x}" for byte in piece)}"\n' for piece in PIECES))
        options = [f"-dict={words}", "-max_len=4000", "-timeout=20", "-seed=1"]
        atheris.Setup(["fuzz", *options, "-artifact_prefix=" + os.devnull, folder], one)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
