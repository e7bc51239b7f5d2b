"""A generated corpus as files: article tables of at most ``SHARD`` rows, and the truth about them.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     files = write(Corpus(seed=1, documents=50), Path(folder))
...     [path.name for path in files.tables], files.truth.name
(['articles-000.jsonl'], 'truth.jsonl')
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from tests.bench.corpus.generate import generate
from tests.bench.corpus.story import Corpus
from tests.bench.corpus.truth import Truth

SHARD = 20_000


@dataclass(frozen=True, slots=True)
class CorpusFiles:
    """Where a corpus was written. ``size`` is the number of bytes of the articles' text."""

    tables: tuple[Path, ...]
    truth: Path
    documents: int
    size: int


def write(corpus: Corpus, folder: Path) -> CorpusFiles:
    """Write the corpus into the folder, row by row: as much memory for a million documents as for a thousand."""
    folder.mkdir(parents=True, exist_ok=True)
    articles = generate(corpus)
    tables: list[Path] = []
    size = 0
    truth = folder / "truth.jsonl"
    with truth.open("w", encoding="utf-8") as known:
        for first in articles:
            tables.append(folder / _table(len(tables)))
            with tables[-1].open("w", encoding="utf-8") as table:
                for article in chain((first,), islice(articles, SHARD - 1)):
                    table.write(json.dumps(article.row(), ensure_ascii=False) + "\n")
                    known.writelines(each.row() + "\n" for each in article.truth)
                    size += len(article.text.encode())
    return CorpusFiles(tuple(tables), truth, corpus.documents, size)


def written(corpus: Corpus, folder: Path) -> CorpusFiles:
    """The corpus in the folder, generated unless it is there already."""
    done = folder / "complete.json"
    if not done.exists():
        files = write(corpus, folder)
        done.write_text(json.dumps({"tables": len(files.tables), "size": files.size}), encoding="utf-8")
    kept = json.loads(done.read_text(encoding="utf-8"))
    tables = tuple(folder / _table(number) for number in range(kept["tables"]))
    return CorpusFiles(tables, folder / "truth.jsonl", corpus.documents, kept["size"])


def _table(number: int) -> str:
    return f"articles-{number:03}.jsonl"


def read_truth(path: Path) -> Iterator[Truth]:
    with path.open(encoding="utf-8") as lines:
        yield from map(Truth.of, lines)
