"""What comparing needs of some documents, made of their claims once: rows, profiles, words, faults of arithmetic.

A large corpus is prepared some documents at a time, so that no process ever holds all claims.

>>> whole = joined([prepared((), None, ())])
>>> len(whole.columns), whole.profiles.size
(0, 0)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.claim_columns import ClaimColumns
from factcheck.comparing.claims import Claims
from factcheck.comparing.inside import has_faults
from factcheck.comparing.profile_columns import ProfileColumns
from factcheck.comparing.profile_columns import joined as profiles_joined
from factcheck.comparing.profiles import Profiles
from factcheck.comparing.table import claims_table
from factcheck.comparing.words import Numbers, Words, words_of_documents
from factcheck.comparing.words import joined as words_joined
from factcheck.model import Reading
from factcheck.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rows of the claims table with their profiles; the words of claims and documents are numbers of the profiles'
    vocabulary; ``computed`` says which documents contradict their own arithmetic or cannot be recomputed."""

    columns: ClaimColumns
    profiles: ProfileColumns
    words: Words
    computed: NDArray[np.bool_]


def prepared(readings: Sequence[Reading], groups: Mapping[str, str] | None, rules: Sequence[Rule]) -> Prepared:
    """What comparing needs of these documents."""
    whole = tuple(_in_hand(reading) for reading in readings)
    claims, cards = Claims(whole), {reading.doc_id: reading for reading in whole}
    columns = ClaimColumns.of(claims_table(tuple(claims), cards))
    looked_at = Profiles(claims, columns, cards, groups)
    profiles = ProfileColumns.of(looked_at)
    members = [[looked_at[row] for row in range(*ends)] for ends in pairwise(claims.starts.tolist())]
    words = words_of_documents(members, Numbers(profiles.vocabulary))
    computed = np.array([has_faults(reading, rules) for reading in whole], dtype=bool)
    return Prepared(columns, profiles, words, computed)


def _in_hand(reading: Reading) -> Reading:
    """With claims that are decoded once."""
    return replace(reading, claims=tuple(reading.claims))


def joined(parts: Sequence[Prepared]) -> Prepared:
    """All parts (at least one), one after the other."""
    profiles, numbers = profiles_joined([part.profiles for part in parts])
    return Prepared(
        ClaimColumns.joined([part.columns for part in parts]),
        profiles,
        words_joined([part.words for part in parts], numbers, profiles.vocabulary),
        np.concatenate([part.computed for part in parts]),
    )
