"""The conflicts of single documents: with their own arithmetic, with the truth file, with the user's constants.

>>> recomputed((), ())
([], ())
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.claims import Claims
from factcheck.comparing.judge import recompute
from factcheck.comparing.judge.truth import against_facts
from factcheck.comparing.judge.wholes import against_wholes
from factcheck.model import Finding, Problem, Reading
from factcheck.model.problem import internal_error
from factcheck.rulebook import Rule
from factcheck.rulebook.facts import Fact


def recomputed(readings: Sequence[Reading], rules: Sequence[Rule]) -> tuple[list[Finding], tuple[Problem, ...]]:
    """The conflicts of documents with their own figures. A fault of the program costs that document's recomputing
    only."""
    found: list[Finding] = []
    faults: list[Problem] = []
    for reading in readings:
        try:
            found += (finding for finding in recompute(reading.claims, rules) if finding.verdict == "conflict")
        except Exception as fault:  # noqa: BLE001 – whatever it is, it must not cost the other documents
            faults.append(internal_error(reading.path, fault, "recomputing"))
    return found, tuple(faults)


def has_faults(reading: Reading, rules: Sequence[Rule]) -> bool:
    """Whether a document contradicts its own arithmetic, or cannot be recomputed."""
    found, faults = recomputed((reading,), rules)
    return bool(found or faults)


def inside(
    readings: Sequence[Reading],
    computed: NDArray[np.bool_],
    rules: Sequence[Rule],
    facts: Sequence[Fact],
    constants: Sequence[Fact],
) -> tuple[list[Finding], tuple[Problem, ...]]:
    """The conflicts of single documents; of their own arithmetic those are asked that are marked as ``computed``."""
    found, faults = recomputed([readings[number] for number in np.flatnonzero(computed).tolist()], rules)
    if not facts and not constants:
        return found, faults
    claims, cards = Claims(readings), {reading.doc_id: reading for reading in readings}
    found += against_facts(facts, claims, cards, rules)
    found += against_wholes(constants, claims, cards, rules)
    return found, faults
