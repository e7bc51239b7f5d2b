"""Written figures: which of them are days, years, decades, clock times or whole dates.

>>> number_kind("1990s")[0], number_kind("2014-05-03")[0], number_kind("1,500")[0]
('DECADE', 'DATE', 'AMOUNT')
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from factcheck.reading.dates.expression import Calendar, Clock, Expression, Years

SPLIT = "split"  # several figures in one, to be read one by one
NUMBER_KINDS = (
    "ZERO", "INT_12", "INT_24", "INT_31", "INT_99", "YEAR4", "AMOUNT", "ORD_DIGITS", "ORD_BIG", "DECADE", "CLOCK",
    "DATE", "STAMP", "DAY_MONTH", "unknown",
)  # fmt: skip
EARLIEST_YEAR, LATEST_YEAR = 1000, 2199
_SUFFIXED = re.compile(r"(\d+(?:[.,:]\d+)*)([^\W\d_]+)")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.]([0-5]\d))?")
_ISO = re.compile(r"(\d{4})([-/.‐‑–])(\d{1,2})\2(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([-/.‐‑–])(\d{1,2})\2(\d{4}|\d\d)")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_PAIR = re.compile(r"(\d{1,2})/(\d{1,2})")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+,\d+")
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST = 40


@lru_cache(maxsize=8192)
def number_kind(raw: str) -> tuple[str, int | float | str | Expression]:
    """The class and value of a figure that begins with a digit, punctuation and letters stuck to it included."""
    if len(raw) > _LONGEST:
        return "unknown", 0
    if stamp := _STAMP.fullmatch(raw):
        return _stamp(stamp)
    if raw.isdecimal():
        return _whole(raw)
    if raw[-1].isalpha() or (raw[-1] == "." and raw[-2].isalpha()):
        return _with_letters(re.sub(r"[.\s]+(?=m)|\.$", "", raw))
    for pattern, read in ((_CLOCK, _clock), (_ISO, _iso), (_NUMERIC, _numeric), (_PAIR, _pair)):
        match = pattern.fullmatch(raw)
        if match and (found := read(match)):
            return found
    if _AMOUNT.fullmatch(raw):
        return "AMOUNT", float(raw.replace(",", ""))
    return SPLIT, 0


def two_digit_year(number: int) -> int:
    """The century that writers mean by two digits: 30 … 99 are of the 1900s, the rest of the 2000s."""
    return number + (1900 if number >= 30 else 2000)


def valid_day(month: int, day: int) -> bool:
    """Whether a year can have this day.

    >>> valid_day(2, 30)
    False
    """
    return 1 <= month <= 12 and 1 <= day <= _MONTH_LENGTHS[month - 1]


def _whole(raw: str) -> tuple[str, int | float | str | Expression]:
    number = int(raw)
    if len(raw) == 4 and EARLIEST_YEAR <= number <= LATEST_YEAR:
        return "YEAR4", number
    if len(raw) == 8 and (compact := _COMPACT.fullmatch(raw)):
        year, month, day = (int(part) for part in compact.groups())
        if valid_day(month, day):
            return "DATE", Calendar(year, month, day)
    if len(raw) > 2:
        return "AMOUNT", number
    for kind, limit in (("ZERO", 0), ("INT_12", 12), ("INT_24", 24), ("INT_31", 31)):
        if number <= limit:
            return kind, number
    return "INT_99", number


def _with_letters(raw: str) -> tuple[str, int | float | str | Expression]:
    match = _SUFFIXED.fullmatch(raw)
    if match is None:
        return SPLIT, 0
    figure, letters = match.group(1), match.group(2).lower()
    if figure.isdecimal():
        number = int(figure)
        if letters in ("st", "nd", "rd", "th"):
            return ("ORD_DIGITS" if 1 <= number <= 31 else "ORD_BIG"), number
        if letters == "s" and number % 10 == 0 and (len(figure) == 2 or EARLIEST_YEAR <= number <= LATEST_YEAR):
            return "DECADE", _decade(figure)
    if (letters in ("am", "pm") or (letters in ("a", "p") and ":" in figure)) and (
        clock := twelve_hours(figure, letters[0] == "p")
    ):
        return "CLOCK", clock
    return SPLIT, 0


def _decade(figure: str) -> Years:
    first = int(figure) if len(figure) == 4 else two_digit_year(int(figure))
    if first % 100 == 0 and first < 2000:  # "the 1800s" are a century; "the 2000s" mostly the decade
        return Years(f"{first // 100}", first, first + 99, "century")
    return Years(f"{first // 10}", first, first + 9, "decade")


def twelve_hours(figure: str, after_noon: bool) -> Clock | None:
    """The time that "11", "11:30" or "11.30" is with a.m. or p.m."""
    match = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))?", figure)
    if match is None or not 1 <= int(match.group(1)) <= 12:
        return None
    hour = int(match.group(1)) % 12 + (12 if after_noon else 0)
    return clock_time(hour, match.group(2), match.group(3))


def clock_time(hour: int, minute: str | None, second: str | None = None) -> Clock | None:
    """A time of day, as exact as it is written: an hour alone lasts to its end."""
    if minute is None:
        return Clock(hour * 60, hour * 60 + 59, f"T{hour:02d}")
    if int(minute) > 59 or hour > 24:
        return None
    at = (hour % 24) * 60 + int(minute)
    return Clock(at, at, f"T{hour:02d}:{minute}" + (f":{second}" if second else ""))


def _stamp(match: re.Match[str]) -> tuple[str, int | float | str | Expression]:
    """2014-05-03T10:15Z"""
    day = _iso(_ISO.fullmatch(match.group(1)))  # type: ignore[arg-type]
    clock = clock_time(int(match.group(2)), match.group(3))
    if day is None or not isinstance(day[1], Calendar) or clock is None:
        return "unknown", 0
    return "STAMP", replace(clock, zone=match.group(4) or "", day=day[1])


def _clock(match: re.Match[str]) -> tuple[str, int | float | str | Expression] | None:
    if "." in match.group():
        return None  # 8.30 is an amount unless a.m. or p.m. follows
    clock = clock_time(int(match.group(1)), match.group(2), match.group(3))
    return ("CLOCK", clock) if clock else None


def _iso(match: re.Match[str]) -> tuple[str, int | float | str | Expression] | None:
    year, month, day = int(match.group(1)), int(match.group(3)), int(match.group(4))
    if EARLIEST_YEAR <= year <= LATEST_YEAR and valid_day(month, day):
        return "DATE", Calendar(year, month, day)
    return "unknown", 0


def _numeric(match: re.Match[str]) -> tuple[str, int | float | str | Expression] | None:
    first, second, written = int(match.group(1)), int(match.group(3)), match.group(4)
    if len(written) == 2 and match.group(2) not in "/.":
        return "unknown", 0
    if match.group(2) == "." and len(written) == 2 and match.group().count(".") == 2 and first < 10 > second:
        return "unknown", 0  # 1.7.12 is a version
    year = int(written) if len(written) == 4 else two_digit_year(int(written))
    readings = _readings(first, second)
    if not readings or not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return "unknown", 0
    if match.group(2) == "." and valid_day(second, first):  # points are a European habit
        readings = ((second, first),)
    return "DATE", _ordered(year, readings, first, second)


def _readings(first: int, second: int) -> tuple[tuple[int, int], ...]:
    """(month, day) both ways round, month first."""
    return tuple(dict.fromkeys(pair for pair in ((first, second), (second, first)) if valid_day(*pair)))


def _pair(match: re.Match[str]) -> tuple[str, int | float | str | Expression] | None:
    readings = _readings(int(match.group(1)), int(match.group(2)))
    if not readings:
        return "unknown", 0
    return "DAY_MONTH", _ordered(None, readings, int(match.group(1)), int(match.group(2)))


def _ordered(year: int | None, readings: tuple[tuple[int, int], ...], first: int, second: int) -> Calendar:
    """The date, with both readings or with the habit that the one possible reading shows."""
    if len(readings) > 1:
        return Calendar(year, *readings[0], alternative=readings[1])
    if first == second:
        return Calendar(year, *readings[0])
    return Calendar(year, *readings[0], order="dmy" if readings[0] == (second, first) else "mdy")
