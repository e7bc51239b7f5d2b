"""Hedges and bounds around a figure.

>>> low = "more than 20 boats"
>>> figure = Figure(10, 12, 20.0, 0, "digits")
>>> hedge(Source(low, low, 0, len(low)), figure, 0)
>>> figure.lo, figure.hi, figure.lo_open, figure.outer_start, figure.cue
(20.0, None, True, 0, 'more than')
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.reading.quantities.figure import Figure, Source

_LAST_WORD = re.compile(r"(?:[a-z.]+-?|&[lg]t;|[<>=≤≥~≈∼±][ ]?=?)$")
_FILLER = re.compile(
    r"(?:(?<![a-z])(?:an?|the|only|just|another|its|their|his|her|our|record|all|roughly|about|around|even) ?)$"
)
_REACH = 34
_AHEAD = re.compile(
    r"[ ]?(?:\+|-?(?:plus|odd|ish|some|something)\b|(?:or|and|at|on|give|minimum|maximum|max|tops|approximately)\b)"
)
_WORD = re.compile(r"[a-z]+")
_NOT_GLUED = frozenset({"over", "under", "above", "below"})


@cache
def hedges_before() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Last word → (whole surface, effect), longest first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for surface, effect in _surfaces("before"):
        last = surface.rstrip().split(" ")[-1]
        table.setdefault(last, []).append((surface.rstrip(), effect))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


@cache
def hedges_after() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(_surfaces("after"), key=lambda row: -len(row[0])))


def _surfaces(place: str) -> list[tuple[str, str]]:
    return [
        (surface, entry["effect"])
        for entry in entries("en/hedges.yaml")
        if entry.get("place") == place
        for surface in entry["words"]
    ]


@cache
def widths() -> Mapping[str, float]:
    """Relative half-widths of hedged and round figures; the one place they stand."""
    return dict(entries("en/hedges.yaml")[0]["widths"])


def hedge(source: Source, figure: Figure, floor: int) -> None:
    """Read the hedge before (not before ``floor``) and after the figure, and apply it."""
    found = _before(source.low, max(floor, figure.outer_start - _REACH), figure.outer_start)
    if found is not None and not _during(source, figure, found[0], found[1]):
        start, surface, effect = found
        _apply(figure, effect)
        figure.outer_start, figure.cue = start, surface
    after = _after(source, figure)
    if after is not None:
        end, surface, effect = after
        _apply(figure, effect)
        figure.outer_end, figure.cue = end, figure.cue or surface


def _during(source: Source, figure: Figure, start: int, surface: str) -> bool:
    """ "Aired over six seasons", ", over two sessions": how it was spread, and no bound."""
    if surface != "over":
        return False
    spread, parts = _spread()
    before = source.low[max(source.start, start - _REACH) : start].rstrip()
    behind = _WORD.match(source.low, figure.end + 1, source.end)
    told = before.endswith(",") or before.rpartition(" ")[2] in spread
    return told and behind is not None and behind.group() in parts


@cache
def _spread() -> tuple[frozenset[str], frozenset[str]]:
    """The verbs before "over", and the parts behind its number, of what is spread over them."""
    entry = next(entry for entry in entries("en/hedges.yaml") if entry.get("place") == "during")
    return frozenset(entry["verbs"]), frozenset(entry["parts"])


def hedge_behind_noun(source: Source, figure: Figure, noun_end: int) -> None:
    """ "300 homes or more": the words behind the noun bound the number."""
    if not source.low.startswith((" or ", " and "), noun_end):
        return
    for surface, effect in hedges_after():
        end = noun_end + 1 + len(surface)
        if (
            surface[:3] in ("or ", "and")
            and source.low.startswith(surface, noun_end + 1)
            and not source.low[end : end + 1].isalpha()
        ):
            if _fits_behind(source, figure, surface, end):
                _apply(figure, effect)
            return


def hedge_before(source: Source, figure: Figure) -> bool:
    """Whether a hedge stands directly before the figure."""
    return _before(source.low, max(source.start, figure.outer_start - _REACH), figure.outer_start) is not None


def _before(low: str, floor: int, start: int) -> tuple[int, str, str] | None:
    """(start, surface, effect) of the hedge that ends directly before ``start``, up to one small word aside."""
    window = low[floor:start]
    for _ in range(2):
        glued = window.endswith("-")
        stripped = window.rstrip(" \n\u00a0-") + ("-" if window.endswith("sub-") else "")
        last = _LAST_WORD.search(stripped)
        if last is None:
            return None
        for surface, effect in hedges_before().get(last.group().replace(" ", " "), ()):
            if (
                stripped.endswith(surface)
                and not (glued and surface in _NOT_GLUED)
                and _bounded(stripped, len(stripped) - len(surface), surface)
            ):
                return floor + len(stripped) - len(surface), surface, effect
        filler = _FILLER.search(stripped)
        if filler is None or filler.start() == 0:
            return None
        window = stripped[: filler.start()]
    return None


def _bounded(window: str, start: int, surface: str) -> bool:
    return start == 0 or not surface[0].isalpha() or not (window[start - 1].isalpha() or window[start - 1] in "-'’")


def _after(source: Source, figure: Figure) -> tuple[int, str, str] | None:
    if _AHEAD.match(source.low, figure.outer_end, source.end) is None:
        return None
    at = figure.outer_end
    spaced = source.low.startswith(" ", at)
    for surface, effect in hedges_after():
        begin = at + 1 if spaced and surface[0] != "-" else at
        if source.low.startswith(surface, begin):
            end = begin + len(surface)
            if end <= source.end and not (surface[-1].isalpha() and source.low[end : end + 1].isalpha()):
                return (end, surface, effect) if _fits_behind(source, figure, surface, end) else None
    return None


def _fits_behind(source: Source, figure: Figure, surface: str, end: int) -> bool:
    """ "5+" but not "5+3"; "10 plus" but not "10 plus tax"; "at least" only where a phrase ends.

    "5 GB and up", but not "5 GB and up to 3 projects": there "up to" is of the next figure.
    """
    following = source.low[end : end + 6].strip()
    if surface.endswith(" up") and following.startswith("to"):
        return False
    if following[:1].isdigit() or following.startswith(("than", "$", "€", "£")):
        return False
    if surface in (
        "+",
        "plus",
        "at least",
        "at most",
        "minimum",
        "maximum",
        "max",
        "approximately",
        "and more",
        "and over",
        "and under",
        "and less",
    ):
        return not following or (not following[0].isdigit() and (surface == "+" or not following[0].isalpha()))
    return True


def _apply(figure: Figure, effect: str) -> None:
    if effect in ("approx", "almost", "over"):
        figure.hedge = effect  # type: ignore[assignment]
        return
    if figure.lo is None or figure.hi is None or (figure.lo != figure.hi and effect != "exact"):
        return
    if effect in ("above", "at_least"):
        figure.hi, figure.lo_open = None, effect == "above"
    elif effect in ("below", "at_most"):
        figure.lo, figure.hi_open = None, effect == "below"
