"""``python -m tests.hostile [--size N] [--readers] [--check] [--shape NAME]``: how long each shape takes.

Times are CPU seconds as multiples of ordinary prose of the same size in the same format.
"""

from __future__ import annotations

import argparse
import sys

from tests.hostile.budget import checked, read
from tests.hostile.files import FORMATS
from tests.hostile.shapes import SHAPES


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--size", type=int, default=5_000_000)
    parser.add_argument("--shape", action="append", choices=sorted(SHAPES))
    parser.add_argument("--suffix", action="append", choices=sorted(FORMATS))
    parser.add_argument("--check", action="store_true", help="the whole check of two copies, instead of the readers")
    asked = parser.parse_args(arguments)
    worst = 0.0
    for suffix in asked.suffix or ((".md",) if asked.check else FORMATS):
        for cost in (checked if asked.check else read)(suffix, asked.size, asked.shape or list(SHAPES)):
            print(f"{suffix:9} {cost.shape:20} {cost.seconds:8.2f} s {cost.ratio:7.2f} × prose", flush=True)
            worst = max(worst, cost.ratio)
    print(f"worst: {worst:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
