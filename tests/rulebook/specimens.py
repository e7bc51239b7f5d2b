"""Pair tables from a few columns, all others neutral: what examples of conditions are written in."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from factcheck.comparing.table import COLUMNS

NEUTRAL: Mapping[str, Any] = {"float64": math.nan, "bool": False, "str": "", "int64": 0}
EXTRA = {"number": math.nan}
ENDS = ("lo", "hi", "lo_open", "hi_open")


def side(columns: Mapping[str, Any]) -> dict[str, Any]:
    """One side: ``stated`` sets every end; ``lo`` and ``hi`` alone are also the stated ends."""
    row = {name: NEUTRAL[dtype] for name, dtype in COLUMNS.items()} | EXTRA
    row |= {"doc": "a.txt", "dimension": "count", "kind": "count", "role": "value", "modality": "asserted"}
    given = dict(columns)
    if "stated" in given:
        value = float(given.pop("stated"))
        given = {"lo": value, "hi": value, "stated_lo": value, "stated_hi": value} | given
    for name in ENDS:
        if name in given and f"stated_{name}" not in given:
            given[f"stated_{name}"] = given[name]
    unknown = set(given) - set(row) - {"rate_lo", "rate_hi"}
    assert not unknown, f"no such columns: {sorted(unknown)}"
    return row | given


def pair_table(pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> pd.DataFrame:
    """One row a pair, typed as the real pair table."""
    rows = []
    for number, (left, right) in enumerate(pairs):
        one, other = side(left), side({"doc": "b.txt"} | dict(right))
        row: dict[str, Any] = {"left": 2 * number, "right": 2 * number + 1}
        row["rate_lo"], row["rate_hi"] = one.pop("rate_lo", math.nan), one.pop("rate_hi", math.nan)
        row |= {f"left_{name}": value for name, value in one.items()}
        row |= {f"right_{name}": value for name, value in other.items() if not name.startswith("rate_")}
        rows.append(row)
    table = pd.DataFrame(rows)
    types = {f"{which}_{name}": dtype for which in ("left", "right") for name, dtype in COLUMNS.items()}
    return table.astype({name: dtype for name, dtype in types.items() if name in table})
