"""What a verdict rests on, in words: the two intervals and their distance.

>>> span(17.0, 19.0, False, False), span(20.0, float("inf"), True, False)
('17 to 19', 'more than 20')
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from factcheck.rulebook.columns import Side, ends, texts

_SAID = ("agree", "compatible", "superseded", "conflict")


def details(pairs: pd.DataFrame, judged: pd.DataFrame) -> Sequence[str]:
    """A sentence for every judged pair; for an incomparable one the rung, which coverage counts as the reason."""
    told = judged["detail"].to_numpy(dtype=object).copy()
    rows = np.flatnonzero(judged["verdict"].isin(_SAID).to_numpy())
    if not len(rows):
        return told.tolist()
    subset = pairs.iloc[rows]
    left, right = _spans(subset, "left"), _spans(subset, "right")
    for row, one, other in zip(rows, left, right, strict=True):
        told[row] = f"{one} against {other}"
    return told.tolist()


def _spans(pairs: pd.DataFrame, side: Side) -> list[str]:
    interval = ends(pairs, side)
    dates, units = texts(pairs, side, "dimension") == "date", texts(pairs, side, "unit")
    scales = _scales(pairs, side)
    told = []
    for row, (lo, hi) in enumerate(zip(interval.lo.tolist(), interval.hi.tolist(), strict=True)):
        if interval.missing[row]:
            told.append("no value")
        elif dates[row]:
            told.append(_days(lo, hi))
        else:
            scale = scales[row]
            text = span(lo * scale, hi * scale, bool(interval.lo_open[row]), bool(interval.hi_open[row]))
            told.append(f"{text} {units[row]}".replace("_", " ").rstrip())
    return told


def _scales(pairs: pd.DataFrame, side: Side) -> list[float]:
    """From the base unit back to the unit of the text; 1 for zero and for scales with an offset of their own."""
    own, base = pairs[f"{side}_number"].to_numpy(dtype=float), ends(pairs, side, "stated_").middle
    with np.errstate(invalid="ignore", divide="ignore"):
        scale = own / base
    usable = np.isfinite(scale) & (scale > 0)
    return [float(one) if fits else 1.0 for one, fits in zip(scale, usable, strict=True)]


def span(lo: float, hi: float, lo_open: bool, hi_open: bool) -> str:
    """An interval in words: ``17 to 19``, ``more than 20``, ``at least 41``, ``up to 7``, ``41``."""
    if np.isinf(hi):
        return f"{'more than' if lo_open else 'at least'} {_number(lo)}"
    if np.isinf(lo):
        return f"{'less than' if hi_open else 'up to'} {_number(hi)}"
    low, high = _number(lo), _number(hi)
    return low if low == high else f"{low} to {high}"


def _number(value: float) -> str:
    return f"{float(f'{value:.6g}'):,.15g}"


def _days(lo: float, hi: float) -> str:
    low, high = _day(lo), _day(hi)
    if low and high:
        return low if low == high else f"{low} to {high}"
    return f"from {low}" if low else f"until {high}"


def _day(ordinal: float) -> str:
    """The ISO day of a proleptic ordinal, "" for a missing end or one beyond the calendar."""
    return date.fromordinal(int(ordinal)).isoformat() if 1 <= ordinal <= date.max.toordinal() else ""
