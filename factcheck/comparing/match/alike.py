"""How much the words of two claims have in common, for many pairs at a time.

>>> shares(np.array([3]), np.array([4])).tolist()
[0.75]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.match.columns import FILLINGS, SETS, Columns, Flags, Floats, Sets
from factcheck.comparing.ragged import Ints

# Cells of the largest array of one step.
_AT_ONCE = 400_000


@dataclass(frozen=True, slots=True)
class Alike:
    """One entry a pair. ``similarity`` is the share of the sentences' rarity in common, words lent by the headings of
    the other side among it; ``shared`` counts the words in common but for the measures, ``common`` all in both
    sentences; ``near`` is the share of the poorer side's near words; ``headings`` that of all headings;
    ``telling`` how often the word that tells apart most does so."""

    similarity: Floats
    shared: Ints
    common: Ints
    near: Floats
    headings: Floats
    same_headings: Flags
    telling: Ints

    def of(self, places: Ints) -> Alike:
        return Alike(*(getattr(self, field.name)[places] for field in fields(self)))


def alike(columns: Columns, left: Ints, right: Ints) -> Alike:
    """The columns of ``Alike`` for these pairs of rows; pairs with short sets are compared together."""
    if not len(left):
        return _alike(columns, left, right, 1)
    width = np.maximum.reduce([np.maximum(s.sizes[left], s.sizes[right]) for s in (columns.sets[n] for n in SETS)])
    order = np.argsort(width, kind="stable")
    parts = [(some, _alike(columns, left[some], right[some], wide)) for some, wide in _parts(order, width[order])]
    back = np.argsort(np.concatenate([some for some, _ in parts]), kind="stable")
    names = [field.name for field in fields(Alike)]
    return Alike(*(np.concatenate([getattr(part, name) for _, part in parts])[back] for name in names))


def _parts(order: Ints, width: Ints) -> Iterator[tuple[Ints, int]]:
    """Pairs of about one width, some at a time, and the width."""
    start = 0
    while start < len(order):
        wide = max(4, int(width[start]))
        end = int(np.searchsorted(width, wide, side="right"))
        end = min(end, start + max(1, _AT_ONCE // wide))
        yield order[start:end], wide
        start = end


def shares(part: Ints, whole: Ints) -> Floats:
    """0 where there is no whole."""
    return np.where(whole > 0, part / np.maximum(whole, 1), 0.0)


def _alike(columns: Columns, left: Ints, right: Ints, width: int) -> Alike:
    a, b = (_words(columns.sets["words"], rows, width, at) for at, rows in ((FILLINGS[0], left), (FILLINGS[1], right)))
    over_a, over_b = (
        _words(columns.sets["headings"], rows, width, at) for at, rows in ((FILLINGS[2], left), (FILLINGS[3], right))
    )
    in_b, in_a = _among(a, b), _among(b, a)
    a_lent, b_lent = ~in_b & _among(a, over_b), ~in_a & _among(b, over_a)
    mass_a, mass_b = columns.mass[a], columns.mass[b]
    common = (mass_a * in_b).sum(axis=1) * 2 + (mass_a * a_lent).sum(axis=1) + (mass_b * b_lent).sum(axis=1)
    measures = columns.measured[left][:, None], columns.measured[right][:, None]
    counted = in_b & (a != measures[0]) & (a != measures[1])
    shared = counted.sum(axis=1) + a_lent.sum(axis=1) + b_lent.sum(axis=1)
    telling = np.zeros(len(left), np.int64)
    for own, lent, meets, over in ((a, a_lent, in_b, over_a), (b, b_lent, in_a, over_b)):
        apart = ~meets & ~lent & ~_among(own, over)
        telling = np.maximum(telling, (columns.contrast[own] * apart).max(axis=1, initial=0))
    return Alike(
        shares(common, mass_a.sum(axis=1) + mass_b.sum(axis=1)),
        shared,
        in_b.sum(axis=1),
        _near(columns, left, right, width),
        *_headings(columns, over_a, over_b),
        telling,
    )


def _near(columns: Columns, left: Ints, right: Ints, width: int) -> Floats:
    a, b = (_words(columns.sets["near"], rows, width, at) for at, rows in ((FILLINGS[0], left), (FILLINGS[1], right)))
    mass_a, mass_b = columns.mass[a], columns.mass[b]
    return shares((mass_a * _among(a, b)).sum(axis=1), np.minimum(mass_a.sum(axis=1), mass_b.sum(axis=1)))


def _headings(columns: Columns, a: NDArray[np.int32], b: NDArray[np.int32]) -> tuple[Floats, Flags]:
    met = _among(a, b)
    mass_a, mass_b = columns.mass[a], columns.mass[b]
    both = (mass_a * met).sum(axis=1)
    either = mass_a.sum(axis=1) + mass_b.sum(axis=1) - both
    size_a, size_b, common = (a >= 0).sum(axis=1), (b >= 0).sum(axis=1), met.sum(axis=1)
    return shares(both, either), (size_a == size_b) & (size_a == common)


def _words(sets: Sets, rows: Ints, width: int, filling: int) -> NDArray[np.int32]:
    return sets.padded(rows, width, filling)


def _among(a: NDArray[np.int32], b: NDArray[np.int32]) -> Flags:
    """Which numbers of each row of ``a`` stand in the same row of ``b``; fillings of the two differ."""
    found = np.zeros(a.shape, dtype=bool)
    for column in range(b.shape[1]):
        found |= a == b[:, column : column + 1]
    return found
