"""items_listed: "the following five steps" and the list that follows.

>>> NAME
'items_listed'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Interval
from factcheck.rulebook.computation import Computation, Inputs, instead, usable

NAME = "items_listed"
SUMMARY = (
    "a count of what a list holds (``nouns``: steps, ways …) that introduces a list must be the number of its items"
)
INPUTS = ("nouns",)

_INTRODUCES = re.compile(r"\b(?:following|these|below)\b|\b(?:are|include|as follows)\s*:\s*$|:\s*$", re.IGNORECASE)
_PARTIAL = re.compile(
    r"\b(?:include|includes|including|such as|some of|among|at least|example|e\.g\.)\b", re.IGNORECASE
)

_LIST, _LONG = 2, 30
"""How many items are a list, and how many somebody counts: a "list" of one is the beginning of something else."""


def compute(claims: Sequence[Claim], inputs: Inputs) -> Iterator[Computation]:
    for claim in claims:
        items = next((text for kind, text in claim.labels if kind == "items"), "")
        if not items.isdigit() or claim.quantity is None or not usable(claim):
            continue
        if claim.frame.measure not in inputs.get("nouns", ()) or int(items) < _LIST:
            continue
        stated, sentence = claim.quantity.stated, claim.citation.sentence
        exact = stated.lo is not None and stated.lo == stated.hi and not claim.quantity.hedge
        if claim.quantity.kind not in ("count", "number") or stated.lo is None or not exact:
            continue
        if _LIST <= stated.lo <= _LONG and _INTRODUCES.search(sentence) and not _PARTIAL.search(sentence):
            expected = f"the list that follows has {items} items"
            computed = instead(claim.quantity, Interval.point(float(items)))
            yield Computation(claim, stated.lo == float(items), expected, (claim,), computed)
