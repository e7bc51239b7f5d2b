"""TIMEX3 values of counted units.

>>> length_timex(((3, "year"),)), length_timex(((None, "month"),)), length_timex(((2.5, "hour"),))
('P3Y', 'PXM', 'PT2.5H')
"""

from __future__ import annotations

# Unit: its TIMEX3 letters, with T where the unit is shorter than a day, and how many of them it is.
_LETTERS = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "day": ("D", 1), "night": ("D", 1), "week": ("W", 1),
    "fortnight": ("W", 2), "weekend": ("WE", 1), "weekday": ("WD", 1), "month": ("M", 1), "quarter": ("Q", 1),
    "year": ("Y", 1),
    "decade": ("DE", 1), "century": ("CE", 1), "millennium": ("ML", 1),
}  # fmt: skip
SIZES = ("second", "minute", "hour", "day", "week", "month", "year")


def length_timex(lengths: tuple[tuple[float | None, str], ...]) -> str:
    """The value of one or more counts of units, largest first; a count of None is an X.

    >>> length_timex(((1, "year"), (2, "month")))
    'P1Y2M'
    """
    dates, times = "", ""
    for count, unit in lengths:
        letters, factor = _LETTERS[unit]
        figure = "X" if count is None else f"{count * factor:.12g}"
        if letters[0] == "T":
            times += figure + letters[1]
        else:
            dates += figure + letters
    return f"P{dates}T{times}" if times else f"P{dates}"
