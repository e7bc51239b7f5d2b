"""The role of a figure: what its own grammar said (from, to, change, rank), else what the wording says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from factcheck.lexicon.load import entries
from factcheck.lexicon.phrases import PhraseTable
from factcheck.model import Block
from factcheck.model.quantity import Role
from factcheck.reading.frame import grammar
from factcheck.reading.frame.grammar import WIDEST
from factcheck.reading.frame.tokens import Sentence

FIXED: frozenset[Role] = frozenset({"from", "to", "change", "rank", "limit", "default"})


def role(
    sentence: Sentence,
    figure: int,
    read: Role,
    block: Block,
    labels: Sequence[str],
    measure: str,
    bounded: bool = False,
) -> Role:
    """``read`` is the role the mention came with; ``labels`` the lower-case words of row, column and key. A figure with
    one end (``bounded``) under a heading such as "Limits" is one that the page sets."""
    if "example" in block.flags:
        return "example"
    if read in FIXED:
        return read
    start, end = grammar.clause(sentence, figure)
    near = _said(sentence, max(start, figure - 9), min(end, figure + 5))
    near |= {hit.value for hit in _cues().find(tuple(labels))}
    if bounded:
        near |= {hit.value for hit in _cues("bounded").find(sentence.lows, start, figure)}
    if "example" in near or _opens_example(sentence, figure):
        return "example"
    if measure != "duration" and _counted_from(sentence, figure):
        return "change"
    if _is_part_of_figure(sentence, figure):
        return "part"
    if "default" in near:
        return "default"
    if ("limit" in near or (bounded and _of_limits(block))) and not _people(measure):
        return "limit"
    close = _said(sentence, max(0, figure - 4), min(len(sentence.lows), figure + 3))
    if "part" in close:
        return "part"
    if "total" in close:
        return "total"
    return read


def _of_limits(block: Block) -> bool:
    """Whether the innermost heading, or what introduces the list, says that limits follow."""
    above = (*block.headings[-1:], *(label.text for label in block.labels if label.kind in {"intro", "table", "term"}))
    return any("limit" in {hit.value for hit in _cues().find(tuple(text.lower().split()))} for text in above)


def _people(measure: str) -> bool:
    """A toll has no limit: "at most 12 dead" is what a writer knows, not what a page sets."""
    return measure in {"deaths", "injuries", "missing_people", "casualties", "arrests", "hospitalisations"}


def _said(sentence: Sentence, start: int, end: int) -> set[Role]:
    """The roles that cues between two words give; a name ("Caprikat Limited") is no cue."""
    return {hit.value for hit in _cues().find(sentence.lows, start, end) if sentence.tags[hit.start] != "E"}


def _opens_example(sentence: Sentence, figure: int) -> bool:
    """Whether the sentence begins with a word of supposition, or says "for example" anywhere before the figure."""
    if sentence.lows and sentence.lows[0] in _openers():
        return True
    return any(hit.value == "example" for hit in _cues().find(sentence.lows, max(0, figure - WIDEST), figure))


_UP_TO_WHOLE = 6


def _is_part_of_figure(sentence: Sentence, figure: int) -> bool:
    """ "Fifteen of the more than 200 pupils": the first figure is a part of the second."""
    if sentence.lows[figure + 1 : figure + 3] != ("of", "the"):
        return False
    return any(figure < at <= figure + _UP_TO_WHOLE for _, at in sentence.figures)


def _counted_from(sentence: Sentence, figure: int) -> bool:
    """ "Six laps later": the noun right behind the figure, then a word that counts from something else."""
    return sentence.tags[figure + 1 : figure + 2] == "N" and sentence.lows[figure + 2 : figure + 3] in _behind()


@cache
def _listed(where: str) -> tuple[Mapping[str, Any], ...]:
    """The entries whose words count only in one place or for some figures ("": those that count everywhere)."""
    places = ("opens", "behind", "bounded")
    return tuple(
        entry
        for entry in entries("en/wording_roles.yaml")
        if (entry.get(where) if where else not any(entry.get(place) for place in places))
    )


@cache
def _behind() -> frozenset[tuple[str, ...]]:
    return frozenset((str(word),) for entry in _listed("behind") for word in entry["words"])


@cache
def _cues(where: str = "") -> PhraseTable[Role]:
    return PhraseTable((word, entry["role"]) for entry in _listed(where) for word in entry["words"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(word for entry in _listed("opens") for word in entry["words"])
