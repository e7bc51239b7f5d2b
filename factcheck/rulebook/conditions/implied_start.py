"""implied_start: whether a length of time, counted back from when it was told, begins on the date of the other side.

>>> accepts("overlap")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.rulebook.arguments import choice
from factcheck.rulebook.columns import Ends, Floats, Mask, numbers, texts

if TYPE_CHECKING:
    from pandas import DataFrame

    from factcheck.rulebook.columns import Side

NAME = "implied_start"
SUMMARY = (
    "a length of time on one side and a date on the other: the start that the length implies, counted back from its "
    "as-of day, can fall into the date (`overlap`), cannot (`disjoint`), or is `unknown` without an as-of day"
)
EXAMPLES = (
    ({"stated_lo": 985, "stated_hi": 1096, "dimension": "[time]", "as_of_start": 739221, "as_of_end": 739221},
     {"stated_lo": 738187, "stated_hi": 738214, "dimension": "date"}, "overlap", True),
    ({"stated_lo": 738187, "stated_hi": 738214, "dimension": "date"},
     {"stated_lo": 985, "stated_hi": 1096, "dimension": "[time]", "as_of_start": 739221, "as_of_end": 739221},
     "overlap", True),
    ({"stated_lo": 985, "stated_hi": 1096, "dimension": "[time]", "as_of_start": 739221, "as_of_end": 739221},
     {"stated_lo": 737000, "stated_hi": 737030, "dimension": "date"}, "disjoint", True),
    ({"stated_lo": 985, "stated_hi": 1096, "dimension": "[time]"},
     {"stated_lo": 737000, "stated_hi": 737030, "dimension": "date"}, "unknown", True),
)  # fmt: skip

LENGTHS = "[time]"


def accepts(argument: object) -> None:
    choice(argument, ("overlap", "disjoint", "unknown"))


def holds(pairs: DataFrame, argument: object) -> Mask:
    left_length = (texts(pairs, "left", "dimension") == LENGTHS) & (texts(pairs, "right", "dimension") == "date")
    right_length = (texts(pairs, "right", "dimension") == LENGTHS) & (texts(pairs, "left", "dimension") == "date")
    starts = _implied(pairs, "left"), _implied(pairs, "right")
    days = _days(pairs, "left"), _days(pairs, "right")
    meets = np.where(left_length, starts[0].meets(days[1]), starts[1].meets(days[0]))
    unknown = np.where(left_length, starts[0].missing | days[1].missing, starts[1].missing | days[0].missing)
    match argument:
        case "overlap":
            wanted = meets
        case "disjoint":
            wanted = ~meets & ~unknown
        case _:
            wanted = unknown
    return np.asarray((left_length | right_length) & wanted, dtype=bool)


def _implied(pairs: DataFrame, side: Side) -> Ends:
    """[first as-of day − longest length, last as-of day − shortest], a day either side for counting either way."""
    shortest, longest = numbers(pairs, side, "lo"), numbers(pairs, side, "hi")
    first, last = numbers(pairs, side, "as_of_start"), numbers(pairs, side, "as_of_end")
    return Ends.of(np.floor(first - longest) - 1.0, np.ceil(last - shortest) + 1.0)


def _days(pairs: DataFrame, side: Side) -> Ends:
    """The first day a date names up to the last; of "since 2014" only its year is known to hold the start."""
    start, end = numbers(pairs, side, "stated_lo"), numbers(pairs, side, "stated_hi")
    return Ends.of(start, _start_by(start, end, texts(pairs, side, "grain")))


def _start_by(start: Floats, end: Floats, grain: np.ndarray) -> Floats:
    """The last day on which something "since" a date can have begun, by the grain of the date."""
    length = np.select([grain == "day", grain == "week", grain == "month", grain == "quarter"], [0.0, 6.0, 30.0, 91.0], 365.0)
    return np.where(np.isnan(end), start + length, end)
