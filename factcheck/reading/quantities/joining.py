"""Figures that belong together: ranges, composites, ratios, and units that are shared.

>>> low = "10 to 12 km"
>>> left, right = Figure(0, 2, 10.0, 0, "digits"), Figure(6, 11, 12.0, 0, "digits")
>>> right.unit = "kilometer"; right.dimension = "[length]"; right.kind = "measure"
>>> [(f.lo, f.hi, f.unit) for f in joined(Source(low, low, 0, 11), [left, right])]
[(10.0, 12.0, 'kilometer')]
"""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.lexicon.units import conversion
from factcheck.reading.quantities.changes import changed_by, changes_from, changes_to
from factcheck.reading.quantities.composites import composite, stretch
from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.nouns import counted_noun
from factcheck.reading.quantities.ratios import odds, one_over, ratio
from factcheck.reading.quantities.written import scale_up

_ALSO = r"about|around|some|nearly|almost|over|more than|as many as|as much as"
_RANGE = re.compile(rf"(?: ?[-–—‑−] ?|-?[ -]to[ -]|-? (?:through|thru) |\.\.\.?| ?~ ?| up to | to (?:{_ALSO}) )")
_DASH = re.compile(r" ?[-–—‑−] ?")
_SPREAD = re.compile(r"[ ]{0,2}(?:±|\+/-|\+-|\+/−)[ ]{0,2}| plus or minus ")
_LIST = re.compile(r",? (?:and|or|&) |, | ?/ ?| ?[x×] ?| by |-by-|- (?:and|or|to) |-or-")
_AND = re.compile(r"-? and (?:about |around |some |nearly |almost |over |up to |the )?")
_BETWEEN = re.compile(r"(?<![a-z])between (?:about |around |some |an estimated |the ages of |ages |the |[~∼≈] ?)?$")
_FROM = re.compile(
    r"(?<![a-z])(?:from|ranging from|ranged from|ranges from|range from)"
    r"(?: about| around| some| as little as| as low as| as few as)? (?:a |an )?$"
)


def joined(source: Source, found: list[Figure]) -> list[Figure]:
    """Merge neighbours from left to right; then share units backwards along lists."""
    kept: list[Figure] = []
    for figure in found:
        if kept and _merge(source, kept, figure):
            continue
        kept.append(figure)
    for left, right in pairwise(kept):
        if _tells_change(source, left, right) and _one_level(source, left, right):
            _share(left, right)
    _share_units(source, kept)
    return kept


def _merge(source: Source, kept: list[Figure], right: Figure) -> bool:
    """Whether ``right`` went into the figure before it."""
    left = kept[-1]
    gap = right.outer_start - left.outer_end
    if gap > 16 or right.floor > left.outer_end or not _plain(left) or not _plain(right):
        return False
    between = _on_one_line(source.low[left.outer_end : right.outer_start])
    if between == " ":  # without a word or sign only figures with units are one: "5 ft 3 in"
        return composite(source, left, right, between)
    return (
        _counter(source, left, right, between)
        or ratio(left, right, between)
        or one_over(left, right, between)
        or odds(source, left, right, between)
        or _range(source, left, right, between)
        or _spread(left, right, between)
        or (not _listed(source, kept, between) and composite(source, left, right, between))
        or _either(left, right, between)
        or _restated_number(source, left, right, between)
    )


_BROKEN = re.compile(r" ?\n[ \t>#*|/]{0,12}(?=\w)")


def _on_one_line(between: str) -> str:
    """What stands between two figures as if the line were not broken there."""
    return _BROKEN.sub(" ", between) if "\n" in between else between


def _listed(source: Source, kept: list[Figure], between: str) -> bool:
    """ "3 years, 2 months | and 14 days": the last of a list with commas, whose items stay apart."""
    if between not in (" and ", ", and ") or len(kept) < 2 or kept[-2].dimension != kept[-1].dimension:
        return False
    return source.low[kept[-2].outer_end : kept[-1].outer_start] == ", "


def _plain(figure: Figure) -> bool:
    return figure.form not in ("ordinal", "multiple") or figure.form == "ordinal"


_COUNTED_PLURAL = re.compile(r" (?:[a-z]+ ){0,2}[a-z]+s\b|\b(?:people|children)\b")


def _counter(source: Source, left: Figure, right: Figure, between: str) -> bool:
    """ "23 of 25", "1 / 22" on a gallery or slide: neither is a quantity. Counted plurals behind make it one."""
    if (
        between not in (" of ", " / ", "/")
        or left.form != "digits"
        or right.form != "digits"
        or left.unit
        or right.unit
    ):
        return False
    if left.step != 0 or right.step != 0 or not 0 < left.value <= right.value or left.scale or right.scale:
        return False
    if (
        between == " of "
        and _COUNTED_PLURAL.match(source.low, right.end, source.end) is not None
        and source.text[right.end + 1].islower()
    ):
        return False
    before = source.text[max(source.start, left.start - 2) : left.start].strip()
    left.dropped = right.dropped = not before or not before[-1].islower() or between != " of "
    return False


def _either(left: Figure, right: Figure, between: str) -> bool:
    """ "three or four years": neighbouring whole numbers of one unit are a range."""
    if between != " or " or left.unit or not right.unit or left.scale or right.scale:
        return False
    if left.step != 0 or right.step != 0 or right.value != left.value + 1 or left.lo != left.hi or right.lo != right.hi:
        return False
    if right.form not in ("digits", "words") or right.kind not in ("duration", "measure"):
        return False
    _share(left, right)
    _span(left, right)
    return True


def _range(source: Source, left: Figure, right: Figure, between: str) -> bool:
    connector = _RANGE.fullmatch(between)
    low, start = source.low, left.outer_start
    if connector is None:
        prefix = (
            _BETWEEN
            if _AND.fullmatch(between) is not None
            else _FROM
            if between in (" until ", " up to ", " and ")
            else None
        )
        if prefix is None or prefix.search(low, max(source.start, start - 32), start) is None:
            return False
    if left.lo != left.hi or right.lo != right.hi or left.form == "multiple" or right.form == "multiple":
        return False
    if (left.form == "ordinal") != (right.form == "ordinal"):
        return False
    if changes_from(source, left, between) or (" to" in between and changed_by(source, left)):
        return False
    if _looks_like_year(left) and not right.scale and (not right.unit or between.strip() in ("to", "and")):
        return False
    if not _shareable(source, left, right, between):
        if not (left.unit or right.unit) and left.form == right.form == "digits":
            left.dropped = right.dropped = True
        return False
    lead = _FROM.search(low, max(source.start, start - 32), start) or _BETWEEN.search(
        low, max(source.start, start - 32), start
    )
    _share(left, right)
    if left.unit != right.unit and not _into_unit_of(left, right):
        return False
    _span(left, right)
    if lead is not None:
        left.outer_start = lead.start()
    return True


def _tells_change(source: Source, left: Figure, right: Figure) -> bool:
    """ "from 208 grams to 193", "to 193 from 208 grams", "lost 12 points to 1,463": two figures of one change."""
    if not 0 < right.outer_start - left.outer_end <= 16 or right.floor > left.outer_end:
        return False
    if "multiple" in (left.form, right.form) or (left.form == "ordinal") != (right.form == "ordinal"):
        return False
    between = source.low[left.outer_end : right.outer_start]
    if " to" not in between and " from" not in between:
        return False
    if changes_from(source, left, between) or changes_to(source, left, between):
        return True
    return " to" in between and _RANGE.fullmatch(between) is not None and changed_by(source, left)


def _one_level(source: Source, left: Figure, right: Figure) -> bool:
    """Whether both ends of a change are levels of one thing: "from 208 grams to 193", not "rose 12 % to 193"."""
    if changed_by(source, left):
        return left.unit == "point" and right.unit == ""
    return left.unit == "" or (
        (left.dimension != "percent" or right.value <= 100)
        and (left.rate or right.unit == "")
        and counted_noun(source, right.outer_end, right.value) is None
    )


def _looks_like_year(figure: Figure) -> bool:
    return (
        figure.form == "digits"
        and not figure.unit
        and 1900 <= figure.value <= 2100
        and figure.step == 0
        and not figure.scale
    )


def _shareable(source: Source, left: Figure, right: Figure, between: str) -> bool:
    """Bare digits joined by a hyphen are a score or a code unless they rise and something is counted or measured."""
    if left.unit and right.unit and left.dimension != right.dimension and not (left.rate or right.rate):
        return False
    if right.unit or left.unit or left.scale or right.scale:
        return True
    if _DASH.fullmatch(between) is not None:
        return left.value < right.value and not (
            left.value < 100
            and _SCORE.search(source.low, max(source.start, left.start - 48), min(source.end, right.end + 24))
        )
    return True


_SCORE = re.compile(
    r"\b(?:win|won|wins|beat|beats|lost|lose|loss|lead|led|defeat|draw|drew|score|vote|voted|victory|record|tied|tie|ruling|decision|set|sets|game)\w*\b"
)


def _share(left: Figure, right: Figure) -> None:
    """Give each the unit and magnitude that is written only once."""
    if right.rate and left.unit and right.unit.startswith(left.unit + " per "):
        left.unit, left.dimension, left.kind, left.rate = right.unit, right.dimension, right.kind, right.rate
    elif left.rate and right.unit and left.unit.startswith(right.unit + " per "):
        right.unit, right.dimension, right.kind, right.rate = left.unit, left.dimension, left.kind, left.rate
    elif not left.unit and right.unit:
        left.unit, left.dimension, left.kind, left.rate = right.unit, right.dimension, right.kind, right.rate
    elif left.unit and not right.unit:
        right.unit, right.dimension, right.kind, right.rate = left.unit, left.dimension, left.kind, left.rate
    if (
        right.scale
        and not left.scale
        and left.form in ("digits", "words")
        and abs(left.value) * 10.0**right.scale <= abs(right.value)
    ):
        end, outer = left.end, left.outer_end
        scale_up(left, right.scale, end)
        left.outer_end = outer


def _into_unit_of(left: Figure, right: Figure) -> bool:
    """ "500 m to 2 km": the left end in the unit of the right one."""
    if left.dimension != right.dimension or left.dimension == "money":
        return False
    of_left, of_right = conversion(left.unit), conversion(right.unit)
    if of_left.offset != of_right.offset:
        return False
    left.scaled_by(of_left.factor / of_right.factor)
    left.unit = right.unit
    return True


def _span(left: Figure, right: Figure) -> None:
    low, high = sorted((left.value, right.value))
    left.lo, left.hi = low, high
    left.step = right.step if left.step is None else left.step if right.step is None else min(left.step, right.step)
    left.hedge = left.hedge or right.hedge
    left.rate = right.rate
    stretch(left, right)


def _spread(left: Figure, right: Figure, between: str) -> bool:
    """ "12 ± 4 kg": from 8 to 16."""
    if _SPREAD.fullmatch(between) is None or left.lo != left.hi or right.lo != right.hi:
        return False
    _share(left, right)
    if left.unit != right.unit:
        return False
    left.lo, left.hi = left.value - abs(right.value), left.value + abs(right.value)
    stretch(left, right)
    return True


def _restated_number(source: Source, left: Figure, right: Figure, between: str) -> bool:
    """ "forty-five (45)": the same number once more."""
    if between.strip() not in ("(", "[") or left.value != right.value or right.unit or left.unit:
        return False
    if source.text[right.end : right.end + 1] not in (")", "]"):
        return False
    left.outer_end = left.end = right.end + 1
    return True


def _share_units(source: Source, kept: list[Figure]) -> None:
    """ "5, 6 and 7 percent", "eight or nine euros", "10 x 12 feet": from right to left."""
    for index in range(len(kept) - 2, -1, -1):
        left, right = kept[index], kept[index + 1]
        if (
            left.unit
            or not right.unit
            or left.form in ("ordinal", "multiple", "vague")
            or (right.kind in ("age", "duration") and left.scale)
        ):
            continue
        if right.start - left.end > 7 or left.end > right.start:
            continue
        between = source.low[left.end : right.outer_start]
        if _LIST.fullmatch(between) is None or (right.digits_start != right.start and between[:1] == ","):
            continue
        if left.form == "digits" and 1900 <= left.value <= 2100:
            continue
        _share(left, right)
