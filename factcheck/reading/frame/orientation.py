"""Which way a table is laid: whether its columns or its rows say what is measured.

One cell cannot tell: "Projects" over "Free" and "Team" is a measure since "Storage" stands in the same column of row
headers.

>>> from factcheck.model import Label, Span
>>> def cell(row, column):
...     return Block("cell", Span(0, 1), Span(0, 1), labels=(Label("row", row), Label("column", column)), group=4)
>>> sorted(transposed([cell("Storage", "Free"), cell("Projects", "Free"), cell("Projects", "Team")]))
[4]
>>> sorted(transposed([cell("Free", "Storage"), cell("Team", "Projects")]))
[]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factcheck.model import Block
from factcheck.reading.frame.labelled import label_measure


def transposed(blocks: Iterable[Block]) -> frozenset[int]:
    """The groups of tables whose rows name measures and whose columns name none."""
    rows: defaultdict[int, bool] = defaultdict(bool)
    columns: defaultdict[int, bool] = defaultdict(bool)
    for block in blocks:
        if block.kind != "cell" or not any(label.kind == "row" for label in block.labels):
            continue
        for label in block.labels:
            if label.kind == "row":
                rows[block.group] |= _measures(label.text)
            elif label.kind == "column":
                columns[block.group] |= _measures(label.text)
    return frozenset(group for group, known in rows.items() if known and not columns[group])


def _measures(text: str) -> bool:
    return label_measure(text, False)[1]
