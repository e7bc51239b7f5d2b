"""How fast one document is read: each stage of reading, and other readers of quantities and dates on the same text.

Other readers run on fewer documents where they are slow; speeds are kilobytes of text per second of CPU time.

>>> Speed("nothing", 2048, 1.0).rate
2.048
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from typing import Any

from tests.bench.corpus import Corpus, generate
from tests.bench.stages import READING, Clock

_WARM, _SLOW_DOCUMENTS = 5, 40


@dataclass(frozen=True, slots=True)
class Speed:
    """``size`` bytes of text read in ``seconds`` of CPU time; ``rate`` in kB per second."""

    name: str
    size: int
    seconds: float

    @property
    def rate(self) -> float:
        return self.size / 1000 / self.seconds if self.seconds else float("inf")


def reading_speeds(corpus: Corpus, documents: int) -> tuple[list[Speed], int]:
    """The speed of reading as a whole and of its stages, one process, warmed up; and the number of claims."""
    from factcheck.reading import read

    sample = _documents(corpus, documents + _WARM)
    for document in sample[:_WARM]:
        read(document)
    size = sum(len(document.text.encode()) for document in sample[_WARM:])
    clock = Clock()
    began = time.process_time()
    with clock.over(READING):
        claims = sum(len(read(document).claims) for document in sample[_WARM:])
    whole = Speed("reading", size, time.process_time() - began)
    return [whole, *(Speed(stage, size, clock.seconds[stage]) for stage in READING if stage in clock.seconds)], claims


def other_speeds(corpus: Corpus) -> list[Speed]:
    """Those of the other readers that are installed."""
    sample = _documents(corpus, _SLOW_DOCUMENTS)
    return [_speed(name, make(), sample) for name, package, make in _OTHERS if find_spec(package)]


def _speed(name: str, run: Callable[[Any], object], sample: Sequence[Any]) -> Speed:
    for document in sample[:_WARM]:
        run(document)
    began = time.process_time()
    for document in sample[_WARM:]:
        run(document)
    return Speed(name, sum(len(d.text.encode()) for d in sample[_WARM:]), time.process_time() - began)


def _documents(corpus: Corpus, count: int) -> list[Any]:
    from factcheck.model import Document, PositionMap

    def made() -> Iterator[Document]:
        for line, article in enumerate(generate(corpus), 1):
            place = PositionMap.of_record(line)
            date = article.row()["date"]
            yield Document(
                article.doc_id, "articles", article.text, place, article.source, article.title, published=date
            )  # fmt: skip

    return list(islice(made(), count))


def _quantulum3() -> Callable[[Any], object]:
    parser = import_module("quantulum3.parser")
    return lambda document: parser.parse(document.text)


def _cqe() -> Callable[[Any], object]:
    parser = import_module("CQE.CQE").CQE()
    return lambda document: parser.parse(document.text)


def _dateparser() -> Callable[[Any], object]:
    search = import_module("dateparser.search")
    return lambda document: search.search_dates(document.text, languages=["en"])


_OTHERS: Sequence[tuple[str, str, Callable[[], Callable[[Any], object]]]] = (
    ("quantulum3 (quantities)", "quantulum3", _quantulum3),
    ("CQE (quantities)", "CQE", _cqe),
    ("dateparser search_dates (dates)", "dateparser", _dateparser),
)
