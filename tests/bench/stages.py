"""CPU time by stage: the stages' own functions, wrapped for the time of a measurement.

>>> clock = Clock()
>>> with clock.over(READING):
...     pass
>>> dict(clock.seconds)
{}
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import wraps
from importlib import import_module
from typing import Any
from unittest.mock import patch

# Stage → the function that is it, as module and name from which the way through takes it.
READING: Mapping[str, tuple[str, str]] = {
    "segment": ("factcheck.reading.segment", "segment"),
    "publication date": ("factcheck.reading.dates.publication", "publication_date"),
    "dates": ("factcheck.reading.dates", "read_times"),
    "quantities": ("factcheck.reading.quantities", "read_quantities"),
    "mentions": ("factcheck.reading.mentions", "merge"),
    "frame": ("factcheck.reading.frame", "frame"),
}
_COMPARE = "factcheck.comparing.compare"
_WEIGHING = "factcheck.comparing.weighing"
_CORPUS = "factcheck.comparing.corpus"
_PARTS = "factcheck.comparing.parts"
# A stage of a small corpus, and what it is called where a large one is compared in parts.
COMPARING: Mapping[str, tuple[str, str]] = {
    "table": (_CORPUS, "claims_table"),
    "words": (_CORPUS, "words_of"),
    "rows, profiles, words, arithmetic": (_CORPUS, "prepared"),
    "statistics": (_CORPUS, "statistics_of"),
    "keys": (_CORPUS, "block_keys"),
    "block": (_COMPARE, "blocks_of"),
    "gate": (_WEIGHING, "_gated"),
    "gate, in parts": (_PARTS, "_gates"),
    "match": (_WEIGHING, "_matched"),
    "judge": (_WEIGHING, "judged_pairs"),
    "match, in parts": (_PARTS, "evidence"),
    "judge, in parts": (_PARTS, "judged_pairs"),
    "align": (_COMPARE, "_aligned"),
    "cluster": (_COMPARE, "cluster"),
}
# These are sent to other processes, which a wrapped function cannot be.
_SENT = ("rows, profiles, words, arithmetic", "gate, in parts", "match, in parts", "judge, in parts")
NOT_SENT = {stage: place for stage, place in COMPARING.items() if stage not in _SENT}


class Clock:
    """Seconds of CPU time of this process by stage."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def over(self, stages: Mapping[str, tuple[str, str]]) -> Iterator[None]:
        """Measure these stages inside the ``with`` block; one that this version does not have is left out."""
        with ExitStack() as patches:
            for stage, (module, name) in stages.items():
                place = import_module(module)
                if hasattr(place, name):
                    patches.enter_context(patch.object(place, name, self._timed(stage, getattr(place, name))))
            yield

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            before = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds[stage] += time.process_time() - before

        return timed


def growth(sizes: Sequence[float], costs: Sequence[float]) -> list[float | None]:
    """The exponent e of cost ~ size^e from each size to the next; None for the first.

    >>> growth([10, 100, 1000], [1.0, 10.0, 1000.0])
    [None, 1.0, 2.0]
    """
    import math

    found: list[float | None] = [None]
    for n in range(1, len(sizes)):
        positive = costs[n] > 0 and costs[n - 1] > 0 and sizes[n] != sizes[n - 1]
        found.append(math.log(costs[n] / costs[n - 1]) / math.log(sizes[n] / sizes[n - 1]) if positive else None)
    return found
