"""Words that say little of what a figure is: "three ways", "the time is 14 days", "last updated on".

>>> "way" in generic("generic counts"), "ferry" in generic("generic counts")
(True, False)
"""

from __future__ import annotations

from functools import cache

from factcheck.lexicon.load import entries


@cache
def generic(name: str) -> frozenset[str]:
    """The lemmas of one list of ``en/generic.yaml``; KeyError for a list that is not there."""
    return {str(entry["list"]): frozenset(entry["words"]) for entry in entries("en/generic.yaml")}[name]
