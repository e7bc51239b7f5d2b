"""Whom an age describes where no name is given: the "boy" of "a 4-year-old boy".

>>> described("A 4-year-old boy fell off the pier.", "4-year-old"), described("Ann Lee, 41, fell.", "41")
('boy', '')
"""

from __future__ import annotations

import re
from itertools import islice

from factcheck.lexicon.aliases import is_place
from factcheck.lexicon.generic import generic
from factcheck.lexicon.lemmas import lemma, noun_lemma
from factcheck.lexicon.measures import is_person
from factcheck.lexicon.verbs import verb_form
from factcheck.model import Claim

# How many words may stand between an age and the noun: "a 4-year-old local boy".
_BETWEEN = 3
_NEXT_WORD = re.compile(r"\s+(\w+)")
_VERBS = frozenset({"is", "was", "has", "had", "who"})


def holder(claim: Claim) -> str:
    return described(claim.citation.sentence, claim.citation.quote)


def described(sentence: str, quote: str) -> str:
    """The first noun for a person right behind the quote, as a lemma; "person" for one who is only called by the age
    ("the six-year-old fell"); "" if there is none."""
    before, _, behind = sentence.partition(quote)
    words = [noun_lemma(word.strip(".,;:!?\"'()").lower()) for word in islice(behind.split(), _BETWEEN)]
    found = next((word for word in words if is_person(word)), "")
    return found or ("person" if _is_called_so(before, quote, behind) else "")


def _is_called_so(before: str, quote: str, behind: str) -> bool:
    """Whether "the six-year-old" stands where a name could: before a verb or a sign."""
    if not quote.endswith("old") or before.split()[-1:] not in (["The"], ["the"]):
        return False
    following = _NEXT_WORD.match(behind)
    return following is None or verb_form(following[1].lower()) is not None or following[1].lower() in _VERBS


def people(claim: Claim) -> frozenset[str]:
    """The names among a claim's subjects that can be a person's: no place, and none behind "in" or "at"."""
    sentence = claim.citation.sentence
    return frozenset(
        name
        for name in claim.frame.subject
        if name[:1].isupper() and not is_place(name) and re.search(rf"\b{_WHERE} {re.escape(name)}", sentence) is None
    )


_WHERE = r"(?:in|at|near|from|of|outside|capital,?)"


def is_birthday(claim: Claim) -> bool:
    """ "Turned 18": the age somebody had on one day of the past, and not at the telling."""
    before = claim.citation.sentence.partition(claim.citation.quote)[0].split()
    return bool(before) and lemma(before[-1].lower()) in generic("ages of a day")
