"""Priors: how likely two claims tell one fact before any evidence, by how many pairs the busier of them takes part in.

>>> import numpy as np
>>> told = Priors(np.array([[0, -5], [10, 2]]), np.array([0, 1, 1]), np.array([0, 0, 1]))
>>> told.of(np.array([0, 0]), np.array([1, 2])).tolist()
[-5, 2]
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from factcheck.comparing.growing import Small
from factcheck.comparing.match import Matcher
from factcheck.comparing.ragged import Ints


@dataclass(frozen=True, slots=True)
class Priors:
    """``by_crowd`` has tenths of a logit for pairs of one document and of two, for every number of pairs; ``crowd``
    counts the pairs of each row, ``document`` numbers its document."""

    by_crowd: Ints
    crowd: Ints
    document: Ints

    @classmethod
    def told_by(cls, matcher: Matcher, crowd: Ints, document: Ints) -> Priors:
        counts = range(int(crowd.max(initial=0)) + 1)
        told = [[matcher.prior_of(count, apart=apart) for count in counts] for apart in (False, True)]
        return cls(np.array(told), crowd, document)

    def of(self, left: Small, right: Small) -> Ints:
        """The priors of these pairs of rows."""
        apart = self.document[left] != self.document[right]
        found: Ints = self.by_crowd[apart.astype(np.int64), np.maximum(self.crowd[left], self.crowd[right])]
        return found
