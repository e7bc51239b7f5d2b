"""Whether a figure is asserted, planned, forecast, supposed, denied, corrected or only reported.

A cue counts where it stands in the figure's clause before the figure, or among the auxiliaries of its verb.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from factcheck.lexicon.load import entries
from factcheck.lexicon.phrases import PhraseTable
from factcheck.lexicon.verbs import verb_form, verb_kind
from factcheck.reading.frame import grammar
from factcheck.reading.frame.tokens import Sentence

# The first that applies decides where several cues meet ("may not have hoped").
ORDER = ("corrected", "negated", "hypothetical", "forecast", "planned", "reported")
# Cues that open a clause before the figure's own, and still rule it.
LONG_REACH = frozenset({"corrected", "hypothetical", "forecast", "planned", "reported"})


def modality(sentence: Sentence, figure: int, verb: int | None) -> str:
    """One of ``ORDER`` or "asserted"."""
    start, end = grammar.clause(sentence, figure)
    right = verb + 1 if verb is not None and figure < verb < end else figure
    found = _said(sentence, start, right)
    found |= {"negated" for at in range(start, right) if sentence.tags[at] == "G"}
    if start and sentence.tags[start - 1] == "S":
        opener = sentence.lows[start - 1]
        found |= {hit.value["modality"] for hit in _cues().find((opener,))}
    found |= _ruling(sentence, start)
    if "negated" in found and _bounds(sentence, start, right + 1):
        found -= {"negated"}
    if "hypothetical" in found and _told(sentence, start, right):
        found = (found - {"hypothetical"}) | {"planned"}
    if figure + 1 < len(sentence.lows):
        found |= _said(sentence, figure + 1, min(figure + 3, end)) & {"forecast"}
    return next((name for name in ORDER if name in found), "asserted")


def _bounds(sentence: Sentence, start: int, end: int) -> bool:
    """ "May not exceed 5 MB" sets a bound and denies nothing."""
    words = sentence.lows[start : end + 1]
    return any(one in {"not", "n't", "cannot"} and two.startswith("exceed") for one, two in pairwise(words))


def _told(sentence: Sentence, start: int, end: int) -> bool:
    """ "said it would close": a plan in reported speech, no condition."""
    if "if" in sentence.lows or "unless" in sentence.lows or "would" not in sentence.lows[start:end]:
        return False
    would = sentence.lows.index("would", start, end)
    verbs = (at for at in range(max(0, would - 6), would) if sentence.tags[at] == "V")
    return any(verb_kind(grammar.verb_lemma(sentence, at)) == "speech" for at in verbs)


def _ruling(sentence: Sentence, start: int) -> set[str]:
    """Cues of the clause before, where a verb of hoping or a condition governs this one."""
    if start == 0 or sentence.tags[start - 1] in ";)":
        return set()
    before, _ = grammar.clause(sentence, start - 1)
    hits = _said(sentence, before, start)
    if sentence.lows[before] in {"if", "unless"} or (before and sentence.lows[before - 1] in {"if", "unless"}):
        return {"hypothetical"}
    return hits & LONG_REACH if "V" not in sentence.tags[before : start - 1] else hits & {"corrected"}


def _said(sentence: Sentence, start: int, end: int) -> set[str]:
    """The modalities that cues between two words give. A word that is both noun and verb ("plan", "project") counts
    as a verb alone, unless the entry lists it among its nouns."""
    return {
        hit.value["modality"]
        for hit in _cues().find(sentence.lows, start, end)
        if sentence.tags[hit.start] not in "NE"
        or verb_form(sentence.lows[hit.start]) is None
        or sentence.lows[hit.start] in hit.value.get("nouns", ())
    }


@cache
def _cues() -> PhraseTable[Mapping[str, Any]]:
    return PhraseTable((word, entry) for entry in entries("en/modality.yaml") for word in entry["words"])
