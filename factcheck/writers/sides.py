"""The places of a conflict in the order a check shows them, and the conflict in one line.

The first place of the first position is the one that a check which shows a single place points at.

>>> relative_uri("pages/a b.md"), relative_uri("https://example.org/a")
('pages/a%20b.md', 'https%3A//example.org/a')
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from factcheck.model import Claim, Conflict, Position, Span
from factcheck.writers.neutralise import one_line


def claims_of(conflict: Conflict) -> tuple[Claim, ...]:
    """Every claim of every position, the primary one first; never empty for a conflict that was reported."""
    return tuple(claim for position in conflict.positions for claim in position.claims)


def first_in_each_path(conflict: Conflict) -> tuple[Claim, ...]:
    """The first place in each file: what formats show that keep one entry a file."""
    first: dict[str, Claim] = {}
    for claim in claims_of(conflict):
        first.setdefault(claim.citation.path, claim)
    return tuple(first.values())


def told_places(conflict: Conflict, position: Position) -> Sequence[Claim]:
    """The places of a position that a reader has to see.

    A computed side shows only what it was computed from elsewhere: the sentence of the stated side holds the rest.
    """
    if position.computed is None:
        return position.claims
    stated = [claim for each in conflict.positions if each.computed is None for claim in each.claims]
    seen = {_sentence(claim) for claim in stated}
    return tuple(claim for claim in position.claims if _sentence(claim) not in seen)


def _sentence(claim: Claim) -> tuple[str, Span]:
    return claim.citation.doc_id, claim.citation.sentence_span


def place_words(claim: Claim) -> str:
    return one_line(f"{claim.citation.path}:{claim.citation.line}")


def headline(conflict: Conflict) -> str:
    """``subject: value (place) against value (place)``, on one line."""
    sides = [
        f"{one_line(position.text)} ({', '.join(place_words(claim) for claim in position.claims)})"
        for position in conflict.positions
    ]
    return f"{one_line(conflict.subject or conflict.message)}: {' against '.join(sides)}"


def relative_uri(path: str) -> str:
    """The path as a URI reference: an absolute path as ``file:``, everything else relative, even "https://…"."""
    encoded = quote(path.removeprefix("./").encode("utf-8", "replace"), safe="/")
    return f"file://{encoded}" if encoded.startswith("/") else encoded
