"""``python -m tests.hostile [--size N] [--readers] [--check] [--shape NAME]``: how long each shape takes.

Times are CPU seconds as multiples of ordinary prose of the same size in the same format: of the whole reading, from the
bytes to the claims, or with ``--check`` of the whole check. With ``--readers`` each reader runs by itself, from the
bytes to documents and blocks: its time is a multiple of the *whole* reading of prose and, second, of that reader on it.
"""

from __future__ import annotations

import argparse
import sys

from tests.hostile.budget import Cost, checked, parsed, read
from tests.hostile.files import FORMATS
from tests.hostile.shapes import SHAPES


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--size", type=int, default=5_000_000)
    parser.add_argument("--shape", action="append", choices=sorted(SHAPES))
    parser.add_argument("--suffix", action="append", choices=sorted(FORMATS))
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--readers", action="store_true", help="each reader by itself, instead of the whole reading")
    instead.add_argument("--check", action="store_true", help="the whole check of two copies, instead of the reading")
    asked = parser.parse_args(arguments)
    measure = parsed if asked.readers else checked if asked.check else read
    worst = 0.0
    for suffix in asked.suffix or ((".md",) if asked.check else FORMATS):
        for cost in measure(suffix, asked.size, asked.shape or list(SHAPES)):
            print(_line(suffix, cost), flush=True)
            worst = max(worst, cost.ratio)
    print(f"worst: {worst:.2f}")
    return 0


def _line(suffix: str, cost: Cost) -> str:
    """One measured shape.

    >>> _line(".md", Cost("commas", 1.5, 0.25, 3.0))
    '.md       commas                   1.50 s    0.25 × prose    3.00 × prose in this reader'
    """
    alone = f" {cost.of_reader:7.2f} × prose in this reader" if cost.of_reader else ""
    return f"{suffix:9} {cost.shape:20} {cost.seconds:8.2f} s {cost.ratio:7.2f} × prose{alone}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
