"""How long a shape takes to read and to check, in units of ordinary prose of the same size.

CPU seconds are those of this process and of the ones it starts, for some formats are read in a process of their own.

>>> [cost.shape for cost in read(".txt", 2000, ["commas"])]
['commas']
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck import cached_reading, pipeline
from factcheck.model import Document
from factcheck.readers import SourceFile, read_file
from factcheck.reading.segment import blocks
from factcheck.settings import Settings
from tests.hostile.files import FORMATS, weight
from tests.hostile.shapes import SHAPES, prose

BUDGET = 5.0
"""No shape may take more than so many times what prose of its size takes."""

Call = Callable[[], object]

# Below this, prose is read in no time at all and a multiple of it means nothing.
_LEAST_SECONDS = 0.02
_SMALL, _AGAIN = 100_000, 3
# Prose is read in proportion to its size: so much of it tells what more takes.
_TELLING = 1_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of one shape; ``ratio`` is how many times what as many bytes of prose take.

    Of a reader by itself ``ratio`` is against the whole reading of that prose, for that is what somebody waits for;
    ``of_reader`` is against what the same reader takes for it. It is 0.0 where nothing but the whole was measured.
    """

    shape: str
    seconds: float
    ratio: float
    of_reader: float = 0.0


def read(suffix: str, size: int, shapes: Sequence[str]) -> Iterator[Cost]:
    """The cost of reading each shape as a file of that suffix: from the bytes to the claims."""
    yield from _costs(partial(_reading, suffix), suffix, size, shapes)


def parsed(suffix: str, size: int, shapes: Sequence[str]) -> Iterator[Cost]:
    """The cost of the reader by itself: from the bytes to documents and their blocks, without dates or figures."""
    alone = _seconds_a_byte(partial(_parsing, suffix), suffix, size)
    whole = _seconds_a_byte(partial(_reading, suffix), suffix, min(size, _TELLING))
    for shape in shapes:
        content = FORMATS[suffix](SHAPES[shape](size))
        prose_takes = whole * weight(suffix, content)
        seconds = _at_best(_parsing(suffix, content), size, prose_takes)
        yield Cost(shape, seconds, seconds / prose_takes, seconds / alone / weight(suffix, content))


def checked(suffix: str, size: int, shapes: Sequence[str]) -> Iterator[Cost]:
    """The cost of the whole check of two documents of that shape."""
    with TemporaryDirectory() as folder:
        yield from _costs(partial(_checking, Path(folder), suffix), suffix, size, shapes)


def _costs(call_for: Callable[[bytes], Call], suffix: str, size: int, shapes: Sequence[str]) -> Iterator[Cost]:
    unit = _seconds_a_byte(call_for, suffix, size)
    for shape in shapes:
        content = FORMATS[suffix](SHAPES[shape](size))
        prose_takes = unit * weight(suffix, content)
        seconds = _at_best(call_for(content), size, prose_takes)
        yield Cost(shape, seconds, seconds / prose_takes)


def _at_best(call: Call, size: int, prose_takes: float) -> float:
    """CPU seconds of a call; of a small text that is over the budget the best of a few, for something else may have
    been in the way."""
    seconds = _once(call)
    if size >= _SMALL or seconds <= BUDGET * prose_takes:
        return seconds
    return min(_once(call) for _ in range(_AGAIN))


def _seconds_a_byte(call_for: Callable[[bytes], Call], suffix: str, size: int) -> float:
    """What ordinary prose of that size takes."""
    call_for(FORMATS[suffix](prose(2_000)))()  # what is loaded and compiled once is no text's fault
    plain = FORMATS[suffix](prose(size))
    return max(_once(call_for(plain)), _LEAST_SECONDS) / weight(suffix, plain)


def _once(call: Call) -> float:
    start = _used()
    call()
    return _used() - start


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _reading(suffix: str, content: bytes) -> Call:
    def call() -> None:
        file = SourceFile.of_bytes(f"a{suffix}", content)
        documents = [item for item in read_file(file) if isinstance(item, Document)]
        entries = [cached_reading.read_unit(document) for document in documents]
        assert all(entry.readings for entry in entries)
        assert entries

    return call


def _parsing(suffix: str, content: bytes) -> Call:
    def call() -> None:
        found = list(read_file(SourceFile.of_bytes(f"a{suffix}", content)))
        assert found
        for item in found:
            assert not isinstance(item, Document) or blocks(item) is not None

    return call


def _checking(folder: Path, suffix: str, content: bytes) -> Call:
    for name in ("one", "two"):
        (folder / f"{name}{suffix}").write_bytes(content)
    return lambda: pipeline.check([str(folder)], Settings(cache_dir=None, jobs=1))
