"""Claims for a terminal: one line for each mention, with what it is about and what it allows.

>>> list(write_claims([]))
[]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Claim, Reading
from factcheck.writers.neutralise import one_line
from factcheck.writers.wording import implied_words, stated_words

NAME = "text"
SUFFIXES = (".txt",)


def write_claims(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        for claim in reading.claims:
            yield _line(claim) + "\n"


def _line(claim: Claim) -> str:
    cited, frame = claim.citation, claim.frame
    about = ", ".join(one_line(word) for word in (frame.measure, *frame.subject, *frame.qualifiers) if word)
    stated, implied = stated_words(claim), implied_words(claim)
    value = stated if implied == stated else f"{stated} (allows {implied})"
    place = f"{one_line(cited.path)}:{cited.line}:{cited.column}"
    return f"{place}: {one_line(cited.quote)} = {value}; {claim.role}; about: {about or 'unknown'}"
