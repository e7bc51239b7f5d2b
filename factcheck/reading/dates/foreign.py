"""Dates in other languages ("3. März 2014", "12 de mayo de 1987"), which dateparser reads once their words are found.

>>> text = "Signed on 3. März 2014 in Kiel."
>>> [(found.start, found.end, found.expression.month) for found in foreign_dates(text, 0, len(text))]
[(10, 22, 3)]

This is the only module that imports dateparser, and it gives it nothing but the words of one full date: its own search
takes shares and amounts for dates. It is asked with its languages and its settings spelled out, so that neither the
clock nor the locale of the machine has a say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.reading.dates.expression import Calendar
from factcheck.reading.dates.grammar.read import Reading
from factcheck.reading.dates.vocabulary import vocabulary

LANGUAGES = ("de", "fr", "es", "it", "nl", "pt", "pl", "sv")
# What must not stand before the figure is looked at after its first digit: the search then goes from digit to digit.
_DATE = re.compile(
    r"\d(?<![\d.,/-].)\d?(?:\.|er|º)? (?:de |d['’])?([^\W\d_]{3,10})\.? (?:de |del )?(?:1[5-9]|20)\d\d(?!\d)"
)
# The first letters of the names of months in these languages: most words between two figures need not be asked about.
_BEGINNINGS = (
    "ja", "jä", "ge", "en", "st", "fe", "fé", "lu", "lut", "mä", "ma", "mr", "ap", "av", "ab", "kw", "me", "ju", "gi",
    "cz", "li", "lu", "ag", "ao", "au", "si", "se", "wr", "oc", "ok", "ou", "ot", "pa", "no", "lis", "de", "dé", "di",
    "dez", "gr",
)  # fmt: skip


def foreign_dates(text: str, start: int, end: int) -> Iterator[Reading]:
    """Full dates whose month is named in another language; offsets are those of ``text``."""
    for match in _DATE.finditer(text, start, end):
        month = match.group(1)
        if month not in vocabulary() and month.casefold().startswith(_BEGINNINGS):
            found = _read(match.group())
            if found is not None:
                yield Reading(match.start(), match.end(), found)


@lru_cache(maxsize=1024)
def _read(words: str) -> Calendar | None:
    import dateparser

    found = dateparser.parse(
        words,
        languages=list(LANGUAGES),
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": "DMY",
            "TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": False,
            "PARSERS": ["absolute-time"],
        },
    )
    return Calendar(found.year, found.month, found.day) if found is not None else None
