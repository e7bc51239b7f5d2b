"""Numbers that order or name parts of a text or a thing (step 4, port 8080, issue 312): never claims."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from factcheck.lexicon.load import entries
from factcheck.model import Mention
from factcheck.reading.frame.tokens import Sentence


def is_structural(sentence: Sentence, figure: int, mention: Mention) -> bool:
    """Whether a mention is a label and not a value. Only bare numbers, ordinals and odd counts can be."""
    quantity = mention.quantity.quantity if mention.quantity else None
    if quantity is None or quantity.unit or quantity.kind not in {"number", "ordinal", "count"}:
        return False
    if figure and sentence.tags[figure - 1] == "V":
        return False
    before = sentence.lows[figure - 1] if figure else ""
    if before in {".", ":"} and figure > 1:
        before = sentence.lows[figure - 2]
    entry = _before().get(before)
    if entry is not None and quantity.kind in entry["kinds"]:
        return True
    after = sentence.lows[figure + 1] if figure + 1 < len(sentence.lows) else ""
    return len(sentence.lows) <= 3 and (after in _after() or _counter(quantity.noun))


def _counter(noun: str) -> bool:
    return noun.lower() in _after()


@cache
def _before() -> dict[str, Mapping[str, Any]]:
    return {word: entry for entry in reversed(entries("en/structural.yaml")) for word in entry.get("before", ())}


@cache
def _after() -> frozenset[str]:
    return frozenset(word for entry in entries("en/structural.yaml") for word in entry.get("after", ()))
