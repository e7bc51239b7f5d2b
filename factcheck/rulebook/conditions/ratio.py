"""ratio: one figure is the other with a wrong magnitude, or with a prefix of 1000 read as 1024.

>>> accepts("power of ten")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import Specimen, choice
from factcheck.rulebook.columns import Floats, Mask, comparable, digits, ends, mask, numbers

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "ratio"
SUMMARY = (
    "`power of ten`: the same digits, at least two, ten or a hundred … times as large, or a single digit with a "
    'magnitude word a thousand or a million times as large ("3 million", "3 billion"); `binary`: a byte prefix '
    "meant as 1000 and as 1024"
)
EXAMPLES: tuple[Specimen, ...] = (
    ({"stated": 1.7e9, "resolution": 1e8}, {"stated": 1.7e6, "resolution": 1e5}, "power of ten", True),
    ({"stated": 250, "resolution": 1}, {"stated": 2500, "resolution": 1}, "power of ten", True),
    ({"stated": 3e6, "resolution": 1e6}, {"stated": 3e9, "resolution": 1e9}, "power of ten", True),
    ({"stated": 3, "resolution": 1}, {"stated": 30, "resolution": 1}, "power of ten", False),
    ({"stated": 3, "resolution": 1}, {"stated": 3000, "resolution": 1}, "power of ten", False),
    ({"stated": 250, "resolution": 1}, {"stated": 250, "resolution": 1}, "power of ten", False),
    ({"stated": 250, "resolution": 1}, {"stated": 2600, "resolution": 1}, "power of ten", False),
    ({"stated": 1e9, "dimension": "data"}, {"stated": 1024**3, "dimension": "data"}, "binary", True),
    ({"stated": 1e9, "dimension": "data"}, {"stated": 1.2e9, "dimension": "data"}, "binary", False),
)

_MAGNITUDES = (3.0, 6.0, 9.0, 12.0)
_BINARY = tuple(1.024**power for power in (1, 2, 3, 4, 5))


def accepts(argument: object) -> None:
    choice(argument, ("power of ten", "binary"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left, right = ends(pairs, "left", "stated_").middle, ends(pairs, "right", "stated_").middle
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = np.maximum(np.abs(left), np.abs(right)) / np.minimum(np.abs(left), np.abs(right))
        alike = comparable(pairs) & (np.sign(left) == np.sign(right)) & np.isfinite(ratio)
    if argument == "binary":
        near = np.isclose(ratio[:, None], np.array(_BINARY)[None, :], rtol=1e-6).any(axis=1)
        return mask(alike & near & (np.asarray(pairs["left_dimension"] == "data")))
    return mask(alike & _same_digits(pairs, ratio))


def _same_digits(pairs: DataFrame, ratio: Floats) -> Mask:
    with np.errstate(invalid="ignore", divide="ignore"):
        power = np.log10(ratio)
        whole = (power > 0.5) & (np.abs(power - np.rint(power)) < 1e-9)
        left, right = _without_zeros(digits(pairs, "left")), _without_zeros(digits(pairs, "right"))
        resolution = np.minimum(numbers(pairs, "left", "resolution"), numbers(pairs, "right", "resolution"))
        words = (resolution >= 1000.0) & np.isin(np.rint(power), _MAGNITUDES)
        return mask(whole & (left == right) & ((left >= 10) | words))


def _without_zeros(figures: Floats) -> Floats:
    """Digits without trailing zeros; NaN stays."""
    stripped = figures.copy()
    for _ in range(15):
        with np.errstate(invalid="ignore"):
            ends_in_zero = (stripped > 0) & (np.mod(stripped, 10) == 0)
        if not ends_in_zero.any():
            break
        stripped = np.where(ends_in_zero, stripped / 10, stripped)
    return stripped
