"""One region from its figures to finished ones: units, joins, hedges, nouns, ages, vetoes, roles, in this order.

>>> low = "more than 20 boats sank"
>>> [(f.lo, f.kind, low[f.noun_start:f.noun_end]) for f in figures_of_region(Source(low, low, 0, len(low)), ())]
[(20.0, 'count', 'boats')]
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from factcheck.lexicon.lemmas import noun_lemma
from factcheck.lexicon.units import conversion
from factcheck.model.text import Span
from factcheck.reading.quantities.ages import age_before, age_behind
from factcheck.reading.quantities.bounds import joined_bounds
from factcheck.reading.quantities.changes import give_role
from factcheck.reading.quantities.contexts import alternatives
from factcheck.reading.quantities.false_quantities import looks_false, named_false, named_half
from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.figures import figures
from factcheck.reading.quantities.hedges import hedge, hedge_behind_noun
from factcheck.reading.quantities.joining import joined
from factcheck.reading.quantities.money_before import accounting_negative, money_before
from factcheck.reading.quantities.nouns import counted_noun
from factcheck.reading.quantities.shared_nouns import share_nouns
from factcheck.reading.quantities.shares import give_share, rank_not_share
from factcheck.reading.quantities.surfaces import surfaces
from factcheck.reading.quantities.unit_before import unit_before
from factcheck.reading.quantities.unit_behind import UnitFound, rate_below, unit_behind
from factcheck.reading.quantities.written import magnitude_words, scale_up


def figures_of_region(source: Source, taken: Sequence[Span]) -> list[Figure]:
    """The finished figures of one region, in order, without overlaps."""
    with_units: list[Figure] = []
    for figure in figures(source, taken):
        if with_units and figure.start < with_units[-1].end:
            continue
        if _take_unit(source.until(figure.limit), figure, with_units[-1] if with_units else None):
            with_units.append(figure)
    merged = joined(source, with_units)
    kept: list[Figure] = []
    floor = source.start
    vetoed_end = -1
    for figure in merged:
        if _continues_list(source, figure, vetoed_end) or not _finish(source.until(figure.limit), figure, floor):
            label = figure.form == "digits" and not figure.unit and figure.value < 1000
            vetoed_end = figure.outer_end if label else -1
            continue
        if figure.outer_start < floor:
            continue
        kept.append(figure)
        floor = figure.outer_end
    share_nouns(source, kept)
    return joined_bounds(source, kept)


_LIST_GAP = re.compile(r",? (?:and|or|to|through|&) |, ?| ?[-–] ?|/")


def _continues_list(source: Source, figure: Figure, vetoed_end: int) -> bool:
    """ "Figures 3 and 4": a bare number joined to one that was no quantity."""
    if (
        vetoed_end < 0
        or figure.unit
        or figure.step != 0
        or figure.scale
        or figure.form != "digits"
        or figure.start - vetoed_end > 10
    ):
        return False
    if _LIST_GAP.fullmatch(source.low, vetoed_end, figure.start) is None:
        return False
    return counted_noun(source, figure.outer_end, figure.value) is None


def _take_unit(source: Source, figure: Figure, previous: Figure | None) -> bool:
    """Money before, unit or age behind. False if the digits are no quantity."""
    if figure.form == "multiple":
        return True
    if figure.form == "ordinal":
        return _ordinal_stands(source, figure)
    floor = max(figure.floor, source.start if previous is None else previous.end)
    money = money_before(source.behind(floor), figure, floor)
    joined_to_unit = previous is not None and figure.start == previous.end + 1 and source.text[previous.end] in "-–—/×x"
    if age_behind(source, figure):
        return True
    in_digits = source.text[figure.digits_start].isdigit() or source.text[figure.digits_start] in ".-−–"
    repeated = previous is not None and previous.value == figure.value and source.low[floor : figure.start] == " ("
    found = unit_behind(source, figure, source.end)
    unit_end = 0 if found is None else found.end
    if in_digits and not (money or joined_to_unit or repeated) and looks_false(source, figure, unit_end):
        return False
    if money:
        _rate_of_money(source, figure, found)
        return True
    found = found or unit_before(source, figure, floor)
    if found is not None:
        _set_unit(source, figure, found)
    elif (
        in_digits
        and source.text.startswith("m", figure.end, source.end)
        and not source.text[figure.end + 1 : figure.end + 2].isalnum()
    ):
        scale_up(figure, 6, figure.end + 1)
    elif in_digits and _glued_letter(source, figure):
        return _ordinal_suffix(source, figure)
    return True


def _glued_letter(source: Source, figure: Figure) -> bool:
    end = figure.end
    return end < source.end and source.text[end].isalpha()


def _ordinal_suffix(source: Source, figure: Figure) -> bool:
    """ "21st", "4th": a rank; any other glued letter makes the digits part of a name."""
    low, end = source.low, figure.end
    if (
        end + 2 > source.end
        or figure.step != 0
        or low[end : end + 2] not in ("st", "nd", "rd", "th")
        or low[end + 2 : end + 3].isalnum()
    ):
        return False
    figure.form = "ordinal"
    figure.end = figure.digits_end = figure.outer_end = end + 2
    return True


def _ordinal_stands(source: Source, figure: Figure) -> bool:
    """ "second" behind a figure is a unit; "seconds" and "thirdly" are no ordinals."""
    following = source.low[figure.end : figure.end + 1]
    return not following.isalpha() and source.low[figure.end - 1] != "s"


def _set_unit(source: Source, figure: Figure, found: UnitFound) -> None:
    figure.unit, figure.dimension, figure.rate = found.unit, found.dimension, found.rate
    if found.factor != 1.0:
        figure.scaled_by(found.factor)
        figure.step = None if figure.step is None else figure.step + round(math.log10(found.factor))
    figure.kind = _kind(found)
    figure.end = figure.outer_end = found.end
    if found.dimension == "money" and not figure.scale:
        _magnitude_behind_money(source, figure)
    elif found.dimension in ("angle", "[temperature]"):
        _below_zero(source, figure)


_BEHIND_MONEY = re.compile(r" (thousand|million|billion|trillion|mn|bn|lakh|crore)\b")


def _magnitude_behind_money(source: Source, figure: Figure) -> None:
    """ "75 USD million" """
    found = _BEHIND_MONEY.match(source.low, figure.end, source.end)
    if found is not None:
        scale_up(figure, magnitude_words()[found[1]], found.end())


def _below_zero(source: Source, figure: Figure) -> None:
    """ "12 degrees below zero" """
    if source.low.startswith(" below zero", figure.end) and figure.value > 0:
        figure.negate()
        figure.end = figure.outer_end = figure.end + len(" below zero")


def _kind(found: UnitFound):  # type: ignore[no-untyped-def]
    if found.rate:
        return "rate"
    if found.dimension in ("percent", "percentage_point"):
        return "percent"
    return {"money": "money", "[time]": "duration"}.get(found.dimension, "measure")


_NATION = re.compile(r" (?:U\.S\.|US|Canadian|Australian)(?= per | a |[,;)]|$)")


def _rate_of_money(source: Source, figure: Figure, found: UnitFound | None) -> None:
    """ "$40 a share", "$3 per barrel"; a currency repeated behind ("$5 USD", "US$5 dollars") is passed over."""
    nation = _NATION.match(source.text, figure.end, source.end)
    if nation is not None and figure.unit in ("USD", "CAD", "AUD"):
        figure.end = figure.outer_end = nation.end()
    if found is not None and found.dimension == "money" and found.factor == 1.0:
        figure.unit = found.unit if figure.unit == "USD" else figure.unit
        figure.end = figure.outer_end = found.end
        return
    if found is not None and found.rate and found.unit.partition(" per ")[0] == figure.unit:
        figure.end = figure.outer_end = found.end
    below = rate_below(source, figure.end, source.end)
    if below is not None:
        figure.unit = f"{figure.unit} per {below[0]}"
        figure.dimension, figure.kind, figure.rate = conversion(figure.unit).dimension, "rate", True
        figure.end = figure.outer_end = below[1]


def _finish(source: Source, figure: Figure, floor: int) -> bool:
    """Hedge, noun, age, vetoes and role. False if the figure turns out to be none."""
    hedge(source, figure, max(floor, figure.floor))
    accounting_negative(source, figure)
    if figure.form == "ordinal":
        figure.kind, figure.dimension, figure.role = "ordinal", "ordinal", "rank"
        return not _dated(source, figure)
    if figure.dropped or named_half(source, figure):
        return False
    if rank_not_share(source, figure):
        return True
    give_share(source, figure)
    if not figure.unit and figure.form != "multiple":
        if figure.value > 0 and source.low.startswith(" below zero", figure.end):
            figure.unit, figure.dimension, figure.kind = "degree", "angle", "measure"
            _below_zero(source, figure)
            return True
        _count(source, figure)
        if age_before(source, figure):
            figure.noun_start = figure.noun_end = -1
        elif named_false(source, figure):
            return False
    figure.count_like = figure.kind == "count"
    give_role(source, figure)
    return True


_MONTH_BEFORE = re.compile(rf"\b(?:{alternatives('month')})\.? (?:the )?$")
_DATED = re.compile(rf" (?:of )?(?:{alternatives('month')}|century)\b")


def _dated(source: Source, figure: Figure) -> bool:
    if _MONTH_BEFORE.search(source.low, max(source.start, figure.floor, figure.start - 12), figure.start) is not None:
        return True
    return _DATED.match(source.low, figure.end, source.end) is not None


def _count(source: Source, figure: Figure) -> None:
    """The counted noun, and what it is counted per ("12 deaths per day")."""
    if _times(source, figure):
        return
    noun = counted_noun(source, figure.outer_end, figure.value)
    if noun is None:
        _count_of_many(source, figure)
        return
    if _unit_as_noun(source, figure, noun):
        return
    hedge_behind_noun(source, figure, noun[1])
    figure.noun_start, figure.noun_end = noun
    figure.kind, figure.dimension = "count", "count"
    below = rate_below(source, noun[1], source.end)
    if below is not None:
        head = source.low[noun[0] : noun[1]].rsplit(" ", 1)[-1]
        figure.unit = f"{noun_lemma(head)} per {below[0]}"
        figure.dimension, figure.kind, figure.rate = conversion(figure.unit).dimension, "rate", True


def _count_of_many(source: Source, figure: Figure) -> None:
    """ "35 per 100,000 people": a count of what is not named, in so many."""
    below = rate_below(source, figure.outer_end, source.end)
    if below is not None and below[0][0].isdigit():
        figure.unit, figure.kind, figure.rate = f"count per {below[0]}", "rate", True
        figure.dimension, figure.end, figure.outer_end = conversion(figure.unit).dimension, below[1], below[1]


_TIMES = re.compile(r"[ -]times\b")
_AS_MUCH = re.compile(rf" (?:{alternatives('as much')})\b")


def _times(source: Source, figure: Figure) -> bool:
    """ "four times as heavy" is a multiple; "four times a week" a rate; "11 times" counts times."""
    found = _TIMES.match(source.low, figure.end, source.end)
    if found is None or figure.outer_end != figure.end:
        return False
    end = found.end()
    below = rate_below(source, end, source.end)
    if below is not None:
        figure.unit, figure.rate, figure.kind = f"time per {below[0]}", True, "rate"
        figure.dimension, figure.end, figure.outer_end = conversion(figure.unit).dimension, below[1], below[1]
    elif _AS_MUCH.match(source.low, end, source.end) is not None:
        figure.kind, figure.dimension, figure.end, figure.outer_end = "multiple", "multiple", end, end
    else:
        figure.kind, figure.dimension = "count", "count"
        figure.noun_start, figure.noun_end = end - len("times"), end
    return True


def _unit_as_noun(source: Source, figure: Figure, noun: tuple[int, int]) -> bool:
    """ "two additional minutes", "50 previous years": the unit stands behind an adjective."""
    head_start = max(source.low.rfind(" ", noun[0], noun[1]) + 1, noun[0])
    head = source.low[head_start : noun[1]]
    if head_start <= figure.end + 1 or len(head) < 4 or not source.text[noun[0] : noun[1]].islower():
        return False
    for surface in surfaces().get(head, ()):
        if (
            surface.text == head
            and not surface.when
            and surface.dimension in ("[length]", "[time]", "[mass]", "[length] ** 3")
        ):
            figure.unit, figure.dimension = surface.unit, surface.dimension
            figure.kind = "duration" if surface.dimension == "[time]" else "measure"
            figure.end = figure.outer_end = noun[1]
            return True
    return False
