"""What comparing needs of some documents, made of their claims once: rows, profiles, words, faults of arithmetic.

A large corpus is prepared some documents at a time, so that no process ever holds all claims.

>>> whole = joined([prepared((), None, ())])
>>> len(whole.columns), whole.profiles.size, len(whole.said)
(0, 0, 0)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.claim_columns import ClaimColumns, GrowingClaims
from factcheck.comparing.claims import Claims
from factcheck.comparing.growing import Growing, GrowingLists
from factcheck.comparing.inside import has_faults
from factcheck.comparing.profile_columns import GrowingProfiles, ProfileColumns
from factcheck.comparing.profiles import Profiles
from factcheck.comparing.ragged import Ragged
from factcheck.comparing.table import claims_table
from factcheck.comparing.words import Numbers, Words, counted_words
from factcheck.model import Reading
from factcheck.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rows of the claims table with their profiles; what each document counts for in the statistics (``said``,
    ``contrasts``; see ``Kept``) as numbers of the profiles' vocabulary; ``computed`` says which documents contradict
    their own arithmetic or cannot be recomputed."""

    columns: ClaimColumns
    profiles: ProfileColumns
    said: Ragged
    contrasts: Ragged
    computed: NDArray[np.bool_]

    @property
    def words(self) -> Words:
        """Those of a claim's sets, one set behind the other."""
        profiles = self.profiles
        return Words(profiles.vocabulary, profiles.words, self.said, self.contrasts)


def prepared(readings: Sequence[Reading], groups: Mapping[str, str] | None, rules: Sequence[Rule]) -> Prepared:
    """What comparing needs of these documents."""
    whole = tuple(_in_hand(reading) for reading in readings)
    claims, cards = Claims(whole), {reading.doc_id: reading for reading in whole}
    columns = ClaimColumns.of(claims_table(tuple(claims), cards))
    looked_at = Profiles(claims, columns, cards, groups)
    profiles = ProfileColumns.of(looked_at)
    members = [[looked_at[row] for row in range(*ends)] for ends in pairwise(claims.starts.tolist())]
    counted = counted_words(members, Numbers(profiles.vocabulary))
    computed = np.array([has_faults(reading, rules) for reading in whole], dtype=bool)
    return Prepared(columns, profiles, *counted, computed)


def _in_hand(reading: Reading) -> Reading:
    """With claims that are decoded once."""
    return replace(reading, claims=tuple(reading.claims))


def joined(parts: Iterable[Prepared]) -> Prepared:
    """All parts (at least one), one after the other; each is let go before the next one is asked for."""
    columns, profiles, computed = GrowingClaims(), GrowingProfiles(), Growing(np.bool_)
    counted = {name: GrowingLists(np.int32) for name in ("said", "contrasts")}
    for part in parts:
        columns.add(part.columns)
        number = profiles.add(part.profiles)
        for name, lists in counted.items():
            mine: Ragged = getattr(part, name)
            lists.add(Ragged(number[mine.values], mine.starts))
        computed.add(part.computed)
        del part
    return Prepared(
        columns.whole(), profiles.whole(), counted["said"].whole(), counted["contrasts"].whole(), computed.whole()
    )
