"""Which documents could be compared with which: the block keys of a corpus, kept while single documents change.

>>> Neighbours((), None).of(["a.md"])
frozenset()
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factcheck.comparing.block import keyed
from factcheck.comparing.compare import groups_of
from factcheck.comparing.corpus import Surroundings
from factcheck.comparing.profile import Profile
from factcheck.comparing.profiles import Profiles
from factcheck.comparing.statistics import statistics
from factcheck.comparing.table import claims_table
from factcheck.model import Reading


class Neighbours:
    """The documents under each block key, one entry a claim. The statistics are those of the corpus it was made from:
    one edited document among many does not make a common word rare."""

    def __init__(self, readings: Sequence[Reading], group_by: str | None) -> None:
        self._group_by = group_by
        self._documents: defaultdict[str, list[str]] = defaultdict(list)
        self._keys: dict[str, list[tuple[str, int]]] = {}
        self._common: set[str] = set()
        looked_at = _profiles(readings)
        self._statistics = statistics(looked_at)
        self._add(readings, looked_at)

    @property
    def surroundings(self) -> Surroundings:
        """What comparing some of the documents has to know of the others."""
        return Surroundings(self._statistics, self._common)

    def replace(self, gone: Iterable[str], readings: Sequence[Reading]) -> None:
        """Forget the documents ``gone`` and take in ``readings``."""
        for doc_id in gone:
            for key, cap in self._keys.pop(doc_id, ()):
                self._documents[key].remove(doc_id)
                if len(self._documents[key]) <= cap:
                    self._common.discard(key)
        self._add(readings, _profiles(readings))

    def of(self, doc_ids: Iterable[str]) -> frozenset[str]:
        """The documents that share a block key with one of these, among them these themselves."""
        keys = {key for doc_id in doc_ids for key, _ in self._keys.get(doc_id, ())} - self._common
        return frozenset[str]().union(*(self._documents[key] for key in keys))

    def _add(self, readings: Sequence[Reading], looked_at: Sequence[Profile]) -> None:
        documents = [profile.doc for profile in looked_at]
        for key, row, cap in keyed(looked_at, self._statistics, groups_of(readings, self._group_by)):
            self._keys.setdefault(documents[row], []).append((key, cap))
            self._documents[key].append(documents[row])
            if len(self._documents[key]) > cap:
                self._common.add(key)


def _profiles(readings: Sequence[Reading]) -> Profiles:
    cards = {reading.doc_id: reading for reading in readings}
    claims = tuple(claim for reading in readings for claim in reading.claims)
    return Profiles(claims, claims_table(claims, cards), cards)
