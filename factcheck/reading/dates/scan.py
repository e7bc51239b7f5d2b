"""Where to look: stretches of words of time in a passage, found in one cheap pass.

>>> text = "It was sold in May 2014 to a bank."
>>> [text[start:end] for start, end, *_ in stretches(text, 0, len(text))]
['in May 2014 to a']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from factcheck.reading.dates.lexer import TOKEN, UNKNOWN, UNKNOWN_PLURAL, UNKNOWN_TITLE, alphabet, class_string

# A stretch is read only if it holds one of these.
TRIGGERS = (
    "MONTH", "MONTH_TITLE", "MONTH_LOWER", "MONTH_SHORT", "WEEKDAY", "WEEKDAY_SHORT", "WEEKDAYS", "DAYPART",
    "DAYPARTS", "NIGHT", "NIGHTS", "UNIT", "UNITS", "UNIT_SHORT", "DAY_WORD", "WEEK_WORD", "WEEKEND_WORD",
    "MONTH_WORD", "YEAR_WORD", "QUARTER", "QUARTER_LETTER", "CENTURY", "CENTURIES", "SEASON", "SEASON_TITLE",
    "SEASON_LOWER", "SEASONS", "DEICTIC", "TONIGHT", "NOW", "ADVERB_SET", "WEEKEND_SET", "DECADE_WORD", "ERA", "AMPM",
    "CLOCK_WORD", "YEAR4", "DECADE", "CLOCK", "DATE", "STAMP", "DAY_MONTH", "ORD_DIGITS", "MEAL", "CLOSE_OF",
    "FISCAL_SHORT",
    "FEAST_WORD", "SECOND", "HALF_LETTER", "ORDINAL", "CARDINAL", "CURRENT", "time", "moment", "period", "date",
    "present", "PAST", "then", "'",
)  # fmt: skip


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, class of the word before, class of the word after) of each stretch worth reading."""
    region = text[start:end]
    classes = class_string(region)
    found = [match.span() for match in _worth_reading().finditer(classes)]
    if not found:
        return
    words = TOKEN.finditer(region)  # in step with the classes; those between two stretches are passed over
    kinds, passed = _kinds(), 0
    for first, last in found:
        opening = next(islice(words, first - passed, None))
        closing = next(islice(words, last - first - 2, None)) if last - first > 1 else opening
        passed = last
        begin = opening.start()
        before = kinds[classes[first - 1]] if first else "edge"
        if first and region[begin].isdigit() and region[begin - 1].isalpha():
            before = "#"  # FX2051 is a name
        after = kinds[classes[last]] if last < len(classes) else "edge"
        yield start + begin, start + closing.end(), before, after


def opens_with_time(text: str, start: int, end: int) -> bool:
    """Whether the first word there is one that the grammar of times knows.

    >>> opens_with_time("May 3", 0, 5), opens_with_time("Rain fell", 0, 9)
    (True, False)
    """
    first = TOKEN.match(text, start, end)
    return first is not None and _kinds()[class_string(first[0])[0]] not in (UNKNOWN, UNKNOWN_PLURAL, UNKNOWN_TITLE)


@cache
def _kinds() -> dict[str, str]:
    return {character: kind for kind, character in alphabet().items()}


@cache
def _worth_reading() -> re.Pattern[str]:
    """Known words in a row with a trigger among them; looked for from the first of a row only, so in linear time."""
    letters = alphabet()
    unknown = "".join(letters[kind] for kind in (UNKNOWN, UNKNOWN_TITLE, UNKNOWN_PLURAL))
    triggers = "".join(letters[kind] for kind in TRIGGERS)
    return re.compile(f"(?<![^{unknown}])[^{unknown}{triggers}]*[{triggers}][^{unknown}]*")
