"""Records of releases: what a table or front matter says of one release of one product is told of nothing else.

>>> padded("26"), padded("v26.0.0"), padded("1.20")
('26', '26', '1.20')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.model import Claim


class Release(NamedTuple):
    """A release that a row is about: the product ("" if nothing near says which), its release without zeros at the
    end, and the form that the record is written in (a folder and what stands over its rows)."""

    product: str = ""
    version: str = ""
    form: str = ""


NONE = Release()
_VERSION = re.compile(r"v?\d+(?:\.(?:\d+|x))*")
PARTS = re.compile(r"[\W_]+")
_STRUCTURED = ("cell", "field")


def padded(version: str) -> str:
    """A release as it is compared: 26 and 26.0.0 are one."""
    parts = version.lower().removeprefix("v").split(".")
    while len(parts) > 1 and parts[-1] in ("0", "x"):
        parts.pop()
    return ".".join(parts)


def release_of(claim: Claim) -> Release:
    """The release that the row of a claim is about, ``NONE`` where the claim stands in no row of one."""
    if claim.kind not in _STRUCTURED:
        return NONE
    rows = [text for kind, text in claim.labels if kind == "row"]
    named = (word for word in claim.frame.qualifiers if _VERSION.fullmatch(word))
    version = next((word for word in named if any(word.removeprefix("v") in row for row in rows)), "")
    if not version:
        return NONE
    over = next((text for kind, text in claim.labels if kind == "table"), "")
    over = over or next((text for kind, text in claim.labels if kind == "stub"), "")
    form = f"{claim.citation.path.rpartition('/')[0]}/{over.lower()}"
    return Release(_product(claim.frame.subject), padded(version), form)


def _product(subjects: Sequence[str]) -> str:
    return next((name for name in subjects if any(letter.isalpha() for letter in name.removeprefix("v"))), "")


@lru_cache(maxsize=1024)
def place_words(path: str, title: str) -> frozenset[str]:
    """Words of a page's path and title, which say of whose pages it is."""
    return frozenset(word for word in PARTS.split(f"{path} {title}".lower()) if word)
