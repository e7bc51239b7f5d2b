"""What a quantity measures: a ladder of small rules, the first that answers wins.

Each rule looks at one construction ("revenue of $5", "18% of Ukraine's territory", "The price is $5", "$5 in aid") and
returns a ``Measured`` or None. A class of the lexicon is named where it knows the noun, state or verb; else the head
lemma of the measured noun is the measure.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.reading.frame import amounts, counts, extents
from factcheck.reading.frame.figure import Figure, Measured

RULES: tuple[Callable[[Figure], Measured | None], ...] = (
    extents.port,
    extents.age,
    counts.people,
    counts.crowd,
    extents.lasted,
    amounts.part_of,
    amounts.amount_in,
    counts.ranked,
    amounts.attributive,
    amounts.written_as,
    amounts.noun_of,
    amounts.paid_in,
    counts.counted,
    amounts.object_moves,
    amounts.verb_says,
    extents.lasts_for,
    extents.repeated,
    amounts.subject_states,
    extents.before_colon,
    extents.bracketed,
    extents.cued,
    extents.nearest_known,
    extents.nearest_noun,
)


def measured(figure: Figure) -> Measured:
    """What the figure measures; the measure is never empty but for a bare number in an empty sentence."""
    for rule in RULES:
        found = rule(figure)
        if found is not None:
            return found
    return extents.by_dimension(figure)
