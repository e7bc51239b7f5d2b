"""The weights of the comparison levels, in tenths of a logit, from ``weights.yaml``.

>>> load_weights().of("measure", "differs") < 0
True
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.lexicon.parsed import parsed


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds before any evidence: prior − per_candidate · ln(candidates), plus ``grouped`` inside a small group."""

    prior: int
    grouped: int
    per_candidate: int
    levels: Mapping[str, Mapping[str, int]]

    def of(self, feature: str, level: str) -> int:
        """Raises KeyError for a level that the file does not have: features and weights belong together."""
        return self.levels[feature][level]


@cache
def load_weights() -> Weights:
    loaded = parsed(files("factcheck.comparing.match").joinpath("weights.yaml"))
    return Weights(loaded["prior"], loaded["grouped"], loaded["per_candidate"], loaded["levels"])
