"""Numbers that name instead of count: the release of a product, the number of a section, a footnote mark, a code.

>>> names_something("Halden Server 4.2 is out.", 14, "4.2", ("Halden Server",))
True
>>> names_something("The pump stops after 3 retries.", 21, "3", ())
False
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.model import Claim

_BARE = re.compile(r"\d{1,4}(?:\.\d{1,3})*")
_WORD_BEFORE = re.compile(r"(?<![^\s()])([^\s()]++)\)?[ \u00a0]v?\Z")
_MARK_BEFORE = re.compile(r"<sup>\s*\Z", re.IGNORECASE)
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|the same)\s+[*_`]*\Z", re.IGNORECASE)
_SECTION_BEHIND = re.compile(r"[\s.*_:)]+[A-Z][a-z]+")
_SINGULAR_BEHIND = re.compile(
    r"[*_`]*\s+(?:[\w-]+\s)?(?:error|response|status|code|page|redirect|report|form|licen[cs]e)\b"
)
_NAME_BEFORE = re.compile(r"\b(?!In |By |Since |From |Until |After |Before |During |Of )[A-Z][a-z]+[ ]\Z")
_NAME_BEHIND = re.compile(r"[ ](?:[A-Z][a-z]+)\b")
_CLAUSE_BEHIND = re.compile(r"-clause\b", re.IGNORECASE)
# Characters before a figure in which the word right before it is looked for: a sentence may be one endless word.
_REACH = 80


# A field that gives a name: "label: 2.1 SP1", "shortName: Dock 4".
_NAMING_KEY = re.compile(r"(?:label|name|title)\Z", re.IGNORECASE)


def names_something(sentence: str, start: int, quote: str, names: Iterable[str]) -> bool:
    """Whether the bare number ``quote`` at ``start`` of a sentence names a thing, perhaps one of ``names``."""
    number = quote.strip("*_` ")
    if not _BARE.fullmatch(number):
        return False
    end, near = start + len(quote), max(0, start - _REACH)
    if _MARK_BEFORE.search(sentence, near, start) or _CLAUSE_BEHIND.match(sentence, end):
        return True
    if _ARTICLE_BEFORE.search(sentence, near, start) and _SINGULAR_BEHIND.match(sentence, end):
        return True
    if "." in number and not sentence[:start].strip("*_#> "):
        return _SECTION_BEHIND.match(sentence, end) is not None
    return _behind_a_name(sentence, near, start, names)


def _behind_a_name(sentence: str, near: int, start: int, names: Iterable[str]) -> bool:
    """ "Server 4.2", ".NET 4.5", "Halden Suite (HS) 3": the word right before ends a name of the sentence."""
    match = _WORD_BEFORE.search(sentence, near, start)
    if match is None:
        return False
    word = match[1].strip("*_`[]").lower()
    ends = {name.split()[-1].lower() for name in names if name != name.lower()}
    return any(word == end or word.endswith(f"/{end}") for end in ends)


def _between_names(sentence: str, start: int, quote: str) -> bool:
    """A year in the middle of a name: "Halden 2010 Standard"."""
    named = _NAME_BEFORE.search(sentence, max(0, start - _REACH), start) is not None
    return named and _NAME_BEHIND.match(sentence, start + len(quote)) is not None


def is_naming(claim: Claim) -> bool:
    """Whether the number of a claim names something. Figures with a unit never do, years only amid a name."""
    citation, quantity = claim.citation, claim.quantity
    if claim.time is not None and claim.time.grain == "year":
        return _between_names(citation.sentence, citation.offset, citation.quote)
    if quantity is None or quantity.unit or quantity.kind not in ("number", "count"):
        return False
    if any(kind == "key" and _NAMING_KEY.search(key) for kind, key in claim.labels):
        return True
    names = (*claim.frame.names, *claim.frame.subject)
    return names_something(citation.sentence, citation.offset, citation.quote, names)
