"""Claims as JSON Lines: one object for each mention.

>>> list(write_claims([]))
[]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Reading, Stamp
from factcheck.writers.ordering import mentioned
from factcheck.writers.shape import claim_object, encode, stamp_object

NAME = "jsonl"
SUFFIXES = (".jsonl",)


def write_claims(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        for mention in mentioned(reading):
            yield encode(stamp_object(mention) if isinstance(mention, Stamp) else claim_object(mention)) + "\n"
