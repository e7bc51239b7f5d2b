"""Claims for a terminal: one line for each mention, with what it is about and what it allows.

>>> list(write_claims([]))
[]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Citation, Claim, Reading, Stamp
from factcheck.writers.neutralise import no_commands, one_line
from factcheck.writers.ordering import mentioned
from factcheck.writers.wording import implied_words, stated_words, time_words

NAME = "text"
SUFFIXES = (".txt",)

_STAMPS = {"page": "of the page itself", "name": "of a name", "pointer": "points to no time in particular"}


def write_claims(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        for mention in mentioned(reading):
            yield no_commands(_stamp_line(mention) if isinstance(mention, Stamp) else _line(mention)) + "\n"


def _stamp_line(stamp: Stamp) -> str:
    value = time_words(stamp.time, implied=False)
    return f"{_place(stamp.citation)} = {value}; no claim: {_STAMPS[stamp.of]}"


def _place(cited: Citation) -> str:
    return f"{one_line(cited.path)}:{cited.line}:{cited.column}: {one_line(cited.quote)}"


def _line(claim: Claim) -> str:
    frame = claim.frame
    about = ", ".join(one_line(word) for word in (frame.measure, *frame.subject, *frame.qualifiers) if word)
    stated, implied = stated_words(claim), implied_words(claim)
    value = stated if implied == stated else f"{stated} (allows {implied})"
    return f"{_place(claim.citation)} = {value}; {claim.role}; about: {about or 'unknown'}"
