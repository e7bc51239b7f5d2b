"""What Python's collector of cycles is told: a run makes records by the hundred thousand, and they hold no cycles.

Looking through all of them again and again for cycles costs a twelfth of a cold run and a sixth of a warm one, and
frees nothing: what is no longer needed goes by counting references. The program asks for this once, in each of its own
processes; whoever imports the package has the collector as it was when the call that asked for it returns.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Records between two looks at the youngest of them, and how many looks to one at the older and the oldest.
RECORDS, LOOKS, OLDER = 100_000, 50, 100


def look_seldom() -> None:
    """Let the collector look at what is new after ``RECORDS`` records, and seldom at what is old.

    >>> before = gc.get_threshold()
    >>> look_seldom()
    >>> gc.get_threshold()[0] == RECORDS
    True
    >>> gc.set_threshold(*before)
    """
    gc.set_threshold(RECORDS, LOOKS, OLDER)


@contextmanager
def looking_seldom() -> Iterator[None]:
    """``look_seldom`` until the block ends."""
    before = gc.get_threshold()
    look_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
