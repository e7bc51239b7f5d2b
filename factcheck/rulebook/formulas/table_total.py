"""table_total: the row "Total" of a table and the rows above it.

>>> bool(_TOTAL.match("Total (all sites)")), bool(_TOTAL.match("Total area"))
(True, False)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Interval
from factcheck.rulebook.computation import Computation, Inputs, beside, implied, told, usable

NAME = "table_total"
SUMMARY = "in a table whose last row is the total, every full column must add up to it"
INPUTS: tuple[str, ...] = ()

_TOTAL = re.compile(r"^(?:grand |sub-?)?(?:total|sum|overall|altogether)s?(?:\s*\(.*\))?:?$", re.IGNORECASE)
_ADDABLE = ("count", "number", "money", "measure", "duration")
_LEAST_ROWS = 2


def compute(claims: Sequence[Claim], inputs: Inputs) -> Iterator[Computation]:
    tables: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "cell" and claim.group >= 0 and usable(claim):
            tables[claim.citation.doc_id, claim.group].append(claim)
    for cells in tables.values():
        yield from _table(sorted(cells, key=lambda claim: claim.citation.span))


def _table(cells: Sequence[Claim]) -> Iterator[Computation]:
    rows = list(dict.fromkeys(_label(cell, "row") for cell in cells))
    totals = [row for row in rows if _TOTAL.match(row)]
    if len(totals) != 1 or rows[-1] != totals[0] or "" in rows or len(rows) <= _LEAST_ROWS:
        return
    columns: dict[str, list[Claim]] = defaultdict(list)
    for cell in cells:
        columns[_label(cell, "column")].append(cell)
    for column in columns.values():
        # A row that is missing from a column, or stands twice in it, is a figure that was not read.
        if [_label(cell, "row") for cell in column] == rows and _one_unit(column):
            yield from _check(column[-1], column[:-1])


def _label(cell: Claim, kind: str) -> str:
    return next((text.strip() for name, text in cell.labels if name == kind), "")


def _one_unit(column: Sequence[Claim]) -> bool:
    units = {(c.quantity.kind, c.quantity.unit) if c.quantity is not None else None for c in column}
    kinds = {c.quantity.kind for c in column if c.quantity is not None}
    return len(units) == 1 and None not in units and kinds <= set(_ADDABLE)


def _check(total: Claim, parts: Sequence[Claim]) -> Iterator[Computation]:
    stated, summands = implied(total), [implied(part) for part in parts]
    lows, highs = [part.lo for part in summands], [part.hi for part in summands]
    if stated.lo is None or stated.hi is None or None in lows or None in highs:
        return
    computed = Interval(sum(low for low in lows if low is not None), sum(high for high in highs if high is not None))
    expected = f"{told(computed)}, from the {len(parts)} rows above"
    yield Computation(total, computed.overlaps(stated), expected, tuple(parts), beside(total, computed))
