"""The unit that stands behind a figure: words, symbols, powers ("km²", "square miles") and rates ("per day", "/h").

>>> low = "40 square miles per day"
>>> found = unit_at(Source(low, low, 0, len(low)), 3, len(low), Figure(0, 2, 40.0, 0, "digits"))
>>> found.unit, found.dimension, found.end
('square mile per day', '[length] ** 2 per [time]', 23)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.lexicon.units import conversion
from factcheck.reading.quantities.contexts import alternatives
from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.surfaces import ATOM, Surface, surfaces
from factcheck.reading.quantities.unit_conditions import CONDITIONS

_GAP = re.compile(r"[  \n]{0,2}-?(?:[\[(](?=[^\d\s)\]]{1,8}[\])]))?|")
_OF = re.compile(r" of ")
_OF_A = re.compile(r"[ -](?:of )?an? (?!third|fourth|million|billion)|[ -]of (?=hours?\b)")  # "half an hour"
_POWER_WORDS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
_EXPONENT = re.compile(r"(?P<two>²|\^2|2(?!\d|[.,]\d)| squared\b)|(?P<three>³|\^3|3(?!\d|[.,]\d)| cubed\b)")
_PER = re.compile(
    r"[ -]per[ -](?:(?P<count>\d{1,3}(?:,\d{3})+|\d{2,7})[ -]?)?"
    r"|[ \u00a0]?/[ \u00a0]?(?=\D)|/(?P<many>\d{2,5})[ \u00a0]?(?=[a-z])"
)
_PER_IN_BRACKETS = re.compile(r" [(\[]per (?:(?P<count>\d{1,3}(?:,\d{3})+|\d{2,7})[ -]?)?")  # "20 visits (per year)"
_A = re.compile(
    rf"[ -]an?[ -](?=(?P<below>{alternatives('article denominator')})\b)"
    r"(?!\w+ (?:ago|earlier|later|before|after|old|and a half)\b)"
)
_INVERSE = re.compile(r"[ ]?[·⋅.]?[ ]?(?P<unit>s|h|min|mol|kg|g|l|L|mL|ml|m|cm|K|yr|d|day)[ ]?(?:\^?[-−–]|⁻)[1¹](?!\d)")
_LETTERS_BELOW = re.compile(r"(?P<unit>s|h|hr|min|l|L|g|t|m|d|K|V|A)(?![\w²³^])")
_INVERSE_UNITS = {
    "s": "second", "h": "hour", "hr": "hour", "min": "minute", "yr": "year", "d": "day", "day": "day",
    "mol": "mole", "kg": "kilogram", "g": "gram", "t": "metric_ton", "l": "liter", "L": "liter", "mL": "milliliter",
    "ml": "milliliter", "m": "meter", "cm": "centimeter", "K": "kelvin", "V": "volt", "A": "ampere",
}  # fmt: skip
_COUNTED_BELOW = re.compile(rf"(?:(?:thousand|million) )?(?:{alternatives('counted denominator')})(?:s|es)?\b")
_SINGULAR = {
    "people": "person",
    "capita": "person",
    "head": "person",
    "families": "family",
    "children": "child",
    "copies": "copy",
}


class UnitFound(NamedTuple):
    unit: str
    dimension: str
    end: int
    factor: float
    rate: bool


def unit_behind(source: Source, figure: Figure, limit: int) -> UnitFound | None:
    """The unit behind the figure, if one stands there."""
    text, end = source.text, figure.end
    if end >= limit:
        return None
    gap = _GAP.match(text, end, limit)
    if figure.form == "vague" or source.low.endswith(("couple", "pair", "dozen"), figure.start, end):
        gap = _OF.match(source.low, end, limit) or gap
    elif figure.form in ("fraction", "mixed"):
        gap = _OF_A.match(source.low, end, limit) or gap
    at = gap.end() if gap is not None else end
    found = unit_at(source, at, limit, figure)
    if found is None:
        return None
    if gap is not None and gap.group()[-1:] in ("(", "["):
        return found._replace(end=found.end + 1)
    return found


def unit_at(source: Source, at: int, limit: int, figure: Figure) -> UnitFound | None:
    """The unit written at ``at``, with power and rate."""
    single = _single(source, at, limit, figure)
    if single is None:
        return None
    surface, end = single
    unit, dimension = surface.unit, surface.dimension
    if dimension == "[length]":
        unit, dimension, end = _raised(source, surface, end, limit)
    return _with_rate(source, UnitFound(unit, dimension, end, surface.factor, " per " in unit), limit)


def _single(source: Source, at: int, limit: int, figure: Figure) -> tuple[Surface, int] | None:
    atom = ATOM.match(source.text, at, limit)
    if atom is None:
        return None
    first = atom.group().lower()
    for surface in surfaces().get(first, ()):
        end = _matches(source, surface, at, limit)
        if end and (not surface.when or CONDITIONS[surface.when](source, figure, at, end)):
            return surface, end
    if first in _POWER_WORDS:
        return _powered(source, atom.end(), limit, figure, _POWER_WORDS[first])
    return None


def _matches(source: Source, surface: Surface, at: int, limit: int) -> int:
    """The end of the surface if it stands at ``at`` as whole words, else 0."""
    text = source.text if surface.exact else source.low
    end = at + len(surface.text)
    if end > limit or not text.startswith(surface.text, at):
        return 0
    if surface.text[-1].isalpha() and end < len(text) and (text[end].isalnum() or text[end] == "_"):
        raised = text[end] in "23²³" and surface.dimension == "[length]" and not text[end + 1 : end + 2].isalnum()
        return end if raised else 0
    return end


def _powered(source: Source, at: int, limit: int, figure: Figure, exponent: int) -> tuple[Surface, int] | None:
    """ "square miles", "sq. km", "cubic feet"."""
    gap = re.compile(r"\.?[ -]").match(source.text, at, limit)
    if gap is None:
        return None
    found = _single(source, gap.end(), limit, figure)
    if found is None or found[0].dimension != "[length]":
        return None
    unit = f"{'square' if exponent == 2 else 'cubic'} {found[0].unit}"
    return found[0]._replace(unit=unit, dimension=f"[length] ** {exponent}"), found[1]


def _raised(source: Source, surface: Surface, end: int, limit: int) -> tuple[str, str, int]:
    """ "km²", "m3", "cm^2", "kilometres squared"."""
    found = _EXPONENT.match(source.low, end, limit)
    if found is None or (not surface.exact and found.group()[0] != " "):
        return surface.unit, surface.dimension, end
    after = source.text[found.end() : found.end() + 1]
    if after.isalnum():
        return surface.unit, surface.dimension, end
    name, exponent = ("square", 2) if found["two"] else ("cubic", 3)
    return f"{name} {surface.unit}", f"[length] ** {exponent}", found.end()


def _with_rate(source: Source, found: UnitFound, limit: int) -> UnitFound:
    """Add what it is per: "per day", "/hour", "a share", "mol l−1"."""
    end = found.end
    if (
        end >= limit
        or found.rate
        or source.text[end] not in " -/\u00a0·⋅"
        or found.dimension in ("percent", "percentage_point")
    ):
        return found
    below = rate_below(source, end, limit)
    if below is None:
        return found
    if below[0][0].isdigit() and conversion(below[0].partition(" ")[2]).dimension == found.dimension:
        return found  # "224 kW/300 PS" says the same twice
    unit = f"{found.unit} per {below[0]}"
    again = _INVERSE.match(source.text, below[1], limit)
    if again is not None:
        unit, below = f"{unit} per {_INVERSE_UNITS[again['unit']]}", (below[0], again.end())
    return UnitFound(unit, conversion(unit).dimension, below[1], found.factor, True)


def rate_below(source: Source, end: int, limit: int) -> tuple[str, int] | None:
    """The canonical denominator behind a unit or counted noun and its end: ("day", …), ("100000 person", …)."""
    low = source.low
    bracketed = _PER_IN_BRACKETS.match(low, end, limit)
    if bracketed is not None:
        below = _denominator(source, bracketed, limit)
        closed = below is not None and low[below[1] : below[1] + 1] in (")", "]")
        return (below[0], below[1] + 1) if below is not None and closed else None
    per = _PER.match(low, end, limit)
    if per is not None:
        return _denominator(source, per, limit)
    article = _A.match(low, end, limit)
    if article is not None:
        below = _unit_below(source, article.end(), limit)
        return below or (_singular(article["below"]), article.end("below"))
    inverse = _INVERSE.match(source.text, end, limit)
    if inverse is not None:
        return _INVERSE_UNITS[inverse["unit"]], inverse.end()
    return None


def _denominator(source: Source, per: re.Match[str], limit: int) -> tuple[str, int] | None:
    count = (per["count"] or per.groupdict().get("many") or "").replace(",", "")
    counted = _COUNTED_BELOW.match(source.low, per.end(), limit)
    if counted is not None:
        below = (_singular(counted.group()), counted.end())
    else:
        unit = _unit_below(source, per.end(), limit)
        if unit is None:
            return (f"{count} person", per.end()) if count and int(count) >= 1000 else None
        below = unit
    return (f"{count} {below[0]}" if count else below[0], below[1])


def _unit_below(source: Source, at: int, limit: int) -> tuple[str, int] | None:
    letters = _LETTERS_BELOW.match(source.text, at, limit)
    if letters is not None:
        return _INVERSE_UNITS[letters["unit"]], letters.end()
    found = _single(source, at, limit, _ONE)
    if found is None or found[0].dimension == "money":
        return None
    if found[0].dimension == "[length]":
        unit, _, end = _raised(source, found[0], found[1], limit)
        return unit, end
    return found[0].unit, found[1]


_ONE = Figure(0, 0, 1.0, 0, "digits")


def _singular(noun: str) -> str:
    if noun in _SINGULAR:
        return _SINGULAR[noun]
    return noun[:-1] if noun.endswith("s") else noun
