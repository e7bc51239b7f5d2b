"""Lists and the sentence that introduces them: how many items follow a count.

>>> LABEL
'items'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.model import Claim, Passage

LABEL = "items"


def with_items(passages: Sequence[Passage], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; a count in the last sentence before a list carries the label ``items``: how many items follow.

    Nested lists are lists of their own, and do not count for the one around them.
    """
    introduced = _introduced(passages)
    for claim in claims:
        last, items = introduced.get(claim.passage, (-1, 0))
        counts = claim.quantity is not None and claim.quantity.kind in ("count", "number") and not claim.quantity.unit
        introduces = counts and claim.sentence == last
        yield replace(claim, labels=(*claim.labels, (LABEL, str(items)))) if introduces else claim


def _introduced(passages: Sequence[Passage]) -> dict[int, tuple[int, int]]:
    """From the index of a passage right before a list to its last sentence and the number of the list's items."""
    sizes = Counter(passage.block.group for passage in passages if passage.block.kind == "item")
    found: dict[int, tuple[int, int]] = {}
    seen: set[int] = set()
    for place, passage in enumerate(passages):
        group = passage.block.group
        if passage.block.kind != "item" or group in seen:
            continue
        seen.add(group)
        before = passages[place - 1] if place else None
        if before is not None and before.block.kind == "paragraph" and before.block.group != group:
            found[before.index] = (len(before.sentences) - 1, sizes[group])
    return found
