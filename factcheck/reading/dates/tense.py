"""Whether the words around a time look back or ahead, for expressions that could mean either ("on Friday").

>>> tense("The court will hear the case on Friday.", 32), tense("The court sat on Friday.", 14)
(1, -1)
>>> tense("Work begins in June, he said.", 12)
1
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter

_IRREGULAR = (
    "was were had did said told went came took made began fell rose won lost met held left gave found hit saw got "
    "became wrote sent kept struck brought broke led ran spoke shot died heard sold bought built paid felt knew "
    "grew drew flew threw stood understood thought taught caught fought sought slept drove rode swore tore wore "
    "chose froze stole sank swam sang drank sat lay bore spent lent burnt"
)
_AHEAD = (
    r"(?:[Ww]ill|won't|won’t|shall|['’]ll)(?: \w+){0,2}"
    "|(?:is|are|be) (?:to|due|set|expected|scheduled|planned|slated|going|likely) "
    "|(?:was|were) (?:due|set|expected|scheduled|slated) (?:to|for|on|at)\\b|expects? to|plans? to|hopes? to"
    "|looks? forward|upcoming"
)
# The present tense of what stands in a calendar is said of what is to come: "the trial opens on Monday".
_SCHEDULED = (
    r"(?:begins|starts|opens|resumes|expires|kicks off|takes place|takes effect|comes into force|goes on sale"
    r"|goes into effect|gets under way|goes to trial|is up for renewal)\b(?! with)"
)
_VERB = re.compile(
    rf"\b(?:(?P<ahead>{_AHEAD})|(?P<scheduled>{_SCHEDULED})|{'|'.join(_IRREGULAR.split())}|(?<!be )[a-z]{{2,}}ed)\b"
)
_HABIT = re.compile(
    r"\b(?:usually|typically|generally|normally|often|always|every year|each year|per year|annual(?:ly)?|monsoons?"
    r"|climate|temperatures?|season(?:al)?|high season|rainy|mild|year-round|year round|throughout the year)\b",
    re.IGNORECASE,
)

# "Today is Friday" and "today's vote" are of the day, unlike "Today, few mills run".
_NOWADAYS = re.compile(r"\s*Today\b(?!['’]s| (?:is|was|marks)\b)")


@lru_cache(maxsize=4096)
def general(sentence: str, initial: bool) -> bool:
    """Whether a sentence in the present tells what is usually so: of the climate, or of "Today," at its beginning.

    >>> general("The monsoon usually sets in by June.", False), general("The vote is in June.", False)
    (True, False)
    """
    if any(not scheduled for *_, scheduled in _verbs(sentence)):
        return False
    return bool(_HABIT.search(sentence)) or (initial and _NOWADAYS.match(sentence) is not None)


@lru_cache(maxsize=4096)
def _verbs(sentence: str) -> tuple[tuple[int, int, int, bool], ...]:
    """Start, end, tense, and whether it is the present of what is scheduled, for each verb that has a tense to tell."""
    return tuple(
        (match.start(), match.end(), -1 if match.lastgroup is None else 1, match.lastgroup == "scheduled")
        for match in _VERB.finditer(sentence)
    )


def tense(sentence: str, at: int) -> int:
    """1 if the verb nearest to offset ``at`` speaks of what is to come, -1 of what happened, 0 if there is none."""
    verbs = _verbs(sentence)
    after = bisect_right(verbs, at, key=itemgetter(0))
    # Verbs do not overlap: the nearest is the next, the one before, or one that ends where that begins.
    near = verbs[max(after - 2, 0) : after + 1]
    return min(near, key=lambda verb: max(verb[0] - at, at - verb[1]), default=(0, 0, 0, False))[2]
