"""How a reader wants a report laid out; the same record goes to every writer, which uses what it can.

>>> Layout(width=72).max_conflicts is None
True
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """``color`` and ``width`` (in columns) are for the terminal. ``verbose`` lists what is otherwise only counted.

    ``max_conflicts`` is the number of conflicts written out in full, None for all; the rest are counted.
    ``rest`` is the file that holds those, as a link from this report, "" if none does.
    ``link_prefix`` goes before a path in a Markdown or HTML link, for a report that is kept elsewhere than the folder
    the paths are relative to ("../" for ``reports/example.md``).
    """

    color: bool = False
    width: int = 100
    verbose: bool = False
    max_conflicts: int | None = None
    rest: str = ""
    link_prefix: str = ""


PLAIN = Layout()
"""What a writer does when nobody said otherwise."""
