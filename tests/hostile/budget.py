"""How long a shape takes to read and to check, in units of ordinary prose of the same size.

>>> [cost.shape for cost in read(".txt", 2000, ["commas"])]
['commas']
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck import cached_reading, pipeline
from factcheck.model import Document
from factcheck.readers import SourceFile, read_file
from factcheck.settings import Settings
from tests.hostile.files import FORMATS, weight
from tests.hostile.shapes import SHAPES, prose
from tests.timing import cpu_seconds

BUDGET = 5.0
"""No shape may take more than so many times what prose of its size takes."""

Call = Callable[[], object]

# Below this, prose is read in no time at all and a multiple of it means nothing.
_LEAST_SECONDS = 0.02
_SMALL = 100_000


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of one shape; ``ratio`` is how many times what as many bytes of prose take."""

    shape: str
    seconds: float
    ratio: float


def read(suffix: str, size: int, shapes: Sequence[str]) -> Iterator[Cost]:
    """The cost of reading each shape as a file of that suffix: from the bytes to the claims."""
    yield from _costs(partial(_reading, suffix), suffix, size, shapes)


def checked(suffix: str, size: int, shapes: Sequence[str]) -> Iterator[Cost]:
    """The cost of the whole check of two documents of that shape."""
    with TemporaryDirectory() as folder:
        yield from _costs(partial(_checking, Path(folder), suffix), suffix, size, shapes)


def _costs(call_for: Callable[[bytes], Call], suffix: str, size: int, shapes: Sequence[str]) -> Iterator[Cost]:
    call_for(FORMATS[suffix](prose(2_000)))()  # what is loaded and compiled once is no text's fault
    plain = FORMATS[suffix](prose(size))
    unit = max(_once(call_for(plain)), _LEAST_SECONDS) / weight(suffix, plain)
    for shape in shapes:
        content = FORMATS[suffix](SHAPES[shape](size))
        call = call_for(content)
        seconds = _once(call)
        if size < _SMALL and seconds / unit / weight(suffix, content) > BUDGET:
            seconds = cpu_seconds(call)  # the best of a few: something else may have been in the way
        yield Cost(shape, seconds, seconds / unit / weight(suffix, content))


def _once(call: Call) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def _reading(suffix: str, content: bytes) -> Call:
    def call() -> None:
        file = SourceFile.of_bytes(f"a{suffix}", content)
        documents = [item for item in read_file(file) if isinstance(item, Document)]
        entries = [cached_reading.read_unit(document) for document in documents]
        assert all(entry.readings for entry in entries)
        assert entries

    return call


def _checking(folder: Path, suffix: str, content: bytes) -> Call:
    for name in ("one", "two"):
        (folder / f"{name}{suffix}").write_bytes(content)
    return lambda: pipeline.check([str(folder)], Settings(cache_dir=None, jobs=1))
