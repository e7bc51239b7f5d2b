"""Claims as JSON Lines: one object for each mention.

>>> list(write_claims([]))
[]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Reading
from factcheck.writers.shape import claim_object, encode

NAME = "jsonl"
SUFFIXES = (".jsonl",)


def write_claims(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        for claim in reading.claims:
            yield encode(claim_object(claim)) + "\n"
