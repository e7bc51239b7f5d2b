"""The levels of many pairs at a time, for features whose levels follow from columns.

Each function gives the levels that the feature itself would, or ``ASK`` where only the feature can tell. A test
compares them with the features on generated articles.

>>> sorted(FROM_NUMBERS), sorted(FROM_WORDS)[:3]
(['closeness', 'time'], ['context', 'contrast', 'copied'])
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.match.alike import Alike
from factcheck.comparing.match.columns import Columns, Flags, Floats
from factcheck.comparing.match.features import articles, context, structure, value, wording
from factcheck.comparing.ragged import Ints
from factcheck.model.minutes import DAY, EPOCH

ASK = ""
"""Stands for a level that the feature has to be asked for."""

Cases = tuple[Sequence[tuple[Flags, str]], str]
"""Levels with the pairs that have them, the first that holds, and the level of the rest."""


def closeness(columns: Columns, left: Ints, right: Ints) -> Cases:
    a, b = (columns.numbers["middle"][rows] for rows in (left, right))
    incomparable = np.isinf(a) | np.isinf(b) | (columns.texts["dimension"][left] != columns.texts["dimension"][right])
    dates = columns.dates[left]
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        days, product = np.abs(a - b), a * b
        ratio = np.where(a == b, 1.0, np.where(product > 0, np.maximum(a / b, b / a), np.inf))
        zeros = np.log10(ratio)
        slip = np.abs(zeros - np.round(zeros)) <= value.SLIP
    cases = [
        (incomparable, "incomparable"),
        (dates & (days <= value.NEAR_DAYS), "near"),
        (dates & (days > value.FAR_DAYS), "far"),
        (dates, "same_size"),
        (ratio <= value.NEAR, "near"),
        (ratio <= value.SAME_SIZE, "same_size"),
        (ratio <= value.FAR, "apart"),
        (np.isfinite(ratio) & (ratio > value.BEYOND) & ~slip, "beyond"),
    ]
    return cases, "far"


def time(columns: Columns, left: Ints, right: Ints) -> Cases:
    start, end, published = (columns.numbers[name] for name in ("start", "end", "published"))
    held = columns.held[left] & columns.held[right]
    a, b = published[left], published[right]
    cases = [
        (columns.timeless[left] & columns.timeless[right], "unknown"),
        (held & _coincide(start, end, left, right), "same"),
        (held, "differs"),
        (np.isnan(a) & np.isnan(b), "unknown"),
        (np.isnan(a) | np.isnan(b), "one_sided"),
        (np.abs(a - b) <= DAY, "same"),
    ]
    return cases, "days_apart"


def _coincide(start: Floats, end: Floats, left: Ints, right: Ints) -> Flags:
    """As ``DayInterval.coincides``."""
    with np.errstate(invalid="ignore"):
        shared = np.minimum(end[left], end[right]) - np.maximum(start[left], start[right]) + 1
        shorter = np.minimum(end[left] - start[left], end[right] - start[right]) + 1
        bounded = np.isfinite(end[left] - start[left]) & np.isfinite(end[right] - start[right])
    found: Flags = (shared >= 1) & (~bounded | (2 * shared >= shorter))
    return found


def _ladder(share: NDArray[np.float64], levels: Sequence[tuple[float, str]]) -> list[tuple[Flags, str]]:
    return [(share >= least, level) for least, level in levels]


def context_(columns: Columns, left: Ints, right: Ints, alike: Alike) -> Cases:
    return _ladder(alike.similarity, context.CONTEXT_LEVELS), "none"


def near(columns: Columns, left: Ints, right: Ints, alike: Alike) -> Cases:
    return _ladder(alike.near, context.NEAR_LEVELS), "none"


def shared(columns: Columns, left: Ints, right: Ints, alike: Alike) -> Cases:
    once = columns.once[left] & _same(columns, "measure", left, right)
    several = once | (alike.shared > context.FEW + 1)
    return [(several, "several"), (alike.shared > context.FEW, "two")], "few"


def event(columns: Columns, left: Ints, right: Ints, alike: Alike) -> Cases:
    other = ~columns.dates[left] | ~columns.dates[right]
    told_alike = columns.once[left] | (alike.similarity >= context.TOLD_ALIKE)
    own = _own_days(columns, left, right)
    dating = columns.dating[left] & columns.dating[right]
    figures = columns.figured[left] & columns.figured[right]
    cases = [
        (other, "not_a_date"),
        (own, "own_day"),
        (dating, "dates_a_figure"),
        (figures, ASK),
        (told_alike, "told_alike"),
    ]
    return cases, "told_otherwise"


def _own_days(columns: Columns, left: Ints, right: Ints) -> Flags:
    """As ``articles.each_of_its_own_day``."""
    lo, hi = columns.numbers["lo"], columns.numbers["hi"]
    ours, theirs = (columns.numbers["published"][rows] / DAY + EPOCH for rows in (left, right))

    def away(rows: Ints, day: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.maximum(0.0, np.maximum(lo[rows] - day, day - hi[rows]))

    with np.errstate(invalid="ignore"):
        near = (away(left, ours), away(right, theirs))
        own = (near[0] < away(left, theirs)) & (near[1] < away(right, ours))
        own &= np.maximum(*near) <= articles.AROUND
        own &= np.abs(ours - theirs) > articles.ONE_STORY
    found: Flags = own & ~_same(columns, "doc", left, right)
    return found


def contrast(columns: Columns, left: Ints, right: Ints, alike: Alike) -> Cases:
    return [(alike.telling >= context.STRONG, "strong"), (alike.telling >= context.WEAK, "weak")], "none"


def headings(columns: Columns, left: Ints, right: Ints, alike: Alike) -> Cases:
    sizes = columns.sets["headings"].sizes
    cases = [
        ((sizes[left] == 0) | (sizes[right] == 0), "none"),
        (alike.same_headings, "same"),
        (alike.headings >= structure.SHARED_HEADINGS, "shared"),
        (_told_together(columns, left, right), "none"),
    ]
    return cases, "differs"


def copied(columns: Columns, left: Ints, right: Ints, alike: Alike) -> Cases:
    other = _same(columns, "doc", left, right) | ~_same(columns, "measure", left, right)
    other |= ~_same(columns, "role", left, right)
    other |= (alike.common < wording.WORDS) | (alike.similarity < wording.COPIED)
    return [(other, "other")], ASK


def title(columns: Columns, left: Ints, right: Ints, alike: Alike) -> Cases:
    none = _same(columns, "doc", left, right) | _told_together(columns, left, right)
    return [(none | (alike.similarity < context.TEMPLATE), "none")], ASK


def place_(columns: Columns, left: Ints, right: Ints, alike: Alike) -> Cases:
    return [(~_same(columns, "doc", left, right), "other_document")], ASK


def _same(columns: Columns, text: str, left: Ints, right: Ints) -> Flags:
    same: Flags = columns.texts[text][left] == columns.texts[text][right]
    return same


def _told_together(columns: Columns, left: Ints, right: Ints) -> Flags:
    published = columns.numbers["published"]
    together: Flags = np.abs(published[left] - published[right]) <= articles.WEEK
    together |= columns.given[left] & _same(columns, "told", left, right)
    return together & ~_same(columns, "doc", left, right)


FROM_NUMBERS: Mapping[str, Callable[[Columns, Ints, Ints], Cases]] = {"closeness": closeness, "time": time}
"""By feature: levels that follow from values and times alone."""

FROM_WORDS: Mapping[str, Callable[[Columns, Ints, Ints, Alike], Cases]] = {
    "context": context_,
    "contrast": contrast,
    "copied": copied,
    "event": event,
    "headings": headings,
    "near": near,
    "place": place_,
    "shared": shared,
    "title": title,
}
"""By feature: levels that need the words in common as well."""
