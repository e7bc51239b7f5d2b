"""The constants file: wholes that shares are taken of, each as a sentence with a value and whose it is.

    - id: area-of-varennia
      says: Varennia has an area of 60,000 square kilometres.

A constant is written and read like a fact of the truth file; "18 %" of it then says how much that is.

>>> KEYS
('id', 'says', 'value', 'tolerance', 'since', 'until', 'note')
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factcheck.model import Document, Reading
from factcheck.rulebook.facts import Fact, load_facts

KEYS = ("id", "says", "value", "tolerance", "since", "until", "note")


def load_constants(path: Path, reader: Callable[[Document], Reading]) -> tuple[Fact, ...]:
    """The constants of a file, in its order. ``reader`` is the program's own reading of a document.

    Raises UserError (CombinedUserError for several mistakes) as ``load_facts`` does, and for a constant that is no
    whole: a date, a share, a bound, or a figure that is said of no name.
    """
    return load_facts(path, reader, KEYS, "constant", _fault)


def _fault(constant: Fact) -> tuple[str, str] | None:
    """What keeps a sentence from being a constant, and what would be right."""
    quantity, named = constant.claim.quantity, constant.claim.frame.subject[:1]
    if quantity is None or quantity.unit == "percent" or None in (quantity.implied.lo, quantity.implied.hi):
        return f"no whole: {constant.says!r}", "give an amount, such as an area"
    if not named or not named[0][:1].isupper():
        return f"nothing is named here: {constant.says!r}", "begin with the name of the thing"
    return None
