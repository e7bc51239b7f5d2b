"""Names of facts: an id that survives edits elsewhere, and a few words for a reader.

>>> fingerprint("FC101", "deaths", ["29 people", "41 people"]).startswith("fc-")
True
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b

from factcheck.model import Claim, Conflict, Position


def fingerprint(rule: str, fact: str, values: Iterable[str]) -> str:
    """An id that survives moved lines and further pages: rule, fact key and sorted values, no places."""
    digest = blake2b(
        "\0".join((rule, fact, *sorted(values))).encode("utf-8", "surrogatepass"), digest_size=4
    ).hexdigest()
    return f"fc-{digest}"


def value_key(position: Position) -> str:
    if position.computed is not None or (position.quantity is None and position.time is None):
        return position.text
    if position.quantity is not None:
        stated = position.quantity.stated
        return f"{stated.lo}:{stated.hi}:{position.quantity.unit}"
    return position.time.timex if position.time is not None else position.text


def fact_key(claims: Sequence[Claim]) -> str:
    """What the claims are about, from what most of them say, so that one more page rarely changes it."""
    measure = _most_common(claim.frame.measure for claim in claims)
    subject = _most_common(name for claim in claims for name in claim.frame.subject)
    return f"{measure}\0{subject}"


def _most_common(words: Iterable[str]) -> str:
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word)) if counts else ""


def subject_of(claims: Sequence[Claim]) -> str:
    """What a fact is about, for a reader: "territory – Ukraine, Russia"."""
    measure = _most_common(claim.frame.measure for claim in claims)
    counts = Counter(name for claim in claims for name in claim.frame.subject)
    what = measure.replace("_", " ")
    names = sorted((name for name in counts if name.casefold() != what), key=lambda name: (-counts[name], name))[:3]
    return " – ".join(part for part in (what, ", ".join(names)) if part) or "figure"


def message_of(subject: str, positions: Sequence[Position]) -> str:
    return f"{subject}: " + " against ".join(f"“{position.text}”" for position in positions)


def unique(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Two facts of one kind with the same values get different ids, by their order."""
    seen: Counter[str] = Counter()
    kept = []
    for conflict in conflicts:
        seen[conflict.id] += 1
        again = seen[conflict.id]
        kept.append(conflict if again == 1 else replace(conflict, id=f"{conflict.id}-{again}"))
    return kept
