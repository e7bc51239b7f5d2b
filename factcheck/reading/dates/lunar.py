"""Days of the Jewish and the Islamic calendar, as days of ours.

>>> rosh_hashanah(2021), islamic_day(2024, 10, 1)
(datetime.date(2021, 9, 7), datetime.date(2024, 4, 10))

The arithmetic is that of Reingold and Dershowitz, Calendrical Calculations (chapters 7 and 8). The Jewish calendar is
computed by everybody in the same way. The Islamic months begin, in most countries, when the new moon has been seen:
what is computed is the tabular calendar, which the day announced follows to within one.
"""

from __future__ import annotations

from datetime import date

_JEWISH_EPOCH = -1373427  # days before 1 January of the year 1
_JEWISH_YEARS_BEFORE = 3761  # the Jewish year that begins in the autumn of a year
_ISLAMIC_EPOCH = 227014
_ISLAMIC_YEAR = 354.3667  # days, on average


def rosh_hashanah(year: int) -> date:
    """The first day of the Jewish year that begins in the autumn of a year of ours."""
    jewish = year + _JEWISH_YEARS_BEFORE
    before, this, after = (_elapsed(one) for one in (jewish - 1, jewish, jewish + 1))
    moved = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(_JEWISH_EPOCH + this + moved)


def _elapsed(year: int) -> int:
    """Days from the epoch to the mean new moon of a Jewish year, put off from Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def islamic_day(year: int, month: int, day: int) -> date:
    """The first day in a year of ours that is this day of the tabular Islamic calendar. ValueError before 623."""
    islamic = int((date(year, 1, 1).toordinal() - _ISLAMIC_EPOCH) / _ISLAMIC_YEAR)
    for one in (islamic, islamic + 1, islamic + 2):
        found = _islamic(one, month, day)
        if one >= 1 and found.year == year:
            return found
    raise ValueError(f"no day of the Islamic calendar in {year}")


def _islamic(year: int, month: int, day: int) -> date:
    leap = (3 + 11 * year) // 30
    return date.fromordinal(_ISLAMIC_EPOCH + (year - 1) * 354 + leap + 29 * (month - 1) + month // 2 + day)
