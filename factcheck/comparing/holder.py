"""Whom an age describes where no name is given: the "boy" of "a 4-year-old boy".

>>> described("A 4-year-old boy fell off the pier.", "4-year-old"), described("Ann Lee, 41, fell.", "41")
('boy', '')
"""

from __future__ import annotations

from itertools import islice

from factcheck.lexicon.lemmas import noun_lemma
from factcheck.lexicon.measures import is_person
from factcheck.model import Claim

# How many words may stand between an age and the noun: "a 4-year-old local boy".
_BETWEEN = 3


def holder(claim: Claim) -> str:
    return described(claim.citation.sentence, claim.citation.quote)


def described(sentence: str, quote: str) -> str:
    """The first noun for a person right behind the quote, as a lemma; "" if there is none."""
    behind = sentence.partition(quote)[2].split()
    words = (noun_lemma(word.strip(".,;:!?\"'()").lower()) for word in islice(behind, _BETWEEN))
    return next((word for word in words if is_person(word)), "")
