"""Claims on disk for the time of a run."""

from __future__ import annotations

import gc
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

from factcheck.model import Document, PositionMap
from factcheck.reading import read
from factcheck.store.entries import Entry, Latest, packed, unpacked
from factcheck.store.spill import Spill

TEXT = "The ferry Alma sank off Lorvik on 3 May 2024, killing 41 people. It cost 12 million dollars."


def test_several_threads_get_what_was_put() -> None:
    spill = Spill()
    contents = [bytes([number % 251]) * number for number in range(400)]
    gets = [spill.put(content) for content in contents]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda get: get(), gets)) == contents


def test_a_full_disk_costs_memory_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def seek(self, start: int) -> int:
            return start

        def write(self, content: bytes) -> int:
            raise OSError("no space left on device")

    spill = Spill()
    monkeypatch.setattr(spill, "_file", Full())
    assert spill.put(b"41 people")() == b"41 people"


def test_claims_are_decoded_whenever_they_are_asked_for_and_can_be_sent() -> None:
    spill, latest = Spill(), Latest()
    entries = [Entry((read(Document(name, name, TEXT, PositionMap.of_text(TEXT))),)) for name in ("a", "b")]
    late = [unpacked(card, spill.put(claims), latest) for card, claims in map(packed, entries)]
    assert late == entries
    claims = late[0].readings[0].claims
    assert claims[0] == claims[0]
    assert claims[0] is not claims[0]
    assert pickle.loads(pickle.dumps(late)) == entries
    # What is sent holds the text of the claims, and no claim.
    assert b"factcheck.model" not in pickle.dumps(late[0].readings[0].claims)


def test_what_was_decoded_goes_with_its_entry() -> None:
    """Claims by the thousand must not wait for the collector of cycles, which looks seldom."""
    packs = packed(Entry((read(Document("a", "a", TEXT, PositionMap.of_text(TEXT))),)))
    gc.collect()
    entry = pickle.loads(pickle.dumps(unpacked(packs[0], lambda: packs[1])))
    assert list(entry.readings[0].claims)
    del entry
    assert gc.collect() == 0
