"""``python -m tests.bench.corpus --documents 1000 --seed 1 FOLDER`` writes a generated corpus."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.bench.corpus.story import Corpus
from tests.bench.corpus.write import write


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.corpus", description="Write a generated corpus.")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    files = write(Corpus(given.seed, given.documents), given.folder)
    print(f"{files.documents} documents, {files.size / 1e6:.1f} MB in {len(files.tables)} tables; {files.truth}")


main()
