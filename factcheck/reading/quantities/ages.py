"""Ages: "a 45-year-old", "nine years old", "aged 45", "Vera Lind, 34,".

>>> low = "a 45-year-old"
>>> figure = Figure(2, 4, 45.0, 0, "digits")
>>> age_behind(Source(low, low, 0, len(low)), figure), figure.unit, figure.end
(True, 'year of age', 13)
"""

from __future__ import annotations

import re

from factcheck.reading.quantities.figure import Figure, Source

_GAP = r"(?:[ ]?[-–][ ]?|[ ])"
_BEHIND = re.compile(
    rf"{_GAP}(?P<unit>year|month|week|day)s?{_GAP}(?:old|of age)s?\b|[ -]?(?P<short>y/?o|yrs? old|y\.o\.)\b"
)
_AGED = re.compile(
    r"(?<![a-z])(?:aged?(?: of| at| between| from)?|ages(?: of)?|at the age of|turned|turns|turning|age is"
    r"|(?:died|dies|death|dead) at)"
    r"(?: (?:about|around|just|only|over|under))? $"
)


def age_behind(source: Source, figure: Figure) -> bool:
    """Give the figure the age written behind it. True if there was one."""
    found = _BEHIND.match(source.low, figure.end, source.end)
    if found is None or figure.form not in ("digits", "words", "mixed", "vague", "fraction"):
        return False
    _set(figure, f"{found['unit'] or 'year'} of age")
    figure.end = figure.outer_end = found.end()
    return True


def age_before(source: Source, figure: Figure) -> bool:
    """ "aged 45", or a name and the age between commas ("Vera Lind, 34, won")."""
    if figure.unit or figure.form not in ("digits", "words") or not 0 <= figure.value <= 122:
        return False
    start = max(source.start, figure.start - 24)
    counted = figure.noun_start >= 0 and not source.low.startswith(("years", "year"), figure.noun_start)
    percent = source.low.startswith((" percent", "%"), figure.end)
    if _AGED.search(source.low, start, figure.start) is not None and not counted and not percent:
        _set(figure, "year of age")
        return True
    return _of_person(source, figure) or _after_name(source, figure, start)


_PERSON = re.compile(r"\b(?:he|she)(?: is| was|’s|'s|(?: will| would) be)(?: only| just| now)? $")
_LIFE = re.compile(r"\blife expectancy\b[a-z ]{0,40}$")
_AT_AN_AGE = re.compile(r"[.;,!?](?!\d)|$| (?:by|when|this|next) ")


def _of_person(source: Source, figure: Figure) -> bool:
    """ "she will be 35 by May", "life expectancy is 73": only where nothing else is counted behind."""
    if figure.form != "digits" or (figure.step or 0) < -1 or figure.value < 16 or figure.noun_start >= 0:
        return False
    start = figure.outer_start
    life = _LIFE.search(source.low, max(source.start, start - 60), start)
    person = _PERSON.search(source.low, max(source.start, start - 24), start)
    at_an_age = _AT_AN_AGE.match(source.low, figure.end, source.end)
    if life is None and (person is None or at_an_age is None):
        return False
    _set(figure, "year of age")
    return True


_NAME = re.compile(r"(?<![\w,] )[A-Z][\w’'-]+, $|[A-Z][\w.’'-]+ (?:[\w’'-]+ )?[A-Z][\w’'-]+, $")


def _after_name(source: Source, figure: Figure, start: int) -> bool:
    if figure.form != "digits" or figure.step != 0 or figure.value < 1 or figure.noun_start >= 0:
        return False
    if source.text[figure.end : figure.end + 1] != "," or source.text[figure.start - 2 : figure.start] != ", ":
        return False
    if _NAME.search(source.text, max(source.start, figure.start - 48), figure.start) is None:
        return False
    following = source.text[figure.end + 1 : figure.end + 3]
    if not following.startswith(" ") or following[1:].isdigit():
        return False
    _set(figure, "year of age")
    return True


def _set(figure: Figure, unit: str) -> None:
    figure.unit, figure.dimension, figure.kind = unit, "age", "age"
