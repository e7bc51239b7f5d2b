"""What is known about a generated corpus: which places contradict each other, and which only look as if they did.

>>> place = Place("a1", 40, 49, "41 people")
>>> Truth.of(Truth("conflict", "contradiction", "7 deaths", (place,), (place,)).row()).left[0].quote
'41 people'
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Place:
    """A quoted figure: ``text[start:end] == quote`` in the document's text."""

    doc: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Truth:
    """Every place of ``left`` contradicts (or looks as if it contradicted) every other place of ``right``.

    A ``fact`` says where its plain value stands, ``structure`` where figures of the page stand that belong to no fact;
    both have no right side.
    """

    kind: Literal["conflict", "look-alike", "fact", "structure"]
    cause: str
    fact: str
    left: tuple[Place, ...]
    right: tuple[Place, ...]

    def row(self) -> str:
        """The line of the truth file."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of(cls, row: str) -> Truth:
        data: Mapping[str, Any] = json.loads(row)
        left, right = (tuple(Place(**place) for place in data[side]) for side in ("left", "right"))
        return cls(data["kind"], data["cause"], data["fact"], left, right)
