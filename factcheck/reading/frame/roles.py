"""The role of a figure: what its own grammar said (from, to, change, rank), else what the wording says of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.lexicon.phrases import PhraseTable
from factcheck.model import Block
from factcheck.model.quantity import Role
from factcheck.reading.frame import grammar
from factcheck.reading.frame.tokens import Sentence

# Verbs that make what they govern a point somebody sets.
LIMITING = frozenset({"limit", "cap", "restrict"})
FIXED: frozenset[Role] = frozenset({"from", "to", "change", "rank", "limit", "default"})


def role(sentence: Sentence, figure: int, read: Role, block: Block, labels: Sequence[str], measure: str) -> Role:
    """``read`` is the role the mention came with; ``labels`` the lower-case words of row, column and key."""
    if "example" in block.flags:
        return "example"
    if read in FIXED:
        return read
    start, end = grammar.clause(sentence, figure)
    near = {hit.value for hit in _cues().find(sentence.lows, max(start, figure - 9), min(end, figure + 5))}
    near |= {hit.value for hit in _cues().find(tuple(labels))}
    before = {hit.value for hit in _cues().find(sentence.lows, 0, figure)}
    if "example" in before:
        return "example"
    if "default" in near:
        return "default"
    if "limit" in near and not _people(measure):
        return "limit"
    close = {hit.value for hit in _cues().find(sentence.lows, max(0, figure - 4), min(len(sentence.lows), figure + 3))}
    if "part" in close:
        return "part"
    if "total" in close:
        return "total"
    return read


def _people(measure: str) -> bool:
    """A toll has no limit: "at most 12 dead" is what a writer knows, not what a page sets."""
    return measure in {"deaths", "injuries", "missing_people", "casualties", "arrests", "hospitalisations"}


@cache
def _cues() -> PhraseTable[Role]:
    return PhraseTable((word, entry["role"]) for entry in entries("en/wording_roles.yaml") for word in entry["words"])
