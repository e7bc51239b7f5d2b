"""Roles of figures in a change: "rose [12 %] to [$1.7bn] from [$1.5bn]"; limits and defaults.

>>> low = "sales rose 12% to 40 from 36"
>>> figure = Figure(17, 19, 40.0, 0, "digits")
>>> give_role(Source(low, low, 0, len(low)), figure)
>>> figure.role, figure.cue
('to', 'rose … to')
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.reading.quantities.contexts import alternatives, any_of
from factcheck.reading.quantities.figure import Figure, Source

_REACH = 72
_ASIDE = r"about|around|nearly|almost|some|just|a record|a|an|only|roughly|more than|over|just over|at least"
_PREPOSITION = re.compile(rf"(?<![a-z])(to|from|by|at|up|down|of)(?: (?:{_ASIDE}))* ?$")


@cache
def role_words(role: str) -> frozenset[str]:
    return frozenset(word for entry in entries("en/roles.yaml") if entry["role"] == role for word in entry["words"])


@cache
def _verb_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{any_of(role_words('change'))})(?![a-z])")


@cache
def _after_pattern() -> re.Pattern[str]:
    how = "year-on-year|annual|sharp|further|overall|quarterly|monthly"
    return re.compile(rf"[ -](?:(?:{how}) )?(?:{any_of(role_words('change after'))})(?![a-z])")


@cache
def _limit_pattern(role: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{any_of(role_words(role))})(?![a-z])")


def change_verb(source: Source, start: int) -> str:
    """The last word of change in the clause before ``start``, "" if there is none."""
    window = source.low[max(source.start, start - _REACH) : start]
    cut = max(window.rfind("; "), window.rfind(". "), window.rfind(" but "), window.rfind(" while "))
    last = ""
    for found in _verb_pattern().finditer(window, max(cut, 0)):
        last = found.group()
    return last


def changes_from(source: Source, left: Figure, between: str) -> bool:
    """Whether "from A to B" tells of a change ("rose from 5 to 7 percent") rather than of a range."""
    if " to " not in between:
        return False
    before = source.low[max(source.start, left.outer_start - 12) : left.outer_start]
    return re.search(r"(?<![a-z])from (?:about |around |just |a |an )?$", before) is not None and bool(
        change_verb(source, left.outer_start)
    )


_FROM_BEHIND = re.compile(rf" from (?:(?:{_ASIDE}) )?")
_TO_BEFORE = re.compile(rf"(?<![a-z])to (?:(?:{_ASIDE}) )?$")


def changes_to(source: Source, left: Figure, between: str) -> bool:
    """Whether "to A from B" tells of a change ("rose to 7 percent from 5")."""
    if _FROM_BEHIND.fullmatch(between) is None:
        return False
    before = _TO_BEFORE.search(source.low, max(source.start, left.outer_start - 20), left.outer_start)
    return before is not None and bool(change_verb(source, left.outer_start))


def changed_by(source: Source, figure: Figure) -> bool:
    """Whether the figure is the size of a change ("rose 12 %", "by 40 tonnes"), so that "to …" gives the new level."""
    start = figure.outer_start
    window_start = max(source.start, start - 40)
    if _verb_before(source.low, window_start, start):
        return True
    found = _PREPOSITION.search(source.low, window_start, start)
    return found is not None and found[1] in ("by", "up", "down")


_NO_TARGET = re.compile(rf"(?:{alternatives('no target of change')}) $")


_SAID_AGAIN = re.compile(r"points?(?:,? or | \()(?:about |nearly |roughly )?$")


def give_role(source: Source, figure: Figure) -> None:
    """Set ``role`` and ``cue`` from the words around the figure; "value" when nothing says otherwise."""
    if figure.role != "value":
        return
    low, start = source.low, figure.outer_start
    window_start = max(source.start, start - 40)
    found = _PREPOSITION.search(low, window_start, start)
    if found is not None:
        _after_preposition(source, figure, found[1], found.start())
    elif figure.kind in ("percent", "money", "measure", "number", "count", "rate", "duration"):
        verb = _verb_before(low, window_start, start)
        if verb and figure.cue in ("below", "above", "under"):
            figure.role, figure.cue = "to", f"{verb} … {figure.cue}"
        elif verb and (figure.kind in ("percent", "measure") or verb in role_words("change of level")):
            figure.role, figure.cue = "change", verb
    again = figure.kind == "percent" and _SAID_AGAIN.search(low, window_start, figure.start) is not None
    if again and not low.startswith(" of ", figure.outer_end):
        figure.role, figure.cue = "change", "or"  # "rose 20 points, or 0.2%"; "won 20 points, or 30% of all"
    if figure.role == "value" and _after_pattern().match(low, figure.outer_end, source.end):
        figure.role, figure.cue = "change", low[figure.outer_end : figure.outer_end + 24].split()[0]
    if figure.role == "value":
        _set_by_page(source, figure)


_ADVERBS = f"{_ASIDE}|another|sharply|slightly|further|as much as|up to"
_ADVERB = re.compile(rf"(?:(?<![a-z])(?:{_ADVERBS}) ?)+$")


_MADE_UP = re.compile(r"(?:ma[dk]e|makes|making|took|takes?|taking|end|ended|ends|set|sets|pick|picked) up$")


def _verb_before(low: str, window_start: int, start: int) -> str:
    """A verb of change directly before the figure: "rose 12 %", "up almost 3 %"."""
    window = low[window_start:start].rstrip()
    adverb = _ADVERB.search(window)
    if adverb is not None:
        window = window[: adverb.start()].rstrip()
    word = window[window.rfind(" ") + 1 :]
    if word == "up" and _MADE_UP.search(window) is not None:
        return ""
    return word if word in role_words("change") else ""


def _after_preposition(source: Source, figure: Figure, preposition: str, start: int) -> None:
    if preposition in ("at", "of") or (
        preposition == "to" and _NO_TARGET.search(source.low, max(source.start, start - 14), start)
    ):
        return
    if preposition in ("up", "down"):
        if _MADE_UP.search(source.low, max(source.start, start - 10), start + 2) is None and figure.kind not in (
            "count",
            "number",
        ):
            figure.role, figure.cue = "change", preposition
        return
    verb = change_verb(source, start)
    if not verb:
        return
    roles = {"to": "to", "from": "from", "by": "change"}
    figure.role = roles[preposition]  # type: ignore[assignment]
    figure.cue = f"{verb} … {preposition}"


_PER_OWNER = re.compile(rf"[^.;\n]{{0,40}}?\bper (?:{alternatives('owner of a limit')})\b")


def _set_by_page(source: Source, figure: Figure) -> None:
    """A bound that a page sets: "limit of 5", "up to 100 buckets per account", "defaults to 30 seconds"."""
    low = source.low
    before = low[max(source.start, figure.outer_start - 48) : figure.end]
    if figure.cue in role_words("limit after") and (figure.lo is None or figure.hi is None):
        figure.role = "limit"
        return
    default = _limit_pattern("default").search(before)
    if default is not None:
        figure.role, figure.cue = "default", default.group()
        return
    limit = _limit_pattern("limit").search(before)
    if limit is None:
        limit = _limit_pattern("limit after").match(low, figure.outer_end + 1, source.end)
    if limit is not None:
        figure.role, figure.cue = "limit", limit.group()
    elif (
        figure.lo is None
        and figure.cue in ("up to", "at most", "no more than")
        and _PER_OWNER.match(low, figure.outer_end, source.end)
    ):
        figure.role = "limit"
