"""Claims as a table of text: one row for each mention.

>>> next(write_claims([]))[:16]
'claim_id,measure'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Reading
from factcheck.writers.csv import csv_lines
from factcheck.writers.rows import CLAIM_COLUMNS, mention_rows

NAME = "csv"
SUFFIXES = (".csv",)


def write_claims(readings: Iterable[Reading]) -> Iterator[str]:
    yield from csv_lines(CLAIM_COLUMNS, mention_rows(readings))
