"""What the cache keeps of one file: its card, read by every run, and its claims, read when they are needed.

>>> card, claims = packed(Entry(()))
>>> unpacked(card, lambda: claims)
Entry(readings=(), problems=())
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from typing import Any

from factcheck.model import Claim, Problem, Reading
from factcheck.model.claim import Stamp
from factcheck.store.late import Late
from factcheck.store.reading_codec import codec

_CHECK_BYTES = 8
# Entries of which the lines are in memory, where not all are.
_LATEST = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """What reading one file gave: a reading for each of its documents, and what could not be read."""

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...] = ()


Packed = tuple[bytes, bytes]
"""Card and claims of an entry, as they are kept."""


def packed(entry: Entry) -> Packed:
    """Card and claims, each behind a check sum: sqlite does not notice a flipped bit in a value.

    The claims are lines of JSON, so that one can be decoded without the others.
    """
    cards = replace(entry, readings=tuple(replace(each, claims=(), stamps=()) for each in entry.readings))
    counts = [[len(reading.claims), len(reading.stamps)] for reading in entry.readings]
    card = json.dumps([codec(Entry).to_plain(cards), counts], ensure_ascii=False, separators=(",", ":"))
    return _checked(card), _checked("\n".join(_lines(entry)))


def _lines(entry: Entry) -> Iterator[str]:
    for reading in entry.readings:
        yield from map(codec(Claim).to_json, reading.claims)
        yield from map(codec(Stamp).to_json, reading.stamps)


def unpacked(card: bytes, claims: Callable[[], bytes], latest: Latest | None = None) -> Entry:
    """The entry, whose claims are asked for with the first of them, or, where the ``latest`` are shared with other
    entries, again and again. Raises ValueError for a damaged card.

    A damaged line of claims raises ValueError where it is asked for; ``lines_of`` says so before.
    """
    entry, counts = _decoded(_unchecked(card))
    lines = Lines(claims, latest)
    readings, first = [], 0
    for reading, (of_claims, of_stamps) in zip(entry.readings, counts, strict=True):
        readings.append(_late(reading, lines, first, of_claims, of_stamps))
        first += of_claims + of_stamps
    return replace(entry, readings=tuple(readings))


def _decoded(card: str) -> tuple[Entry, list[tuple[int, int]]]:
    """The entry without its claims, and how many claims and stamps each of its readings has."""
    try:
        plain, counts = json.loads(card)
        entry: Entry = codec(Entry).from_plain(plain)
        return entry, [(int(claims), int(stamps)) for claims, stamps in counts]
    except (TypeError, KeyError, IndexError, RecursionError) as fault:
        raise ValueError(f"not a record of this model: {fault}") from fault


def _late(reading: Reading, lines: Lines, first: int, claims: int, stamps: int) -> Reading:
    if not claims and not stamps:
        return reading
    return replace(
        reading,
        claims=Late(claims, partial(lines.claim, first), kept=lines.kept),
        stamps=Late(stamps, partial(lines.stamp, first + claims), kept=lines.kept),
    )


class Latest:
    """The lines of the entries that were asked for last: of many entries no others are kept in memory."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[Lines, Sequence[str]] = {}

    def of(self, lines: Lines, load: Callable[[], bytes]) -> Sequence[str]:
        found = self._known.pop(lines, None)
        if found is None:
            found = lines_of(load())
            if len(self._known) >= _LATEST:
                del self._known[next(iter(self._known))]
        self._known[lines] = found
        return found


class Lines:
    """The lines of an entry's claims, loaded once, or whenever they are not the ``latest`` that are shared."""

    __slots__ = ("_latest", "_load", "_loaded")

    def __init__(self, load: Callable[[], bytes], latest: Latest | None = None) -> None:
        self._load, self._latest = load, latest
        self._loaded: Sequence[str] | None = None

    @property
    def kept(self) -> bool:
        return self._latest is None

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process go the claims as they are kept."""
        return Lines.of_bytes, (self._load(),)

    @classmethod
    def of_bytes(cls, claims: bytes) -> Lines:
        return cls(lambda: claims)

    def claim(self, first: int, at: int) -> Claim:
        found: Claim = codec(Claim).from_json(self._lines[first + at])
        return found

    def stamp(self, first: int, at: int) -> Stamp:
        found: Stamp = codec(Stamp).from_json(self._lines[first + at])
        return found

    @property
    def _lines(self) -> Sequence[str]:
        if self._latest is not None:
            return self._latest.of(self, self._load)
        if self._loaded is None:
            self._loaded = lines_of(self._load())
        return self._loaded


def lines_of(claims: bytes) -> list[str]:
    """Raises ValueError when the check sum does not fit."""
    return _unchecked(claims).split("\n")


def _checked(text: str) -> bytes:
    encoded = text.encode("utf-8", "surrogatepass")
    return blake2b(encoded, digest_size=_CHECK_BYTES).digest() + encoded


def _unchecked(value: bytes) -> str:
    if not isinstance(value, bytes):
        raise ValueError("not what was written")  # noqa: TRY004 – damage, not a mistake of a caller
    check, text = value[:_CHECK_BYTES], value[_CHECK_BYTES:]
    if blake2b(text, digest_size=_CHECK_BYTES).digest() != check:
        raise ValueError("the check sum does not fit")
    return text.decode("utf-8", "surrogatepass")
