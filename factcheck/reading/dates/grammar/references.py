"""References to the present, the past and the time the text has come to: now, former, at that time.

>>> from factcheck.reading.dates.grammar.cascade import apply, tokens
>>> [token.value for token in apply(RULES, list(tokens("now")))]
[Reference(timex='PRESENT_REF')]
"""

from __future__ import annotations

from factcheck.reading.dates.expression import Expression, Offset, Reference, Shifted
from factcheck.reading.dates.grammar.cascade import Match, Rule

_AT = (
    "at", "by", "during", "since", "from", "until", "in", "throughout", "before", "after",
)  # fmt: skip
_LOWER = ("unknown", "unknowns")


def _now(match: Match) -> Expression | None:
    if match.token("now").kind == "CURRENT":
        return Reference("PRESENT_REF")
    return Reference(match.code("now"))


def _present(match: Match) -> Expression:
    """to date, at present, present-day, for the time being"""
    return Reference("PRESENT_REF")


def _past(match: Match) -> Expression | None:
    return Reference("PAST_REF") if match.after not in _LOWER else None


def _numbered_day(match: Match) -> Expression | None:
    """day five: of something that the words do not date"""
    return Offset(((1, "day"),), 1, "event") if match.number("number") < 100 else None


def _that_time(match: Match) -> Expression | None:
    """at that time, during this period: the time the text has reached"""
    if match.token("which").kind == "THIS" and match.before not in _AT:
        return None
    return Shifted("time", 0 if match.token("which").kind == "THIS" else 1, "text")


def _the_time(match: Match) -> Expression | None:
    return Shifted("time", 0, "text") if match.before in ("at", "of", "by") and match.after != "of" else None


def _then(match: Match) -> Expression | None:
    """since then, by then; alone it only says what came next"""
    return Shifted("time", 1, "text") if match.before in ("since", "until", "till", "by", "from") else None


RULES: tuple[Rule, ...] = (
    Rule("then", _then),
    Rule("now=NOW", _now),
    Rule("now=CURRENT", _now),
    Rule("( present | modern ) -? DAY_WORD", _present),
    Rule("at present", _present),
    Rule("at the present time", _present),
    Rule("to date", _present),
    Rule("the time being", _present),
    Rule("the PAST", _past),
    Rule("the? which=ANAPHOR ( time | period )", _that_time),
    Rule("the time", _the_time),
    Rule("DAY_WORD number=DAY_COUNT", _numbered_day),
    Rule("at the moment", _present),
    Rule("right now=NOW", _now),
)
