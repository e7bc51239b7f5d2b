"""Frames: what every figure and date of a document is about. Rules over words, no parser.

``frame(document, passages, mentions)`` gives a claim for every mention but those that only label (step 4, port 8080):
the number of mentions less the number of claims is what was dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.model import Claim, Document, Mention, Passage
from factcheck.reading.frame.claims import claim
from factcheck.reading.frame.listed import with_items
from factcheck.reading.frame.scene import Desk
from factcheck.reading.frame.structural import is_structural


def frame(
    document: Document, passages: Sequence[Passage], mentions: Sequence[Mention], *, trace: bool = False
) -> tuple[Claim, ...]:
    """Claims in the order of the mentions; with ``trace`` each says how its frame came to be."""
    if not mentions:
        return ()
    made: list[Claim | None] = []
    desk = Desk(document, passages)
    for scene in desk.scenes(mentions):
        words = dict(scene.sentence.figures)
        for own, mention in enumerate(scene.mentions):
            at = words.get(own)
            if at is None or is_structural(scene.sentence, at, mention, scene.block, desk.versions):
                made.append(None)
            else:
                made.append(claim(scene, own, at, trace=trace))
    return tuple(with_items(passages, tuple(_with_restated(made, mentions))))


def _with_restated(made: Sequence[Claim | None], mentions: Sequence[Mention]) -> Iterator[Claim]:
    """The claims that were made, each with the id of the claim it repeats in another unit."""
    for found, mention in zip(made, mentions, strict=True):
        if found is None:
            continue
        target = mention.quantity.restates if mention.quantity else -1
        restated = made[target] if target >= 0 else None
        yield found if restated is None else _alike(found, restated)


def _alike(found: Claim, restated: Claim) -> Claim:
    """A value in brackets measures what the value before it does ("10 miles (16 km) north of")."""
    one = replace(found.frame, measure=restated.frame.measure, subject=restated.frame.subject, verb=restated.frame.verb)
    return replace(found, restates=restated.claim_id, frame=one)
