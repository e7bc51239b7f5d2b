"""What each of the hand-written passages is about, with a floor for every field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from marked import claims_of
from ruamel.yaml import YAML

PASSAGES = YAML(typ="safe").load((Path(__file__).parent / "passages.yaml").read_text(encoding="utf-8"))
CONTEXT = ("title", "kind", "before")
# Right answers of those asked, in hundredths; raised when the frame gets better, never lowered.
FLOORS = {
    "measure": 97,
    "subject": 97,
    "qualifiers": 97,
    "role": 97,
    "modality": 97,
    "attribution": 97,
    "verb": 97,
    "claim": 100,
}


def judged(entry: Mapping[str, Any]) -> Iterator[tuple[str, bool, object]]:
    """(field, right?, what came out) for every field the entry asks."""
    context = {name: entry[name] for name in CONTEXT if name in entry}
    labels = tuple((kind, text) for kind, text in entry.get("labels", ()))
    claims = claims_of(entry["text"], labels=labels, **context)
    if entry.get("claim") is False:
        yield "claim", not claims, [claim.frame.measure for claim in claims]
        return
    if not claims:
        yield "claim", False, "dropped"
        return
    claim = claims[0]
    for field in ("measure", "verb", "modality", "attribution"):
        if field in entry:
            got = getattr(claim.frame, field)
            yield field, got == entry[field], got
    if "role" in entry:
        yield "role", claim.role == entry["role"], claim.role
    for field in ("subject", "qualifiers"):
        if field in entry:
            found = getattr(claim.frame, field)
            yield field, set(entry[field]) <= set(found), found


def test_there_are_enough_passages() -> None:
    assert len(PASSAGES) >= 200
    assert len({entry["text"] + str(entry.get("labels")) for entry in PASSAGES}) == len(PASSAGES)


@pytest.mark.parametrize("field", sorted(FLOORS))
def test_field_reaches_its_floor(field: str) -> None:
    asked, right, wrong = 0, 0, []
    for entry in PASSAGES:
        for name, ok, got in judged(entry):
            if name == field:
                asked += 1
                right += ok
                if not ok:
                    wrong.append(f"{entry['text']}: wanted {entry.get(field)}, got {got}")
    assert asked > 0
    assert 100 * right >= FLOORS[field] * asked, "\n".join([f"{field}: {right} of {asked}", *wrong])


def test_every_field_is_asked_often() -> None:
    asked = Counter(field for entry in PASSAGES for field in entry if field in FLOORS)
    assert all(count >= 8 for count in asked.values()), asked
