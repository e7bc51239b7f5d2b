"""Claims as a Parquet table with typed columns: one row for each mention.

>>> b"".join(write_claims([]))[:4]
b'PAR1'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Reading
from factcheck.writers.parquet import parquet_bytes
from factcheck.writers.rows import CLAIM_COLUMNS, mention_rows

NAME = "parquet"
SUFFIXES = (".parquet",)


def write_claims(readings: Iterable[Reading]) -> Iterator[bytes]:
    yield parquet_bytes(CLAIM_COLUMNS, list(mention_rows(readings)))
